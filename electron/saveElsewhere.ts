import { join } from 'node:path';
import type { Outcome, Requests, StoredRow } from './contract';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';
import { failed, ok } from './files/storageFailure';
import type { Journal } from './journal/journal';
import { safeFileName } from './safeFileName';
import { fileTime } from './wallClock';

type Request = Requests['rows:saveElsewhere']['args'][0];

export interface ElsewherePlace {
  readonly files: FilePort;
  readonly journal: Pick<Journal, 'read'>;
  readonly now: () => number;
}

const PAGE = 500;

/**
 * Writes an incident's rows into a folder a person chose, when its own place can't be written: those
 * the page holds, together with what the journal can still give. Bare rows, one a line, oldest first;
 * read back and compared before it is said to be there. An older file stays.
 */
export async function saveElsewhere(
  { files, journal, now }: ElsewherePlace,
  chosen: string,
  { incidentId, folderName, rows }: Request,
): Promise<Outcome<{ path: string; rows: number }>> {
  const folder = join(chosen, safeFileName(folderName, 'Incident'));
  const path = join(folder, 'log.ndjson');
  try {
    const all = union(rows, await journalled(journal, incidentId));
    await files.makeFolder(folder);
    const free = (await files.size(path)) === null ? path : join(folder, `log ${fileTime(now())}.ndjson`);
    await atomicWrite(files, free, all.map((row) => `${JSON.stringify(row)}\n`).join(''));
    return ok({ path: free, rows: all.length });
  } catch (error) {
    return failed(error, path);
  }
}

/** In log order; of two rows of the same name the journal's, which may be redacted. */
function union(held: readonly StoredRow[], kept: readonly StoredRow[]): readonly StoredRow[] {
  const byStamp = new Map([...held, ...kept].map((row) => [row.stamp, row]));
  return [...byStamp.values()].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
}

/** What can be read; a journal that can't is why one is here, so that is no failure. */
async function journalled(journal: Pick<Journal, 'read'>, incidentId: string): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page = await journal.read(incidentId, from, PAGE);
    if (!page.ok) return rows;
    for (const row of page.value.rows) rows.push(row);
    from = page.value.next;
  }
  return rows;
}
