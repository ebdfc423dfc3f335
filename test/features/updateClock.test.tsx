import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderIncident, type WindowUnderTest } from '../support/renderConsole';

/** Declared at 03:03, so that the first update is due at 03:18; it is 03:04. */
const timer = (): HTMLElement => screen.getByTestId('update-timer');

const reading = () => ({
  text: timer().textContent,
  state: timer().dataset['state'],
  due: timer().dataset['due']?.slice(11, 16),
});

async function snoozing(window: WindowUnderTest): Promise<HTMLElement> {
  return window.openDialog('Snooze', 'Snooze the update');
}

describe('the update clock (UPD)', () => {
  it('[UPD6] counts down, says when it is due soon, and counts on when overdue', async () => {
    const window = await renderIncident();
    expect(screen.getByRole('timer', { name: 'Next update' })).toBe(timer());
    await window.pass(10);
    expect(reading()).toEqual({ text: '13:59', state: 'ok', due: '03:18' });
    await window.pass(11 * 60_000);
    expect(reading()).toEqual({ text: '02:59', state: 'due-soon', due: '03:18' });
    await window.pass(3 * 60_000 + 12_000);
    expect(reading()).toEqual({ text: '+00:12', state: 'overdue', due: '03:18' });
  });

  it('[UPD1] is off for a Sev 4', async () => {
    const window = await renderIncident();
    await window.act((test) => test.run({ type: 'change-severity', to: 4, reason: 'no customer sees it' }));
    expect(reading()).toEqual({ text: '–', state: 'off', due: undefined });
    expect(screen.queryByRole('button', { name: 'Snooze' })).toBeNull();
  });
});

describe('snoozing (UPD12)', () => {
  it.each([5, 10, 15])('[UPD12] moves the due time by %i minutes, with a reason', async (minutes) => {
    const window = await renderIncident();
    await snoozing(window);
    await window.user.click(screen.getByRole('radio', { name: `${minutes} min` }));
    await window.user.type(window.field('Reason'), 'on the call{Enter}');
    expect(reading()).toMatchObject({ state: 'snoozed', due: `03:${18 + minutes}` });
    expect(window.row(`Update snoozed ${minutes} min`).dataset['kind']).toBe('clock');
    expect(document.activeElement).toBe(window.pad);
  });

  it('[UPD12] needs a reason, and says so beside the field', async () => {
    const window = await renderIncident();
    const dialog = await snoozing(window);
    await window.user.click(window.button('Snooze', dialog));
    expect(within(dialog).getByRole('alert').textContent).toMatch(/^Give a reason/);
    expect(document.activeElement).toBe(window.field('Reason'));
    expect(reading().state).toBe('ok');
  });
});

describe('pausing (UPD13)', () => {
  it('[UPD13] stops the clock with a reason, until somebody resumes it', async () => {
    const window = await renderIncident();
    const dialog = await snoozing(window);
    await window.user.type(window.field('Reason'), 'the status page carries it');
    await window.user.click(window.button('Pause instead', dialog));
    expect(reading()).toEqual({ text: '–', state: 'paused', due: undefined });
    expect(screen.queryByRole('button', { name: 'Snooze' })).toBeNull();
    await window.user.click(window.button('Resume'));
    expect(reading()).toMatchObject({ state: 'ok', due: '03:18' });
  });

  it('[UPD13] needs a reason too', async () => {
    const window = await renderIncident();
    const dialog = await snoozing(window);
    await window.user.click(window.button('Pause instead', dialog));
    expect(within(dialog).getByRole('alert').textContent).toMatch(/^Give a reason/);
    expect(reading().state).toBe('ok');
  });
});

describe('the cadence (UPD2)', () => {
  const CHANGE = 'Change how often updates are due';
  const NAME = 'How often updates are due';

  it('[UPD2] can be set, and given back', async () => {
    const window = await renderIncident();
    await window.openDialog(CHANGE, NAME);
    expect(window.field('Minutes between updates').value).toBe('15');
    await window.fill('Minutes between updates', '20');
    await window.user.keyboard('{Enter}');
    expect(reading().due).toBe('03:23');
    await window.openDialog(CHANGE, NAME);
    await window.user.clear(window.field('Minutes between updates'));
    await window.user.click(window.button('Set cadence'));
    expect(window.test.incident.clock?.setMinutes).toBeNull();
  });

  it.each(['4', '121', 'often', '7.5', '-5'])('[UPD2] is never “%s”', async (typed) => {
    const window = await renderIncident();
    const dialog = await window.openDialog(CHANGE, NAME);
    await window.fill('Minutes between updates', typed);
    await window.user.click(window.button('Set cadence'));
    expect(within(dialog).getByRole('alert').textContent).toBe('Send updates every 5 to 120 minutes.');
    expect(reading().due).toBe('03:18');
  });

  it.each(['5', '120'])('[UPD2] may be %s', async (typed) => {
    const window = await renderIncident();
    await window.openDialog(CHANGE, NAME);
    await window.fill('Minutes between updates', typed);
    await window.user.keyboard('{Enter}');
    expect(window.test.incident.clock?.setMinutes).toBe(Number(typed));
  });
});
