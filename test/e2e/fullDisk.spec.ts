/**
 * A disk that takes not one byte more, for the journal, for the working copy, or for both: what is saved
 * is told from what is not, typing goes on, and saving goes on by itself once there is room.
 */
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { journalledNotes } from '../support/journalOnDisk';
import { mountRefusal, unmount, type SmallDisk } from '../support/smallDisk';
import { declare, durableRows, entries, log, pad, saved, untilDurable } from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();

test.beforeEach(() => {
  const refusal = mountRefusal();
  test.skip(refusal !== null, refusal ?? '');
});

test.afterEach(() => bench.clear());

const unsavedNotice = (page: Page) => page.getByRole('alert').filter({ hasText: 'NOT SAVED' });
const copyNotice = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'The working copy of the log failed.' });

/** A note that fills two pages of memory: what is left of the last page of a file holds none. */
const longNote = (name: string): string => `${name} ${'lorem ipsum '.repeat(700)}`.trim();

async function onDisk(megabytes: number): Promise<{ console: RunningConsole; disk: SmallDisk }> {
  const disk = bench.disk(megabytes);
  const console = await bench.launch({ userDataDir: disk.folder });
  await declare(console.page, { title: 'Disk full', commander: 'Dana' });
  for (const note of ['one', 'two', 'three']) await log(console.page, note);
  await untilDurable(console.page, 5);
  return { console, disk };
}

/** Logs notes until one is not saved; the names of all that were typed. */
async function typedUntilFull(page: Page): Promise<readonly string[]> {
  const names: string[] = [];
  for (let n = 1; n <= 20 && !(await unsavedNotice(page).isVisible()); n += 1) {
    names.push(`while full ${n}`);
    await log(page, longNote(`while full ${n}`));
    const settled = saved(page).filter({ hasText: /^(?:Saved|NOT SAVED)/ });
    await expect(settled).toBeVisible();
  }
  await expect(unsavedNotice(page)).toBeVisible();
  return names;
}

test('rows typed on a full disk are shown as not saved, can be copied, and are saved once there is room', async () => {
  const { console, disk } = await onDisk(40);
  const { page } = console;
  disk.fillUp();
  const names = await typedUntilFull(page);
  for (const name of ['short one', 'short two']) await log(page, longNote(name));
  const typed = [...names, 'short one', 'short two'];
  const durable = await durableRows(page);
  const unsaved = 5 + typed.length - durable;
  await expect(unsavedNotice(page)).toContainText(`NOT SAVED: ${unsaved} entries are held in memory only.`);
  await expect(unsavedNotice(page)).toContainText(
    'has no space left. Free some space; saving goes on by itself.',
  );
  await expect(saved(page)).toHaveText(`NOT SAVED: ${unsaved}`);
  await expect(entries(page).filter({ hasText: 'not saved yet' })).not.toHaveCount(0);
  await expect(entries(page).last()).toContainText('short two');
  expect(journalledNotes(console.profile)).toHaveLength(durable - 2);

  await page.getByRole('button', { name: 'Copy them' }).click();
  const lines = async () => (await console.app.evaluate(({ clipboard }) => clipboard.readText())).split('\n');
  await expect.poll(async () => (await lines()).length).toBe(unsaved);
  for (const name of typed.slice(-unsaved)) expect((await lines()).join('\n')).toContain(longNote(name));

  await pad(page).fill('half a sentence');
  disk.makeRoom();
  const freed = Date.now();
  await untilDurable(page, 5 + typed.length);
  test.info().annotations.push({ type: 'saved after freeing, ms', description: String(Date.now() - freed) });
  expect(Date.now() - freed).toBeLessThan(4_000);
  await expect(unsavedNotice(page)).toBeHidden();
  await expect(pad(page)).toHaveValue('half a sentence');
  await pad(page).fill('');
  expect(journalledNotes(console.profile)).toEqual(['one', 'two', 'three', ...typed.map(longNote)]);
  await expectAllKept(bench, console);
});

test('a console killed while its disk is full has kept every row that it called saved', async () => {
  const { console, disk } = await onDisk(40);
  disk.fillUp();
  await typedUntilFull(console.page);
  const durable = await durableRows(console.page);
  await console.killAll();
  disk.makeRoom();
  const next = await bench.again(console);
  await untilDurable(next.page, durable);
  await expectAllKept(bench, next);
});

