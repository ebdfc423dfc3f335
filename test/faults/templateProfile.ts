/**
 * Profiles to be damaged: one console is run with care, closed, copied, and killed on the copy. Each case
 * then works on a copy of its own, so that 200 of them cost 200 copies and not 200 incidents.
 */
import { cpSync, existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { longLog, seedProfile } from '../support/seedJournal';
import { call } from '../e2e/bridge';
import { log, pad, untilDurable } from '../e2e/driver';
import { copiedRows, readableRows, type RowsByKey } from './rowsOnDisk';

export type Ending = 'closed' | 'killed';

/** A profile nobody runs on, and what it holds. */
export interface Template {
  readonly profile: string;
  readonly home: string;
  /** Every row of every incident. */
  readonly rows: RowsByKey;
  /** Rows of the incident that stands open. */
  readonly openRows: number;
  /** Every file, as a path inside the profile. */
  readonly files: readonly string[];
}

const NOTES = 58;
/** Chromium writes an .ldb file once so much has gathered in memory. */
const MEMTABLE_BYTES = 4 * 1024 * 1024;

let made: Promise<Readonly<Record<Ending, Template>>> | undefined;

/** The same for every test of a worker. */
export function templates(): Promise<Readonly<Record<Ending, Template>>> {
  made ??= makeTemplates();
  return made;
}

/** A copy to be damaged. */
export function copyOf({ profile }: Template): string {
  const to = freshFolder('damaged');
  cpSync(profile, to, { recursive: true, verbatimSymlinks: true });
  return to;
}

async function makeTemplates(): Promise<Readonly<Record<Ending, Template>>> {
  const home = freshFolder('home');
  const { profile, rows } = await seedProfile([longLog(10, { title: 'An older one' }), longLog(NOTES)]);
  const console = await launchConsole({ userDataDir: profile, home });
  const { page } = console;
  await untilDurable(page, rows);
  await expect.poll(async () => (await copiedRows(page)).size).toBe(readableRows(profile).size);
  await forceTable(page);
  for (const note of ['behind the table', 'and one more']) await log(page, note);
  await untilDurable(page, rows + 2);
  await call(page, 'backups:take');
  await pad(page).fill('half a sentence');
  await expect.poll(() => existsSync(join(profile, 'journal/ballast')), { timeout: 20_000 }).toBe(true);
  await console.close();
  const closed = templateAt(profile, home, rows + 2);
  const killed = await killedOn(copyOf(closed), home, closed.openRows);
  return { closed, killed };
}

async function killedOn(profile: string, home: string, rows: number): Promise<Template> {
  const console = await launchConsole({ userDataDir: profile, home });
  await untilDurable(console.page, rows);
  for (const note of ['before the kill', 'right before the kill']) await log(console.page, note);
  await untilDurable(console.page, rows + 2);
  await console.killAll();
  return templateAt(profile, home, rows + 2);
}

function templateAt(profile: string, home: string, openRows: number): Template {
  return { profile, home, rows: readableRows(profile), openRows, files: filesIn(profile) };
}

function filesIn(profile: string): readonly string[] {
  return readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(profile, join(parentPath, name)))
    .sort();
}

/** Another database of the same origin shares the store, and fills its memory up until a table is written. */
async function forceTable(page: Page): Promise<void> {
  await page.evaluate(
    (bytes) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('filler');
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('filler'));
        opening.addEventListener('error', () => failed(new Error('the filler did not open')));
        opening.addEventListener('success', () => {
          const piece = 'incident '.repeat(3_000);
          const writing = opening.result.transaction('filler', 'readwrite');
          const store = writing.objectStore('filler');
          for (let n = 0; n * piece.length < 2 * bytes; n += 1) store.put(piece, n);
          writing.addEventListener('error', () => failed(new Error('the filler was not written')));
          writing.addEventListener('complete', () => {
            opening.result.close();
            done();
          });
        });
      }),
    MEMTABLE_BYTES,
  );
}

/** The folder Chromium keeps the working copy in. */
export function levelDbOf(profile: string): string {
  const folder = join(profile, 'IndexedDB');
  const name = readdirSync(folder).find((one) => one.startsWith('app_') && one.endsWith('.leveldb'));
  if (name === undefined) throw new Error(`no store in ${folder}`);
  return join(folder, name);
}

/** The largest file of the working copy whose name fits, which is the one with the rows in it. */
export function storeFile(profile: string, name: RegExp): string {
  const folder = levelDbOf(profile);
  const [largest] = readdirSync(folder)
    .filter((one) => name.test(one))
    .map((one) => join(folder, one))
    .sort((a, b) => statSync(b).size - statSync(a).size);
  if (largest === undefined) throw new Error(`no ${name.source} in ${readdirSync(folder).join(', ')}`);
  return largest;
}
