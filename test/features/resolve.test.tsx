import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const items = ({ test }: WindowUnderTest): readonly string[] =>
  test.incident.actionItems.map(({ text }) => text);

async function resolving(window: WindowUnderTest): Promise<HTMLElement> {
  return window.openDialog('Resolve');
}

const lines = (dialog: HTMLElement): readonly [string, boolean][] =>
  within(dialog)
    .getAllByRole<HTMLInputElement>('checkbox')
    .map((box) => [box.closest('label')?.textContent ?? '', box.checked]);

describe('resolving (RES)', () => {
  it('[RES2] shows what the log knows to be done, and names what is open', async () => {
    const window = await renderIncident();
    await window.act((test) =>
      test.run({
        type: 'attempt-mitigation',
        action: 'rollback',
        what: 'web',
        owner: 'Sam',
        checkBackIn: 300_000 as never,
      }),
    );
    const dialog = await resolving(window);
    expect(lines(dialog)).toEqual([
      ['Service normal for 10 minutes', false],
      ['Mitigations closed open: Roll back: web', false],
      ['Temporary changes listed', false],
      ['Final update sent', false],
      ['Post-mortem owner and date agreed', false],
    ]);
  });

  it('[RES1] is blocked by nothing; what is unticked becomes action items', async () => {
    const window = await renderIncident();
    const dialog = await resolving(window);
    await window.user.click(within(dialog).getByRole('checkbox', { name: /^Service normal/ }));
    await window.user.click(within(dialog).getByRole('checkbox', { name: /^Final update/ }));
    await window.user.type(window.field('How it ended'), 'rolled back, error rate normal');
    await window.user.click(window.button('Resolve', dialog));
    expect(window.test.incident.isResolved).toBe(true);
    expect(items(window)).toEqual(['Agree who writes the post-mortem, to be reviewed within 48 hours']);
    expect(window.row('Resolved: rolled back, error rate normal').dataset['kind']).toBe('resolved');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[UPD9] stops the clock, and the incident says that it is resolved', async () => {
    const window = await renderIncident();
    await resolving(window);
    await window.user.keyboard('{Enter}');
    expect(screen.getByTestId('update-timer').dataset['state']).toBe('off');
    expect(screen.getByText('Resolved', { selector: 'strong' })).toBeDefined();
    const lasted = screen.getByRole('timer', { name: 'Elapsed' }).textContent;
    await window.pass(60_000);
    expect(screen.getByRole('timer', { name: 'Elapsed' }).textContent).toBe(lasted);
  });

  it('can wait', async () => {
    const window = await renderIncident();
    const dialog = await resolving(window);
    await window.user.click(window.button('Not yet', dialog));
    expect(window.test.incident.isResolved).toBe(false);
    expect(document.activeElement).toBe(window.pad);
  });
});

describe('reopening (RES4)', () => {
  async function resolved(): Promise<WindowUnderTest> {
    const window = await renderIncident();
    await window.act((test) => test.run({ type: 'resolve', unticked: [] }));
    return window;
  }

  it('[RES4] takes a reason and starts the clock anew', async () => {
    const window = await resolved();
    await window.openDialog('Reopen');
    await window.user.keyboard('errors are back{Enter}');
    expect(window.test.incident.isResolved).toBe(false);
    expect(screen.getByTestId('update-timer').dataset['due']).toBe('2026-11-23T03:19:00.000Z');
    expect(window.row('Reopened: errors are back').dataset['kind']).toBe('reopened');
    expect(window.button('Resolve')).toBeDefined();
  });

  it('[RES4] says beside the field that a reason is missing', async () => {
    const window = await resolved();
    const dialog = await window.openDialog('Reopen');
    await window.user.keyboard('{Enter}');
    expect(within(dialog).getByRole('alert').textContent).toMatch(/^Give a reason/);
    expect(window.test.incident.isResolved).toBe(true);
  });
});

describe('action items (ACT)', () => {
  async function withItem(): Promise<WindowUnderTest> {
    const window = await renderIncident();
    await window.user.type(window.field('New action item'), 'Alert on 5xx burn{Enter}');
    return window;
  }

  it('[ACT1] are added with one line and Enter', async () => {
    const window = await withItem();
    expect(items(window)).toEqual(['Alert on 5xx burn']);
    expect(window.field('New action item').value).toBe('');
    expect(screen.getByRole('region', { name: 'Action items · 1 open' })).toBeDefined();
  });

  it('[ACT1] say what an empty one lacks', async () => {
    const window = await renderIncident();
    await window.user.click(window.button('Add'));
    expect(screen.getByText('Say what is to be done.')).toBeDefined();
    expect(items(window)).toEqual([]);
  });

  it('[ACT2] close with evidence or a reason, and open again', async () => {
    const window = await withItem();
    await window.user.click(window.button('Close “Alert on 5xx burn”'));
    await window.user.click(window.button('Done'));
    expect(screen.getByText(/^Give a reason/)).toBeDefined();
    await window.user.type(window.field(/^How do we know/), 'paged in the game day');
    await window.user.click(window.button('Done'));
    expect(screen.getByText('done: paged in the game day')).toBeDefined();
    await window.user.click(window.button('Reopen “Alert on 5xx burn”'));
    expect(window.test.incident.actionItems[0]?.state).toBe('open');
  });
});