test('the ballast pays for what is typed after the disk is full', async () => {
  const { console, disk } = await onDisk(120);
  const { page, profile } = console;
  const ballast = join(profile, 'journal/ballast');
  const size = () => (existsSync(ballast) ? statSync(ballast).size : 0);
  await expect.poll(size, { timeout: 20_000 }).toBe(2 * 1024 * 1024);
  disk.fillUp();
  for (let n = 1; n <= 20; n += 1) await log(page, longNote(`on ballast ${n}`));
  await untilDurable(page, 25);
  await expect(unsavedNotice(page)).toBeHidden();
  expect(existsSync(ballast)).toBe(false);
  expect(journalledNotes(profile)).toHaveLength(23);
  disk.makeRoom();
  await expectAllKept(bench, console);
});

for (const known of [true, false]) {
  const what = known ? 'with an incident on it' : 'that is empty';
  test(`a console started on a full profile ${what} says so, takes notes, and saves them once there is room`, async () => {
    // A new profile wants room for a backup before its working copy is used, once there is room at all.
    const disk = bench.disk(known ? 40 : 300);
    const home = freshFolder('home');
    if (known) {
      const first = await bench.launch({ userDataDir: disk.folder, home });
      await declare(first.page, { title: 'Known', commander: 'Dana' });
      await untilDurable(first.page, 2);
      await first.close();
    }
    disk.fillUp();
    const console = await bench.launch({ userDataDir: disk.folder, home });
    const { page } = console;
    await expect(
      page.getByRole('alert').filter({ hasText: /Nothing can be saved here.*has no space left/ }),
    ).toBeVisible();
    if (!known) await declare(page, { title: 'On a full disk', commander: 'Dana' });
    else await untilDurable(page, 2);
    const typed = await typedUntilFull(page);
    disk.makeRoom();
    await untilDurable(page, 2 + typed.length);
    await expect(page.getByRole('alert').filter({ hasText: /NOT SAVED|can be saved/ })).toBeHidden();
    expect(journalledNotes(console.profile)).toEqual(typed.map(longNote));
    await expectAllKept(bench, console);
  });
}

test.describe('a working copy that fails alone', () => {
  test('for want of space is told of, and the journal goes on', async () => {
    const profile = freshFolder('profile');
    const disk = bench.disk(6, join(profile, 'IndexedDB'));
    const console = await bench.launch({ userDataDir: profile });
    const { page } = console;
    await declare(page, { title: 'Copy full', commander: 'Dana' });
    await untilDurable(page, 2);
    disk.fillUp();
    for (let n = 1; n <= 10; n += 1) await log(page, longNote(`note ${n}`));
    await untilDurable(page, 12);
    await expect(copyNotice(page)).toContainText('The journal has everything that says “Saved”');
    await expect(unsavedNotice(page)).toBeHidden();
    expect(journalledNotes(profile)).toHaveLength(10);
    disk.makeRoom();
    await expectAllKept(bench, console);
  });

  for (const [what, block] of [
    ['a file stands in its place', (folder: string) => writeFileSync(folder, 'not a folder')],
    ['its folder is read-only', (folder: string) => bench.disk(1, folder).remount('ro')],
  ] as const) {
    test(`because ${what} is told of, keeps nobody waiting, and is rebuilt when that has ended`, async () => {
      const first = await bench.launch();
      await declare(first.page, { title: 'Copy blocked', commander: 'Dana' });
      await log(first.page, 'before');
      await untilDurable(first.page, 3);
      await first.close();
      const folder = join(first.profile, 'IndexedDB');
      rmSync(folder, { recursive: true });
      block(folder);
      const second = await bench.again(first);
      const opened = Date.now();
      await expect(entries(second.page).filter({ hasText: 'before' })).toBeVisible();
      expect(Date.now() - opened).toBeLessThan(5_000);
      await expect(copyNotice(second.page)).toBeVisible();
      await log(second.page, 'without a copy');
      await untilDurable(second.page, 4);
      await second.close();
      unmount(folder);
      rmSync(folder, { recursive: true });
      const third = await bench.again(first);
      await untilDurable(third.page, 4);
      await expect(copyNotice(third.page)).toBeHidden();
      await expectAllKept(bench, third);
    });
  }
});
