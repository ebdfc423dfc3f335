import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';
import { keepView } from '../../renderer/store/keptView';
import { INC_A, logOf } from '../support/logRows';

/** How each dialog that takes text is opened, and a field of it. */
const FORMS: readonly (readonly [
  dialog: string,
  field: string,
  open: (w: WindowUnderTest) => Promise<unknown>,
])[] = [
  ['Severity', 'Reason', (w) => w.openDialog('Severity')],
  ['Times', 'Detected', (w) => w.openDialog('Edit times', 'Times')],
  ['Resolve', 'How it ended', (w) => w.openDialog('Resolve')],
  ['Roll back', 'What', (w) => w.openDialog('Roll back')],
  ['Roll back', 'Risk', (w) => w.openDialog('Roll back')],
  ['Shift traffic', 'Check back in (minutes)', (w) => w.openDialog('Shift traffic')],
  ['Snooze the update', 'Reason', (w) => w.openDialog('Snooze', 'Snooze the update')],
  [
    'How often updates are due',
    'Minutes between updates',
    (w) => w.openDialog('Change how often updates are due', 'How often updates are due'),
  ],
  ['Declare incident', 'What is broken?', (w) => w.openDialog('Declare incident')],
  [
    'Settings',
    'Add people, one name a line',
    (w) => w.act(({ console }) => console.view.openDialog({ name: 'settings' })),
  ],
  [
    'Back to Detection',
    'Reason',
    (w) => w.act(({ console }) => console.view.openDialog({ name: 'phase', to: 'detection' })),
  ],
  ['Reopen', 'Reason', (w) => w.act(({ console }) => console.view.openDialog({ name: 'reopen' }))],
  [
    'Change title',
    'What is broken?',
    (w) => w.act(({ console }) => console.view.openDialog({ name: 'title' })),
  ],
];

const kept = (window: WindowUnderTest): { readonly [key: string]: string } =>
  Object.fromEntries(window.test.world.drafts);

/** The same profile after a kill: the incident is open again, the window has just come. */
async function killedAndBack(drafts: { readonly [key: string]: string }): Promise<WindowUnderTest> {
  cleanup();
  const test = new ConsoleUnderTest({ drafts });
  await test.log.append(logOf(3, INC_A));
  void test.console.session.open(INC_A);
  keepView(test.console.view, test.console.drafts, test.console.session);
  return renderConsole(test);
}

/** An incident with an id that the next run opens again. */
async function opened(): Promise<WindowUnderTest> {
  return killedAndBack({});
}

describe('what is typed into a dialog (DRA)', () => {
  it.each(FORMS)('[DRA1] %s, %s: is there again after Escape', async (_dialog, field, open) => {
    const window = await opened();
    await open(window);
    await window.fill(field, 'half a tho');
    await window.user.keyboard('{Escape}');
    await open(window);
    expect(window.field(field).value).toBe('half a tho');
  });

  it.each(FORMS)('[DRA2] %s, %s: stands open again after a kill', async (dialog, field, open) => {
    const window = await opened();
    await open(window);
    await window.fill(field, 'half a tho');
    const after = await killedAndBack(kept(window));
    await after.dialog(dialog);
    expect(after.field(field).value).toBe('half a tho');
  });

  it('[DRA1] an emptied field stays empty, whatever it began with', async () => {
    const window = await opened();
    const open = (w: WindowUnderTest) => w.act(({ console }) => console.view.openDialog({ name: 'title' }));
    await open(window);
    await window.user.clear(window.field('What is broken?'));
    const after = await killedAndBack(kept(window));
    await after.dialog('Change title');
    expect(after.field('What is broken?').value).toBe('');
  });

  it('[DRA3] is kept no more once it is sent, or given up with Cancel', async () => {
    const window = await opened();
    await window.openDialog('Severity');
    await window.user.click(screen.getByRole('radio', { name: 'Sev 3' }));
    await window.fill('Reason', 'EU only');
    await window.user.click(window.button('Cancel'));
    expect(kept(window)).toEqual({});
    await window.openDialog('Severity');
    expect(window.field('Reason').value).toBe('');
    await window.user.click(screen.getByRole('radio', { name: 'Sev 3' }));
    await window.user.type(window.field('Reason'), 'EU only{Enter}');
    expect(kept(window)).toEqual({});
  });

  it('[DRA2] a dialog nobody typed into does not stand before the pad after a kill', async () => {
    const window = await opened();
    await window.openDialog('Resolve');
    const after = await killedAndBack(kept(window));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(after.pad);
  });
});

describe('what is typed beside the pad (DRA)', () => {
  it('[DRA1] names, an expert and an action item are there again after a kill', async () => {
    const window = await opened();
    await window.fillLabelled('Scribe', 'Ana Li');
    await window.user.click(window.button('Add expert'));
    await window.fillLabelled('Expert', 'Bo');
    await window.fill('Area', 'paym');
    await window.fill('New action item', 'Alert on que');
    const after = await killedAndBack(kept(window));
    expect(screen.getByLabelText<HTMLInputElement>('Scribe').value).toBe('Ana Li');
    expect(screen.getByLabelText<HTMLInputElement>('Expert').value).toBe('Bo');
    expect([after.field('Area').value, after.field('New action item').value]).toEqual([
      'paym',
      'Alert on que',
    ]);
  });

  it('[DRA3] they are kept no more once they are sent', async () => {
    const window = await renderIncident();
    await window.user.type(screen.getByLabelText('Scribe'), 'Ana Lima{Enter}');
    await window.user.click(window.button('Add expert'));
    await window.user.type(screen.getByLabelText('Expert'), 'Bo{Enter}');
    await window.user.type(window.field('New action item'), 'Alert{Enter}');
    expect(kept(window)).toEqual({});
  });
});
