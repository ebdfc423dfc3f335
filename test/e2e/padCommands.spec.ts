/** A scribe runs a good part of an incident from the pad: keys only, and the focus never leaves it. */
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { declare, entries, pad, untilDurable } from './driver';
import { Hands } from './hands';

const bench = new Bench();
const list = (page: Page) => page.getByRole('listbox', { name: 'Completions' });

test.afterAll(() => bench.clear());

/** What a scribe types, and what the timeline then says. */
const LINES: readonly (readonly [line: string, says: string, kind: string])[] = [
  ['/impact 12 % of checkouts fail', '12 % of checkouts fail', 'impact'],
  ['/role comms @ana', 'Communications lead: ana', 'role'],
  ['/role sme @sam payments', 'sam', 'role'],
  ['/mitigate rollback web to 2.3 @sam check 10m', 'Roll back: web to 2.3 · sam', 'mitigation'],
  ['/at -3m first page from the canary', 'logged +3 min', 'note'],
  ['/at ten minutes ago deploy began', 'logged +10 min', 'note'],
  ['/decide stay on 2.3', 'stay on 2.3', 'decision'],
  ['/worked 5xx at 0.1 %', '5xx at 0.1 %', 'verdict'],
  ['/sev 2 EU only', 'EU only', 'severity'],
  ['TODO: alert on 5xx burn due fri', 'alert on 5xx burn', 'action'],
  ['/snooze 5 waiting for the cache', 'waiting for the cache', 'clock'],
  ['/var/log is full', '/var/log is full', 'note'],
];

test('[GRM11] a scribe commands from the pad, and completes what they type', async () => {
  const { page } = await bench.launch();
  const hands = new Hands(page);
  await declare(page, { title: 'Checkout errors', commander: 'Dana' });
  await expect(pad(page)).toBeFocused();

  for (const [line, says, kind] of LINES) {
    await hands.type(line);
    await hands.press('Enter');
    await expect(entries(page).filter({ hasText: says }).last()).toHaveAttribute('data-kind', kind);
    await expect(pad(page)).toBeFocused();
    await expect(pad(page)).toHaveValue('');
  }
  await expect(page.getByTestId('severity')).toContainText('Sev 2');
  await expect(page.getByTestId('update-timer')).toHaveAttribute('data-state', 'snoozed');

  // Completing: Tab takes the first, undo takes it back, Escape closes the list and keeps the text.
  await hands.type('/ph');
  await expect(list(page).getByRole('option')).toHaveCount(1);
  await hands.press('Tab');
  await expect(pad(page)).toHaveValue('/phase ');
  await hands.press('Control+z');
  await expect(pad(page)).toHaveValue('/ph');
  await hands.press('Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(pad(page)).toHaveValue('/phase mitigation ');
  await expect(page.getByRole('list', { name: 'Read as' })).toContainText('Phase Mitigation');
  await hands.press('Enter');
  await expect(pad(page)).toHaveValue('');

  await hands.type('ask @a');
  await expect(list(page)).toContainText('@ana');
  await hands.press('ArrowLeft');
  await expect(list(page)).toBeHidden();
  await hands.press('ArrowRight', 'Backspace');
  await expect(list(page)).toBeVisible();
  await hands.press('Escape');
  await expect(list(page)).toBeHidden();
  await expect(pad(page)).toHaveValue('ask @');
  await expect(pad(page)).toBeFocused();
  await hands.press('Enter');

  // What can't be taken stays, and can always be logged as text.
  await hands.type('/sev 9 x');
  await hands.press('Enter');
  await expect(page.locator('#pad-problem')).toContainText('Give the level, 1 to 4');
  await expect(pad(page)).toHaveValue('/sev 9 x');
  await hands.press('Control+Enter');
  await expect(entries(page).filter({ hasText: '/sev 9 x' })).toHaveAttribute('data-kind', 'note');
  await expect(pad(page)).toBeFocused();
  await untilDurable(page, await entries(page).count());
});
