import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Json, StoredRow } from '../../electron/contract';
import { canonicalJson } from '../../electron/journal/canonicalJson';
import { decodeLine } from '../../electron/journal/lineFormat';

/** Rows by incident and stamp, each as one text, so that a changed row is not taken for the same. */
export type RowsByKey = ReadonlyMap<string, string>;

/** What can still be read of the journal: damaged lines and files are passed over. */
export function readableRows(profile: string): RowsByKey {
  const folder = join(profile, 'journal');
  const lines = namesIn(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => linesOf(readFileSync(join(folder, name))));
  return byKey(
    lines.flatMap((line) => {
      const decoded = decodeLine(line);
      return decoded.kind === 'row' ? [decoded.line.row] : [];
    }),
  );
}

/** What the page's database holds; nothing when it cannot be opened or read. */
export async function copiedRows(page: Page): Promise<RowsByKey> {
  const rows = await page.evaluate(
    () =>
      new Promise<readonly object[]>((answer) => {
        const opening = indexedDB.open('incident-console');
        // Not there yet: leave it to the console to make it.
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort());
        opening.addEventListener('error', () => answer([]));
        opening.addEventListener('success', () => {
          const db = opening.result;
          if (!db.objectStoreNames.contains('rows')) return answer([]);
          const reading = db.transaction('rows').objectStore('rows').getAll();
          reading.addEventListener('success', () => answer(reading.result as object[]));
          reading.addEventListener('error', () => answer([]));
          db.close();
        });
        // An opening that hangs, as one of a damaged store does.
        setTimeout(() => answer([]), 3_000);
      }),
  );
  return byKey(rows as readonly StoredRow[]);
}

/** How many rows the page's database holds; takes no time of the page's worth speaking of. */
export const copiedCount = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((answer) => {
        const opening = indexedDB.open('incident-console');
        opening.addEventListener('success', () => {
          const db = opening.result;
          const counting = db.transaction('rows').objectStore('rows').count();
          counting.addEventListener('success', () => answer(counting.result));
          db.close();
        });
      }),
  );

/** The keys of those rows that are in none of these stores as they were written. */
export function missingIn(rows: RowsByKey, stores: readonly RowsByKey[]): readonly string[] {
  return [...rows].filter(([key, text]) => !stores.some((one) => one.get(key) === text)).map(([key]) => key);
}

const byKey = (rows: readonly StoredRow[]): RowsByKey =>
  new Map(rows.map((row) => [`${row.incidentId} ${row.stamp}`, canonicalJson(row as unknown as Json)]));

function linesOf(bytes: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return lines;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
