/**
 * Between Enter and "Saved": on a disk that takes its time, notes wait in the page for the one in front of
 * them. They have left the pad by then, and a kill must take none of them.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { declare, durableRows, entries, log, untilDurable } from '../e2e/driver';
import { Bench } from '../support/bench';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { journalledNotes } from '../support/journalOnDisk';
import { figure, runs } from './runs';

const bench = new Bench(launchConsole);
const TIMES = runs({ short: 1, long: 10 });
const WAITING = 3;

test.afterEach(() => bench.clear());

/** From now on no fsync of main comes back. */
function stopSyncing({ app }: RunningConsole): Promise<void> {
  return app.evaluate(async () => {
    const files = process.getBuiltinModule('node:fs/promises');
    const any = await files.open(process.execPath, 'r');
    const handle = Object.getPrototypeOf(any) as { datasync: () => Promise<void> };
    await any.close();
    handle.datasync = () => new Promise(() => undefined);
  });
}

test('a kill between Enter and Saved takes none of the notes that were waiting', async () => {
  test.setTimeout(60_000 + TIMES * 20_000);
  let console = await bench.launch();
  await declare(console.page, { title: 'Between' });
  const notes: string[] = [];
  for (let time = 1; time <= TIMES; time += 1) {
    await log(console.page, `saved ${time}`);
    await untilDurable(console.page, notes.length + 2);
    await stopSyncing(console);
    const waiting = Array.from({ length: WAITING }, (_, n) => `waiting ${time}.${n + 1}`);
    for (const note of waiting) await log(console.page, note);
    expect(await durableRows(console.page)).toBe(notes.length + 2);
    notes.push(`saved ${time}`, ...waiting);
    await pause(300);
    await console.killAll();
    console = await bench.again(console);
    await untilDurable(console.page, 1 + notes.length);
    await expect(entries(console.page).last()).toContainText(`waiting ${time}.${WAITING}`);
    expect(journalledNotes(console.profile)).toEqual(notes);
  }
  figure('notes that waited for a disk when everything was killed', TIMES * WAITING);
});
