import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { iso } from '../../renderer/domain/time';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { PageWorld } from '../support/pageWorld';
import { renderConsole, renderIncident, type WindowUnderTest } from '../support/renderConsole';

async function composing(window?: WindowUnderTest): Promise<WindowUnderTest> {
  const opened = window ?? (await renderIncident());
  await opened.user.click(opened.button('Write update'));
  return opened;
}

const composer = (): HTMLElement | null => screen.queryByRole('region', { name: 'Stakeholder update' });

const alert = (): string | undefined => within(composer() ?? document.body).queryByRole('alert')?.textContent;

const due = (): string | null => screen.getByTestId('update-timer').getAttribute('data-due');

const values = (window: WindowUnderTest): readonly string[] =>
  ['Impact', 'What we know', 'What we are doing', 'Next update'].map((name) => window.field(name).value);

const choose = (window: WindowUnderTest, state: string): Promise<void> =>
  window.user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), state);

describe('writing a stakeholder update (UPD)', () => {
  it('opens under the timeline with the cursor in the impact, and the next update by cadence', async () => {
    const window = await composing();
    expect(document.activeElement).toBe(window.field('Impact'));
    expect(values(window)).toEqual(['', '', '', '2026-11-23 03:19']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('opens with Mod+U', async () => {
    const window = await renderIncident();
    await window.user.keyboard('{Control>}u{/Control}');
    expect(composer()).not.toBeNull();
  });

  it('[UPD3] settles the promise when it is marked sent, and leads back to the pad', async () => {
    const window = await composing();
    expect(due()).toBe('2026-11-23T03:18:00.000Z');
    await window.user.type(window.field('Impact'), '3 % of checkouts fail');
    await window.fill('Next update', '03:45');
    await window.user.click(window.button('Mark sent'));
    expect(composer()).toBeNull();
    expect(due()).toBe('2026-11-23T03:45:00.000Z');
    expect(window.row('Update 1 sent, investigating · 3 % of checkouts fail · next 03:45')).toBeDefined();
    expect(document.activeElement).toBe(window.pad);
  });

  it('is marked sent with Mod+Enter from any field', async () => {
    const window = await composing();
    await window.user.keyboard('3 % fail{Control>}{Enter}{/Control}');
    expect(composer()).toBeNull();
    expect(window.test.incident.updates).toHaveLength(1);
  });

  it('[UPD14] needs at least one sentence, and says so', async () => {
    const window = await composing();
    await window.user.click(window.button('Mark sent'));
    expect(alert()).toBe('Say at least what the impact is, what we know, or what we are doing.');
    expect(window.test.incident.updates).toEqual([]);
  });

  it.each([
    ['soonish', /That is not a time this field knows/],
    ['2026-11-23 02:00', /That time has passed/],
  ])('[UPD4] takes no next update like “%s”', async (next, sentence) => {
    const window = await composing();
    await window.user.type(window.field('Impact'), 'x');
    await window.fill('Next update', next);
    await window.user.click(window.button('Mark sent'));
    expect(alert()).toMatch(sentence);
    expect(window.field('Next update').value).toBe(next);
    expect(window.test.incident.updates).toEqual([]);
  });

  it('[UPD4] says that every update but the last promises the next one', async () => {
    const window = await composing();
    await window.user.type(window.field('Impact'), 'x');
    await window.user.clear(window.field('Next update'));
    expect(within(composer() ?? document.body).queryByText(/this is the last update/)).toBeNull();
    await window.user.click(window.button('Mark sent'));
    expect(alert()).toMatch(/^Say when the next update follows/);
  });

  it('[UPD4] offers the next time by the cadence of the state chosen', async () => {
    const window = await composing();
    await choose(window, 'Monitoring');
    expect(window.field('Next update').value).toBe('2026-11-23 03:34');
    await choose(window, 'Resolved');
    expect(window.field('Next update').value).toBe('');
    expect(screen.getByText('Empty: this is the last update, the clock stops.')).toBeDefined();
    await window.user.type(window.field('What we know'), 'all normal');
    await window.user.click(window.button('Mark sent'));
    expect(screen.getByTestId('update-timer').dataset['state']).toBe('off');
  });

  it('keeps offering a time that is still to come while one writes', async () => {
    const window = await composing();
    await window.user.type(window.field('Impact'), 'x');
    await window.pass(16 * 60_000);
    await window.user.type(window.field('Impact'), 'y{Control>}{Enter}{/Control}');
    const [sent] = window.test.incident.updates;
    expect(sent?.nextDueAt && iso(sent.nextDueAt)).toBe('2026-11-23T03:35:00.000Z');
  });
});

describe('what the log already says (UPD8)', () => {
  it('[UPD8] is there: the last update, and the mitigations under way', async () => {
    const window = await composing();
    await window.user.type(window.field('Impact'), '3 % fail');
    await window.user.type(window.field('What we know'), 'since the deploy{Control>}{Enter}{/Control}');
    await window.act((test) =>
      test.run({
        type: 'attempt-mitigation',
        action: 'rollback',
        what: 'web',
        owner: 'Sam',
        checkBackIn: 300_000 as never,
      }),
    );
    await composing(window);
    expect(values(window).slice(0, 3)).toEqual(['3 % fail', 'since the deploy', 'Roll back: web']);
    expect(screen.getByRole('heading', { name: 'Update 2' })).toBeDefined();
  });
});

describe('copying an update', () => {
  it('gives the text, says so, and settles nothing', async () => {
    const window = await composing();
    await window.user.type(window.field('Impact'), '3 % fail');
    await window.user.click(window.button('Copy as text'));
    expect(await screen.findByText(/^Copied\. Paste it where it belongs/)).toBeDefined();
    expect(window.test.world.copied).toEqual([
      [
        'Sev 1 · INC-0001 Checkout errors',
        'Update 1, 2026-11-23 03:04 UTC',
        'Status: Investigating',
        'Impact: 3 % fail',
        'Next update: 2026-11-23 03:19 UTC',
      ].join('\n'),
    ]);
    expect(window.test.incident.updates).toEqual([]);
    expect(due()).toBe('2026-11-23T03:18:00.000Z');
  });

  it('[EXP8] of a drill starts with the word', async () => {
    const test = new ConsoleUnderTest();
    test.declare({ drill: true });
    const window = await composing(await renderConsole(test));
    await window.user.type(window.field('Impact'), 'x');
    await window.user.click(window.button('Copy as text'));
    expect(window.test.world.copied[0]).toMatch(/^THIS IS A DRILL\n/);
  });

  it('copies no empty update, and says what is missing', async () => {
    const window = await composing();
    await window.user.click(window.button('Copy as text'));
    expect(window.test.world.copied).toEqual([]);
    expect(alert()).toMatch(/^Say at least what the impact is/);
  });

  it('[UPD4] copies no “last update” that could not be sent', async () => {
    const window = await composing();
    await window.user.type(window.field('Impact'), 'x');
    await window.user.clear(window.field('Next update'));
    await window.user.click(window.button('Copy as text'));
    expect(window.test.world.copied).toEqual([]);
    expect(alert()).toMatch(/^Say when the next update follows/);
  });
});

describe('an update half written', () => {
  it('is there again after Escape, and after a restart', async () => {
    const window = await composing();
    await window.user.keyboard('3 % of che{Escape}');
    expect(composer()).toBeNull();
    expect(document.activeElement).toBe(window.pad);
    await composing(window);
    expect(window.field('Impact').value).toBe('3 % of che');
    expect(window.test.world.drafts.get('composer:inc-1:impact')).toBe('3 % of che');
  });

  it('is forgotten when it was sent', async () => {
    const window = await composing();
    await choose(window, 'Identified');
    await window.user.type(window.field('Impact'), 'x{Control>}{Enter}{/Control}');
    expect([...window.test.world.drafts]).toEqual([]);
  });

  it('keeps a next time that was typed, and forgets it with another state', async () => {
    const window = await composing();
    await window.fill('Next update', '03:30');
    await window.user.click(window.button('Close'));
    await composing(window);
    expect(window.field('Next update').value).toBe('03:30');
    await choose(window, 'Monitoring');
    await window.user.click(window.button('Close'));
    await composing(window);
    expect(window.field('Next update').value).toBe('2026-11-23 03:34');
  });

  it('promises the same instant when the zone shown changes', async () => {
    const test = new ConsoleUnderTest({ world: new PageWorld('2026-11-23T03:04:00Z', 'Europe/Berlin') });
    test.declare();
    const window = await composing(await renderConsole(test));
    expect(window.field('Next update').value).toBe('2026-11-23 04:19');
    await window.user.click(screen.getByTitle('Times in the local zone or in UTC'));
    expect(window.field('Next update').value).toBe('2026-11-23 03:19');
    await window.user.type(window.field('Impact'), 'x{Control>}{Enter}{/Control}');
    const [sent] = window.test.incident.updates;
    expect(sent?.nextDueAt && iso(sent.nextDueAt)).toBe('2026-11-23T03:19:00.000Z');
  });
});

describe('/update while an update is being written (GRM4)', () => {
  it('[GRM4] brings it to the front as it is', async () => {
    const window = await composing();
    await window.user.type(window.field('Impact'), '3 % of checkouts fail');
    await window.user.click(window.pad);
    await window.user.keyboard('/update{Enter}');
    expect(document.activeElement).toBe(window.field('Impact'));
    expect([window.pad.value, window.field('Impact').value]).toEqual(['', '3 % of checkouts fail']);
  });

  it('[GRM4] takes the audience and what is known along, and loses nothing', async () => {
    const window = await composing();
    await window.user.type(window.field('What we know'), 'The deploy at 03:02');
    await window.user.click(window.pad);
    await window.user.keyboard('/update executives 5xx at 1 %{Enter}');
    expect(document.activeElement).toBe(window.field('Impact'));
    expect(window.field('What we know').value).toBe('The deploy at 03:02\n5xx at 1 %');
    expect(screen.getByRole('heading', { name: 'Update 1 for executives' })).toBeDefined();
    await window.user.click(window.pad);
    await window.user.keyboard('/update{Enter}');
    expect(screen.getByRole('heading', { name: 'Update 1 for executives' })).toBeDefined();
    await window.user.click(window.button('Close', composer() ?? undefined));
    await window.user.keyboard('/update support all green{Enter}');
    expect(window.field('What we know').value).toBe('The deploy at 03:02\n5xx at 1 %\nall green');
  });
});
