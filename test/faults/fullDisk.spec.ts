/**
 * Full disks, again and again: test/e2e/fullDisk.spec.ts and exportFaults.spec.ts say what is shown, this
 * says that it is so each time, wherever in a file the disk ends. Long version only.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { freshFolder } from '../support/freshFolder';
import { mountRefusal } from '../support/smallDisk';
import { declare, durableRows, entries, exportPostMortem, log, saved, untilDurable } from '../e2e/driver';
import { expectAllKept } from '../e2e/relaunches';
import { figure, longTest } from './runs';

const bench = new Bench();
const ROUNDS = 20;
const KILLS = 8;
const PAGE_BYTES = 4096;

const longNote = (name: string): string => `${name} ${'lorem ipsum '.repeat(700)}`.trim();
const unsaved = (page: Page) => page.getByRole('alert').filter({ hasText: 'NOT SAVED' });

/** Fills the disk by notes until one is held in memory only; how many were typed. */
async function typedUntilFull(page: Page, name: string): Promise<number> {
  for (let n = 1; n <= 40; n += 1) {
    await log(page, longNote(`${name}, note ${n}`));
    await expect(saved(page).filter({ hasText: /^(?:Saved|NOT SAVED)/ })).toBeVisible();
    if (await unsaved(page).isVisible()) return n;
  }
  throw new Error('the disk never filled up');
}

test.beforeEach(() => {
  const refusal = mountRefusal();
  test.skip(refusal !== null, refusal ?? '');
});

test.afterEach(() => bench.clear());

longTest(
  `a disk that fills up ${ROUNDS} times in one session costs no row, and saving resumes each time`,
  async () => {
    test.setTimeout(600_000);
    const disk = bench.disk(60);
    const console = await bench.launch({ userDataDir: disk.folder });
    const { page } = console;
    await declare(page, { title: 'Full again', commander: 'Dana' });
    await untilDurable(page, 2);
    let rows = 2;
    let slowest = 0;
    for (let round = 1; round <= ROUNDS; round += 1) {
      disk.fillUp(round * 700);
      rows += await typedUntilFull(page, `round ${round}`);
      expect(await durableRows(page)).toBeLessThan(rows);
      disk.makeRoom();
      const freed = Date.now();
      await untilDurable(page, rows);
      slowest = Math.max(slowest, Date.now() - freed);
    }
    figure('times a disk was filled in a session', ROUNDS);
    figure('saving resumed after space was freed, slowest ms', slowest);
    await expect(unsaved(page)).toBeHidden();
    await expectAllKept(bench, console);
  },
);

longTest(
  `${KILLS} kills on a full disk, with starts on it as it is, cost no row that said Saved`,
  async () => {
    test.setTimeout(600_000);
    const disk = bench.disk(60);
    const first = await bench.launch({ userDataDir: disk.folder });
    await declare(first.page, { title: 'Killed when full', commander: 'Dana' });
    await untilDurable(first.page, 2);
    let console = first;
    for (let round = 1; round <= KILLS; round += 1) {
      disk.fillUp(round * 1_500);
      await typedUntilFull(console.page, `round ${round}`);
      const acknowledged = await durableRows(console.page);
      await console.killAll();
      console = await bench.again(first);
      await expect(entries(console.page)).not.toHaveCount(0);
      expect(await durableRows(console.page)).toBeGreaterThanOrEqual(acknowledged);
      disk.makeRoom();
      const rows = await durableRows(console.page);
      await log(console.page, `after kill ${round}`);
      await untilDurable(console.page, rows + 1);
    }
    figure('kills on a full disk', KILLS);
    await expectAllKept(bench, console);
  },
);

longTest(`${ROUNDS} of ${ROUNDS} exports onto a full disk leave the older file as it was`, async () => {
  test.setTimeout(600_000);
  const home = freshFolder('home');
  const disk = bench.disk(8, join(home, 'Incident Console'));
  const { page } = await bench.launch({ home });
  await declare(page, { title: 'Export', commander: 'Dana' });
  for (let n = 1; n <= 20; n += 1) await log(page, longNote(`note ${n}`));
  await untilDurable(page, 22);
  const path = await exportPostMortem(page);
  const older = readFileSync(path);
  const refused = page.getByRole('alert').filter({ hasText: 'The post-mortem was not written.' });
  let untouched = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    disk.makeRoom();
    disk.fillUp(round * PAGE_BYTES);
    await page.getByRole('button', { name: 'Export post-mortem' }).click();
    await expect(refused).toContainText('has no space left');
    if (readFileSync(path).equals(older)) untouched += 1;
    await refused.locator('..').getByRole('button', { name: 'Dismiss this message' }).click();
    await expect(refused).toBeHidden();
  }
  figure('full-disk exports that left the older file as it was', untouched);
  expect(untouched).toBe(ROUNDS);
});
