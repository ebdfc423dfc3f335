import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { longLog, seedProfile } from '../support/seedJournal';
import { readableRows, type RowsByKey } from './rowsOnDisk';

/** A profile as version 1 left it: no mark, and a working copy of the schema of its day. */
export interface OldProfile {
  readonly profile: string;
  readonly rows: RowsByKey;
  readonly openRows: number;
}

/** Rows handed to the page in one call. */
const PART = 2_000;

/** Makes one with so many rows, closed by a person; both stores have all of them. */
export async function profileOfVersion1(rows: number): Promise<OldProfile> {
  const { profile, rows: openRows } = await seedProfile([longLog(rows - 2)]);
  const made = readableRows(profile);
  const empty = await launchConsole();
  await makeFirstSchema(empty.page);
  const stored = [...made.values()];
  for (let from = 0; from < stored.length; from += PART) {
    await putRows(empty.page, stored.slice(from, from + PART));
  }
  expect(await versions(empty.page)).toEqual([10]);
  await empty.close();
  const folder = 'IndexedDB';
  cpSync(join(empty.profile, folder), join(profile, folder), { recursive: true });
  rmSync(join(profile, 'profile-version.json'), { force: true });
  return { profile, rows: made, openRows };
}

/** A copy that may be worked on. */
export function copyOfOld({ profile }: OldProfile): string {
  const to = freshFolder('old');
  cpSync(profile, to, { recursive: true, verbatimSymlinks: true });
  return to;
}

export const versions = (page: Page): Promise<readonly (number | undefined)[]> =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version));

/** As Dexie made it from `version(1)`: rows and summaries, and nothing that says who may read them. */
const makeFirstSchema = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done, failed) => {
        indexedDB.deleteDatabase('incident-console');
        const opening = indexedDB.open('incident-console', 10);
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('rows', { keyPath: ['incidentId', 'stamp'] });
          opening.result.createObjectStore('incidents', { keyPath: 'id' });
        });
        opening.addEventListener('error', () => failed(new Error(String(opening.error))));
        opening.addEventListener('success', () => {
          // Held open: the console, which would make it one of today, has to wait.
          Reflect.set(window, 'heldOpen', opening.result);
          done();
        });
      }),
  );

const putRows = (page: Page, rows: readonly string[]): Promise<void> =>
  page.evaluate(
    (texts) =>
      new Promise<void>((done, failed) => {
        const db = Reflect.get(window, 'heldOpen') as IDBDatabase;
        const writing = db.transaction('rows', 'readwrite', { durability: 'strict' });
        for (const text of texts) writing.objectStore('rows').put(JSON.parse(text));
        writing.addEventListener('error', () => failed(new Error(String(writing.error))));
        writing.addEventListener('complete', () => done());
      }),
    rows,
  );
