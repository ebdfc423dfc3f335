import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { violations } from '../support/axe';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

// As index.html has it; jsdom starts with an empty page.
beforeEach(() => {
  document.documentElement.lang = 'en';
});

/** An incident in which everything that can be shown is shown. */
async function eventful(): Promise<WindowUnderTest> {
  const test = new ConsoleUnderTest();
  test.declare({ commander: 'Dana' });
  test.note('db01 is read-only');
  test.run({ type: 'assign-role', role: 'expert', person: 'Dana', area: 'db' });
  for (const what of ['web', 'api']) {
    const checkBackIn = 300_000 as never;
    test.run({ type: 'attempt-mitigation', action: 'rollback', what, owner: 'Sam', checkBackIn });
  }
  const [attempt] = test.incident.attempts;
  if (attempt) test.run({ type: 'judge-mitigation', attempt: attempt.id, verdict: 'worked' });
  test.run({ type: 'add-action-item', text: 'Alert on 5xx burn' });
  const note = test.entries.find(({ kind }) => kind === 'note');
  if (note) test.run({ type: 'retract-entry', entry: note.id });
  test.console.notices.show({
    id: 'x',
    tone: 'warning',
    text: 'Damaged.',
    actions: [{ label: 'Look', perform: () => undefined }],
  });
  return renderConsole(test);
}

describe('axe finds nothing wrong (4.1.2, 1.3.1)', () => {
  it('with the start screen', async () => {
    await renderConsole();
    expect(await violations()).toEqual([]);
  });

  it('with the start screen and a list of incidents', async () => {
    const test = new ConsoleUnderTest();
    test.declare();
    test.console.view.set({ atHome: true });
    await renderConsole(test);
    expect(await violations()).toEqual([]);
  });

  it('with an eventful incident', async () => {
    await eventful();
    expect(await violations()).toEqual([]);
  });

  it('with completions over the pad, one of them chosen, and the parts of a command', async () => {
    const window = await eventful();
    await window.user.keyboard('/sev 2');
    expect(await violations()).toEqual([]);
    await window.user.clear(window.pad);
    await window.user.keyboard('/{ArrowDown}');
    expect(window.pad.getAttribute('aria-activedescendant')).toBe('pad-completion-0');
    expect(await violations()).toEqual([]);
  });

  it('with the composer, an alarm and an open editor', async () => {
    const window = await eventful();
    await window.user.click(window.button('Write update'));
    await window.user.click(window.button('Edit', window.row('Declared')));
    await window.user.click(window.button('Add expert'));
    await window.act(({ console, world }) =>
      console.alarm.rang({
        incidentId: 'inc-1',
        lane: 'internal',
        level: 'due',
        dueAt: world.now,
        lateMs: 0,
        missedAsleep: false,
      }),
    );
    expect(screen.getByRole('region', { name: 'Stakeholder update' })).toBeDefined();
    expect(await violations()).toEqual([]);
  });

  it('with a line in the pad that could not be taken', async () => {
    const window = await renderIncident();
    await window.user.keyboard('/at lunch x{Enter}');
    expect(await violations()).toEqual([]);
  });

  it.each([
    ['declare', 'Declare incident'],
    ['severity', 'Severity'],
    ['times', 'Times'],
    ['snooze', 'Snooze the update'],
    ['cadence', 'How often updates are due'],
    ['resolve', 'Resolve'],
    ['title', 'Change title'],
    ['shortcuts', 'Keyboard shortcuts'],
  ] as const)('with the dialog %s, also after a refusal', async (name, title) => {
    const window = await renderIncident();
    await window.act((test) => test.console.view.openDialog({ name }));
    const dialog = await window.dialog(title);
    expect(await violations()).toEqual([]);
    const submit = dialog.querySelector<HTMLElement>('button[type="submit"]');
    if (!submit || name === 'resolve') return;
    await window.user.click(submit);
    expect(await violations()).toEqual([]);
  });

  it.each([
    [{ name: 'phase', to: 'detection' }, 'Back to Detection'],
    [{ name: 'mitigate', action: 'rollback' }, 'Roll back'],
    [{ name: 'reopen' }, 'Reopen'],
  ] as const)('with the dialog %j', async (dialog, title) => {
    const window = await renderIncident();
    await window.act((test) => {
      test.run({ type: 'resolve', unticked: [] });
      test.console.view.openDialog(dialog);
    });
    await window.dialog(title);
    expect(await violations()).toEqual([]);
  });
});

describe('axe would see', () => {
  it('a button without a name and a list out of order', async () => {
    await renderConsole();
    document.body.insertAdjacentHTML('beforeend', '<main><button></button><li>x</li></main>');
    const found = await violations();
    document.body.querySelector('main:last-of-type')?.remove();
    expect(found.map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['button-name', 'listitem']),
    );
  });
});
