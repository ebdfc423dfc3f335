/**
 * A disk that is slow or refuses an fsync: "Saved" comes after the disk and never before, typing waits for
 * nothing, and a file whose fsync failed is not trusted again.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { journalledNotes } from '../support/journalOnDisk';
import { declare, durableRows, keysToPaintMs, log, pad, saved, untilDurable } from '../e2e/driver';
import { expectAllKept } from '../e2e/relaunches';
import { figure, longTest } from './runs';
import { SickDisk, sicknessRefusal } from './sickDisk';

const bench = new Bench();
const TYPED_ROUNDS = 20;

test.beforeEach(() => {
  const refusal = sicknessRefusal();
  test.skip(refusal !== null, refusal ?? '');
});

test.afterEach(() => bench.clear());

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'NOT SAVED' });
const segments = (profile: string): readonly string[] =>
  readdirSync(join(profile, 'journal')).filter((name) => name.endsWith('.ndjson'));

async function onSickDisk(): Promise<{ console: RunningConsole; disk: SickDisk }> {
  const profile = freshFolder('profile');
  const disk = new SickDisk(profile);
  const console = await bench.launch({ userDataDir: profile, env: disk.env });
  await declare(console.page, { title: 'Sick disk', commander: 'Dana' });
  await untilDurable(console.page, 2);
  return { console, disk };
}

test('one fsync that fails acknowledges nothing; the row goes to a new file, and then says Saved', async () => {
  const { console, disk } = await onSickDisk();
  const { page, profile } = console;
  disk.be({ failingSyncs: 1 });
  await log(page, 'while the disk failed');
  await expect(banner(page)).toContainText('NOT SAVED: 1 entry is held in memory only.');
  expect(disk.syncsLeft).toBe(0);
  expect(await durableRows(page)).toBe(2);
  await untilDurable(page, 3);
  await expect(banner(page)).toBeHidden();
  expect(segments(profile)).toHaveLength(2);
  expect(journalledNotes(profile)).toEqual(['while the disk failed']);
  await expectAllKept(bench, console);
});

longTest(
  'while every fsync fails the banner stays, typing goes on, and a kill takes nothing that said Saved',
  async () => {
    const { console, disk } = await onSickDisk();
    const { page } = console;
    await log(page, 'before');
    await untilDurable(page, 3);
    disk.be({ failingSyncs: 'all' });
    for (const note of ['one', 'two', 'three']) await log(page, note);
    await expect(saved(page)).toHaveText('NOT SAVED: 3');
    await pad(page).pressSequentially('typing goes on');
    await page.waitForTimeout(4_000);
    await expect(banner(page)).toBeVisible();
    expect(await durableRows(page)).toBe(3);
    await console.killAll();
    const next = await bench.again(console);
    await expect(pad(next.page)).toHaveValue('typing goes on');
    await pad(next.page).fill('');
    expect(await settledRows(next.page)).toBeGreaterThanOrEqual(3);
    await expectAllKept(bench, next);
  },
);

longTest(
  'a disk that writes nothing for a while is told of, and all is saved once it writes again',
  async () => {
    const { console, disk } = await onSickDisk();
    const { page } = console;
    for (const error of ['EROFS', 'EIO', 'EDQUOT'] as const) {
      const before = await durableRows(page);
      disk.be({ failingWrites: 'all', error });
      await log(page, `during ${error}`);
      await expect(banner(page)).toContainText('NOT SAVED: 1 entry is held in memory only.');
      expect(await durableRows(page)).toBe(before);
      disk.be({});
      await untilDurable(page, before + 1);
      await expect(banner(page)).toBeHidden();
    }
    await expectAllKept(bench, console);
  },
);

test('Saved comes after the fsync, however long that takes, and every key arrives meanwhile', async () => {
  const { console, disk } = await onSickDisk();
  const { page } = console;
  disk.be({ slowMs: 3_000 });
  const began = Date.now();
  await log(page, 'waits for the disk');
  const keys = 'typed while the disk is asleep';
  await page.keyboard.type(keys);
  await expect(pad(page)).toHaveValue(keys);
  expect(await durableRows(page)).toBe(2);
  await expect(saved(page)).toHaveText('Saving…');
  await untilDurable(page, 3);
  expect(Date.now() - began).toBeGreaterThanOrEqual(3_000);
  disk.be({});
  await pad(page).fill('');
  await expectAllKept(bench, console);
});

longTest('typing is as quick as ever while each fsync takes half a second', async () => {
  const { console, disk } = await onSickDisk();
  const { page } = console;
  disk.be({ slowMs: 500 });
  const waits: number[] = [];
  for (let round = 1; round <= TYPED_ROUNDS; round += 1) {
    await log(page, `round ${round}`);
    waits.push(...(await keysToPaintMs(page, 'a quick brown fox')));
    await pad(page).fill('');
  }
  await untilDurable(page, 2 + TYPED_ROUNDS);
  const sorted = waits.sort((a, b) => a - b);
  figure('key to paint with fsync at 500 ms, p99 ms', sorted[Math.floor(sorted.length * 0.99)] ?? 0);
  disk.be({});
  await expectAllKept(bench, console);
});

/** The count that stands once the log has been read. */
async function settledRows(page: Page): Promise<number> {
  await expect(saved(page)).toContainText('Saved');
  return durableRows(page);
}
