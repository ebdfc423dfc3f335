/**
 * Proof that nothing which said "Saved" is missing: three launches with a row written in each, since
 * a single one hides a damaged store (Chromium throws it away at the launch after that).
 */
import { expect, type Page } from '@playwright/test';
import type { StoredRow } from '../../electron/contract';
import type { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { journalledRows } from '../support/journalOnDisk';
import { durableRows, log, untilDurable } from './driver';

/** Ends the console and starts it three times; each time all acknowledged rows are in both stores. */
export async function expectAllKept(bench: Bench, first: RunningConsole): Promise<void> {
  let durable = await durableRows(first.page);
  let expected = journalledRows(first.profile);
  const incident = expected.at(0)?.incidentId;
  await first.close();
  expect(journalledRows(first.profile)).toEqual(expected);
  for (const launch of [1, 2, 3]) {
    const next = await bench.again(first);
    await untilDurable(next.page, durable);
    await expectBothStores(next, expected);
    await expect(next.page.getByText('NOT SAVED')).toHaveCount(0);
    await log(next.page, `launch ${launch} after ${incident ?? 'nothing'}`);
    await untilDurable(next.page, durable + 1);
    durable += 1;
    expected = journalledRows(first.profile);
    await next.close();
  }
}

/** The journal files and the working copy hold exactly these rows. */
export async function expectBothStores(
  { page, profile }: RunningConsole,
  rows: readonly StoredRow[],
): Promise<void> {
  expect(journalledRows(profile)).toEqual(rows);
  await expect.poll(() => rowsInWorkingCopy(page), { timeout: 15_000 }).toBe(rows.length);
}

/** Rows in the page's IndexedDB; -1 when it cannot be opened. */
function rowsInWorkingCopy(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((answer) => {
        const opening = indexedDB.open('incident-console');
        // Not there yet: leave it to the console to make it.
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
        opening.addEventListener('error', () => answer(-1));
        opening.addEventListener('success', () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('rows')) return answer(0);
          const count = db.transaction('rows').objectStore('rows').count();
          count.addEventListener('success', () => answer(count.result));
          count.addEventListener('error', () => answer(-1));
          db.close();
        });
      }),
  );
}
