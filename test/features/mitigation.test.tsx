import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { iso } from '../../renderer/domain/time';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

const first = (): HTMLElement => screen.getByRole('region', { name: 'Mitigate first' });

/** Starts a roll-back of web by Sam, to be checked after 5 minutes. */
async function rollingBack(options = {}): Promise<WindowUnderTest> {
  const window = await renderIncident(options);
  await window.openDialog('Roll back');
  await window.user.keyboard('web to 2026.11.22.4');
  await window.fillLabelled('Who does it', 'Sam');
  await window.user.keyboard('{Enter}');
  return window;
}

const card = (): HTMLElement => screen.getByRole('article', { name: 'Roll back: web to 2026.11.22.4' });

describe('trying a mitigation (MIT)', () => {
  it.each([
    ['Roll back', 'rollback'],
    ['Shift traffic', 'shift'],
    ['Disable feature', 'disable'],
  ])('[MIT1] %s asks what, who and when to check back', async (button, action) => {
    const window = await renderIncident();
    await window.openDialog(button);
    expect(document.activeElement).toBe(window.field('What'));
    await window.user.keyboard('the new checkout{Enter}');
    const [attempt] = window.test.incident.attempts;
    expect(attempt).toMatchObject({ action, what: 'the new checkout', owner: 'Dana' });
    expect(attempt && iso(attempt.checkBackAt)).toBe('2026-11-23T03:09:00.000Z');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[MIT1] is logged with who does it and when to check back', async () => {
    const window = await rollingBack();
    const row = window.row('Roll back: web to 2026.11.22.4 · Sam · check back 03:09');
    expect(row.dataset['kind']).toBe('mitigation');
    expect(window.test.console.settings.store.getState().people[0]).toBe('Sam');
  });

  it('opens from the keyboard', async () => {
    const window = await renderIncident();
    await window.user.keyboard('{Control>}{Shift>}B{/Shift}{/Control}');
    expect(await window.dialog('Roll back')).toBeDefined();
  });

  it('[MIT1] needs to know what, and says so beside the field', async () => {
    const window = await renderIncident();
    const dialog = await window.openDialog('Shift traffic');
    await window.user.click(window.button('Start', dialog));
    expect(within(dialog).getByRole('alert').textContent).toMatch(/^Say what is being done/);
    expect(document.activeElement).toBe(window.field('What'));
  });

  it.each(['0', '241', 'soon', '0.5', ''])('[MIT1] takes no check-back of “%s” minutes', async (typed) => {
    const window = await renderIncident();
    const dialog = await window.openDialog('Shift traffic');
    await window.user.keyboard('all to EU-west');
    await window.user.clear(window.field('Check back in (minutes)'));
    if (typed !== '') await window.user.type(window.field('Check back in (minutes)'), typed);
    await window.user.click(window.button('Start', dialog));
    expect(within(dialog).getByRole('alert').textContent).toBe('Check back in 1 to 240 minutes.');
    expect(window.field('Check back in (minutes)').getAttribute('aria-invalid')).toBe('true');
    expect(window.field('What').getAttribute('aria-invalid')).toBeNull();
    expect(window.test.incident.attempts).toEqual([]);
  });

  it('[MIT1] takes a check-back written as “12 min”', async () => {
    const window = await renderIncident();
    await window.openDialog('Disable feature');
    await window.user.keyboard('new cart');
    await window.fill('Check back in (minutes)', '12 min');
    await window.user.keyboard('{Enter}');
    const [attempt] = window.test.incident.attempts;
    expect(attempt && iso(attempt.checkBackAt)).toBe('2026-11-23T03:16:00.000Z');
  });
});

describe('how an attempt went (MIT2)', () => {
  it('is asked for from its mark on, and blocks nothing', async () => {
    const window = await rollingBack();
    expect(card().textContent).toContain('Sam · check back 03:09');
    await window.pass(5 * 60_000 + 10);
    expect(card().textContent).toContain('Sam · check now, since 03:09');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['Worked', 'worked'],
    ['Partly', 'partly'],
    ['Didn’t', 'didnt'],
    ['Worse', 'worse'],
  ])('[MIT2] %s is one click, and logged', async (button, verdict) => {
    const window = await rollingBack();
    await window.user.click(window.button(button, card()));
    expect(window.test.incident.attempts[0]?.judged?.verdict).toBe(verdict);
    expect(within(card()).queryAllByRole('button')).toEqual([]);
    expect(screen.getByRole('region', { name: 'Tried' }).contains(card())).toBe(true);
    expect(window.test.lastWritten?.kind).toBe('verdict');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[MIT3] can wait five minutes more', async () => {
    const window = await rollingBack();
    await window.user.click(window.button('+5 min: check back later', card()));
    expect(card().textContent).toContain('check back 03:14');
    expect(window.test.incident.attempts[0]?.judged).toBeUndefined();
  });
});

describe('cues of the board', () => {
  it('[MIT5] says when nothing has been tried for ten minutes', async () => {
    const window = await renderIncident();
    await window.pass(8 * 60_000);
    expect(within(first()).queryByText(/Nothing tried/)).toBeNull();
    await window.pass(60_010);
    expect(within(first()).getByText('Nothing tried for 10 min.')).toBeDefined();
  });

  it('offers the time of a mitigation that worked as the stamp, and never sets it by itself', async () => {
    const window = await rollingBack();
    await window.pass(60_000);
    await window.user.click(window.button('Worked', card()));
    expect(window.test.incident.stamps.mitigated).toBeUndefined();
    await window.user.click(window.button('Mitigated at 03:05'));
    const { mitigated } = window.test.incident.stamps;
    expect(mitigated && iso(mitigated.at)).toBe('2026-11-23T03:05:00.000Z');
    expect(screen.queryByRole('button', { name: /^Mitigated at/ })).toBeNull();
  });
});
