/**
 * What a scribe does with entries that are logged: pin, sort, find, filter, merge and take back, in the real
 * window, with a log longer than what is mounted.
 */
import { expect, test, type Page } from '@playwright/test';
import { minutes } from '../../renderer/domain/time';
import { Bench } from '../support/bench';
import { declaredAgo, seedProfile, type Deed } from '../support/seedJournal';
import { choose, entries, log, pad } from './driver';

const bench = new Bench();
test.afterAll(() => bench.clear());

const row = (page: Page, text: string) => entries(page).filter({ hasText: text });

function longLog(): readonly Deed[] {
  const [declared, ...rest] = declaredAgo(minutes(60), { title: 'Checkout errors' });
  if (!declared) throw new Error('nothing declared');
  const notes = Array.from({ length: 400 }, (_, i) => ({
    ...declared,
    command: {
      type: 'log-note' as const,
      kind: 'note' as const,
      text: i === 3 ? 'Zoë: CAFÉ cluster restarts #cause' : `note ${i}`,
      at: declared.at,
    },
  }));
  return [declared, ...rest, ...notes];
}

test('entries are found, filtered, sorted, merged and taken back by keyboard', async () => {
  const { profile } = await seedProfile([longLog()], { userName: 'Dana' });
  const { page } = await bench.launch({ userDataDir: profile });
  await expect(row(page, 'note 399')).toBeVisible();

  await page.keyboard.press('Control+f');
  await page.keyboard.type('cafe clu');
  await expect(page.getByRole('search').getByRole('status')).toHaveText('1 of 1');
  await expect(row(page, 'CAFÉ cluster')).toBeInViewport();
  await expect(row(page, 'CAFÉ cluster').locator('mark')).toHaveText('CAFÉ clu');
  await page.keyboard.press('Escape');
  await expect(pad(page)).toBeFocused();

  await row(page, 'CAFÉ cluster').getByRole('button', { name: 'Pin' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Tag' }).selectOption('=cause');
  await expect(page.getByText(/^1 of \d+ shown$/)).toBeVisible();
  await pad(page).focus();
  await log(page, 'eu-west only');
  await expect(page.getByText('1 note logged, hidden by the filter.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(row(page, 'eu-west only')).toBeVisible();

  await log(page, 'and since 02:50');
  await choose(row(page, 'and since'), 'Merge with…');
  await expect(page.getByRole('radio', { checked: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(row(page, 'eu-west only')).toContainText('and since 02:50');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row(page, 'eu-west only')).not.toContainText('and since 02:50');

  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('zoe: caf');
  const hit = page.getByRole('dialog').getByRole('button', { name: /CAFÉ cluster/ });
  await expect(hit).toBeVisible();
  await hit.press('Enter');
  await expect(row(page, 'CAFÉ cluster')).toBeInViewport();
  // The find bar stands at the hit, and leads from there to the next.
  await expect(row(page, 'CAFÉ cluster').locator('mark')).toHaveText('Zoë: CAF');
  await page.keyboard.press('Escape');
  await expect(pad(page)).toBeFocused();
});
