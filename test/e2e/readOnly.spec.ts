/**
 * A profile that can be read and not written, and a journal folder that is in the way or goes away: the
 * window says so at once, takes notes, calls nothing saved, and goes on by itself once it is mended.
 */
import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { journalledNotes } from '../support/journalOnDisk';
import { mountRefusal } from '../support/smallDisk';
import { declare, durableRows, entries, log, pad, saved, untilDurable } from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();

test.afterEach(() => bench.clear());

const alert = (page: Page, text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });
const unsaved = (page: Page) => alert(page, 'NOT SAVED');
const journal = ({ profile }: RunningConsole): string => join(profile, 'journal');

/** A profile with an incident of three notes; its console has ended. */
async function endedConsole(profile = freshFolder('profile')): Promise<RunningConsole> {
  const console = await bench.launch({ userDataDir: profile });
  await declare(console.page, { title: 'Known', commander: 'Dana' });
  for (const note of ['one', 'two', 'three']) await log(console.page, note);
  await untilDurable(console.page, 5);
  await console.close();
  return console;
}

/** Notes that the journal does not take: shown, counted, and called unsaved. */
async function expectHeldInMemory(page: Page, notes: readonly string[]): Promise<void> {
  const durable = await durableRows(page);
  for (const note of notes) await log(page, note);
  const count = notes.length === 1 ? '1 entry is' : `${notes.length} entries are`;
  await expect(unsaved(page)).toContainText(`NOT SAVED: ${count} held in memory only.`);
  await expect(saved(page)).toHaveText(`NOT SAVED: ${notes.length}`);
  for (const note of notes) {
    await expect(entries(page).filter({ hasText: note })).toContainText('not saved yet');
  }
  expect(await durableRows(page)).toBe(durable);
}

for (const known of [true, false]) {
  test(`a read-only profile ${known ? 'with incidents' : 'that is empty'} gets a window that says so`, async () => {
    const refusal = mountRefusal();
    test.skip(refusal !== null, refusal ?? '');
    const disk = bench.disk(60);
    const first = known ? await endedConsole(disk.folder) : undefined;
    disk.remount('ro');
    const began = Date.now();
    const console = await bench.launch({
      userDataDir: disk.folder,
      home: first?.home ?? freshFolder('home'),
    });
    const { page } = console;
    const shown = Date.now();
    await expect(alert(page, 'Nothing can be saved here.')).toContainText(
      `“${journal(console)}” can’t be written to. Make it writable, or start the console with another folder.`,
    );
    const said = { 'window, ms': shown - began, 'sentence, ms': Date.now() - began };
    test.info().annotations.push({ type: 'from the start', description: JSON.stringify(said) });
    expect(Date.now() - shown).toBeLessThan(2_000);
    if (known) {
      await expect(entries(page).filter({ hasText: 'three' })).toBeVisible();
      await expect(page.getByRole('list', { name: 'Incidents' })).toContainText('Known');
      await untilDurable(page, 5);
    } else {
      await declare(page, { title: 'On a read-only disk' });
    }
    const before = await durableRows(page);
    await log(page, 'typed all the same');
    await expect(unsaved(page)).toBeVisible();
    await expect(entries(page).filter({ hasText: 'typed all the same' })).toContainText('not saved yet');
    await expect(saved(page)).toContainText('NOT SAVED');
    expect(await durableRows(page)).toBe(before);
    await pad(page).pressSequentially('and on');
    await expect(pad(page)).toHaveValue('and on');
    await pad(page).fill('');

    disk.remount('rw');
    await untilDurable(page, known ? 6 : 2);
    await expect(alert(page, /NOT SAVED|can be saved/)).toHaveCount(0);
    await expectAllKept(bench, console);
  });
}

test('a file in place of the journal folder is told of at the start, and what was typed is saved when it is gone', async () => {
  const first = await endedConsole();
  renameSync(journal(first), `${journal(first)}.away`);
  writeFileSync(journal(first), 'in the way');
  const console = await bench.again(first);
  const { page } = console;
  await expect(alert(page, 'Nothing can be saved here.')).toContainText(
    'Something else stands in the way of “',
  );
  await expect(entries(page).filter({ hasText: 'three' })).toBeVisible();
  await expectHeldInMemory(page, ['four', 'five']);
  rmSync(journal(first));
  renameSync(`${journal(first)}.away`, journal(first));
  await untilDurable(page, 7);
  await expect(alert(page, /NOT SAVED|can be saved/)).toHaveCount(0);
  expect(journalledNotes(console.profile)).toEqual(['one', 'two', 'three', 'four', 'five']);
  await expectAllKept(bench, console);
});

test('a journal folder replaced by a file mid-session is told of, and put back it goes on', async () => {
  const console = await bench.again(await endedConsole());
  const { page } = console;
  await untilDurable(page, 5);
  await log(page, 'four');
  await untilDurable(page, 6);
  cpSync(journal(console), `${journal(console)}.copy`, { recursive: true });
  rmSync(journal(console), { recursive: true });
  writeFileSync(journal(console), 'in the way');
  await expectHeldInMemory(page, ['five', 'six']);
  await expect(unsaved(page)).toContainText('Something else stands in the way of “');
  rmSync(journal(console));
  renameSync(`${journal(console)}.copy`, journal(console));
  await untilDurable(page, 8);
  await expect(unsaved(page)).toHaveCount(0);
  expect(journalledNotes(console.profile)).toEqual(['one', 'two', 'three', 'four', 'five', 'six']);
  await expectAllKept(bench, console);
});

for (const ending of ['closed', 'killed'] as const) {
  test(`a journal folder deleted mid-session is written anew, whole, though the console is ${ending}`, async () => {
    const console = await bench.again(await endedConsole());
    const { page } = console;
    await untilDurable(page, 5);
    rmSync(journal(console), { recursive: true });
    await log(page, 'four');
    await untilDurable(page, 6);
    await (ending === 'closed' ? console.close() : console.killAll());
    expect(journalledNotes(console.profile).toSorted()).toEqual(['four', 'one', 'three', 'two']);
    const next = await bench.again(console);
    await untilDurable(next.page, 6);
    for (const note of ['one', 'two', 'three', 'four']) {
      await expect(entries(next.page).filter({ hasText: note })).toBeVisible();
    }
    await expectAllKept(bench, next);
  });
}
