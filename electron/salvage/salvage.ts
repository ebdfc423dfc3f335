import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import type { StoredRow } from '../contract';
import type { FilePort } from '../files/filePort';
import { readLog, type KeptValue, type ReadFile } from './levelLog';
import { readTable } from './levelTable';
import { rowInEnvelope, rowInValue } from './storedValue';

/** What could be read in a store without Chromium. */
export interface Salvage {
  readonly rows: readonly StoredRow[];
  /** Parts whose checksum does not fit, and files that can't be read: what was in them is unknown. */
  readonly damaged: number;
}

const LEVELDB = /\.leveldb$/;
const BLOBS = /\.blob$/;
const LOG = /^\d+\.log$/;
const TABLE = /^\d+\.(ldb|sst)$/;
/** Values looked at before main answers the page. */
const VALUES_A_SLICE = 500;

/**
 * Reads the rows out of a set-aside working copy, file by file and record by record, whatever else of it
 * is damaged. Chromium would open it or delete it as a whole (ADR 0019).
 */
export async function salvage(files: FilePort, folder: string): Promise<Salvage> {
  const rows = new Map<string, { readonly row: StoredRow; readonly sequence: number }>();
  let damaged = 0;
  const keep = (row: StoredRow | undefined, sequence: number): void => {
    if (!row) return;
    const name = `${row.incidentId} ${row.stamp}`;
    if ((rows.get(name)?.sequence ?? -1) < sequence) rows.set(name, { row, sequence });
  };
  for (const store of await files.list(folder)) {
    const paths = BLOBS.test(store) ? await filesUnder(files, join(folder, store)) : [];
    for (const path of paths) keep(rowInEnvelope(await files.readAll(path)), 0);
    if (!LEVELDB.test(store)) continue;
    for (const name of await files.list(join(folder, store))) {
      const read = await readFile(files, join(folder, store, name), name);
      damaged += read.damaged;
      await inSlices(read.values, ({ bytes, sequence }) => keep(rowInValue(bytes), sequence));
    }
  }
  return { rows: [...rows.values()].map(({ row }) => row), damaged };
}

async function readFile(files: FilePort, path: string, name: string): Promise<ReadFile> {
  try {
    if (LOG.test(name)) return readLog(await files.readAll(path));
    if (TABLE.test(name)) return readTable(await files.readAll(path));
    return { values: [], damaged: 0 };
  } catch {
    return { values: [], damaged: 1 };
  }
}

async function inSlices(values: readonly KeptValue[], look: (value: KeptValue) => void): Promise<void> {
  for (const [n, value] of values.entries()) {
    look(value);
    if (n % VALUES_A_SLICE === VALUES_A_SLICE - 1) await turn();
  }
}

async function filesUnder(files: FilePort, folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await files.list(folder)) {
    const path = join(folder, name);
    if (await files.isFolder(path)) found.push(...(await filesUnder(files, path)));
    else found.push(path);
  }
  return found;
}
