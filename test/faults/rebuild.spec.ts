/**
 * A working copy that is gone is built anew from the journal before anybody has finished a sentence.
 * Long version only: a log of 50,000 rows is no everyday test.
 */
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { longLog, seedProfile } from '../support/seedJournal';
import { log, untilDurable } from '../e2e/driver';
import { copiedCount, copiedRows } from './rowsOnDisk';
import { figure, isLong } from './runs';

const bench = new Bench();

test.afterEach(() => bench.clear());

/** From the page's first instruction to its timeline: the start of the page counts too. */
const shownAfterMs = (page: Page): Promise<number> =>
  page.evaluate(() => Math.round(performance.getEntriesByName('app:data')[0]?.startTime ?? NaN));

const LOGS = [
  { rows: 10_000, goalMs: 1_500 },
  { rows: 50_000, goalMs: 6_000 },
] as const;

for (const { rows, goalMs } of isLong ? LOGS : []) {
  test(`${rows} rows without a working copy are shown and copied again, the count going up meanwhile`, async () => {
    test.setTimeout(300_000);
    const { profile, rows: seeded } = await seedProfile([longLog(rows - 2)]);
    const { page } = await bench.launch({ userDataDir: profile });
    const progress = page.getByRole('status').filter({ hasText: 'Rebuilding from the journal:' });
    if (goalMs > 5_000) await expect(progress).toBeVisible();
    await log(page, 'typed meanwhile');
    await expect(page.getByTestId('saved')).toHaveAttribute('data-durable', String(seeded + 1), {
      timeout: 60_000,
    });
    await untilDurable(page, seeded + 1);
    const ms = await shownAfterMs(page);
    figure(`rebuild of ${rows.toLocaleString('en')} rows, ms (goal ${goalMs})`, ms);
    // The working copy follows behind what is shown, piece by piece.
    await expect.poll(() => copiedCount(page), { timeout: 120_000, intervals: [500] }).toBe(seeded + 1);
    const now = await page.evaluate(() => Math.round(performance.now()));
    figure(`working copy of ${rows.toLocaleString('en')} rows whole again, ms`, now);
    expect((await copiedRows(page)).size).toBe(seeded + 1);
  });
}
