import { join } from 'node:path';
import type { StoredRow } from '../contract';
import type { FilePort } from '../files/filePort';
import { isErased } from '../journal/erasure';
import { decodeLine } from '../journal/lineFormat';
import { FOLDER_PREFIX, MirrorMissing } from './mirrorFolder';

const COPY = /\.ndjson(?:\..+\.aside)?$/;
const MOST_BYTES = 512 * 1024 * 1024;
const NEWLINE = 0x0a;

type RowsByIncident = ReadonlyMap<string, readonly StoredRow[]>;

/**
 * Every readable row in a second place: of all devices that copy their journal there, and of what had
 * to be put aside. Of two copies of a row the erased one counts (BAK5).
 */
export async function rowsInMirror(files: FilePort, chosen: string): Promise<RowsByIncident> {
  const rows = new Map<string, Map<string, StoredRow>>();
  const devices = (await files.list(chosen)).filter((name) => name.startsWith(FOLDER_PREFIX));
  if (devices.length === 0) throw new MirrorMissing(chosen);
  for (const device of devices) {
    for (const folder of [join(chosen, device), join(chosen, device, 'aside')]) {
      for (const file of await files.list(folder)) {
        const path = join(folder, file);
        if (!COPY.test(file) || ((await files.size(path)) ?? 0) > MOST_BYTES) continue;
        collect(await files.readAll(path), rows);
      }
    }
  }
  return new Map([...rows].map(([incidentId, byStamp]) => [incidentId, [...byStamp.values()]]));
}

function collect(bytes: Buffer, rows: Map<string, Map<string, StoredRow>>): void {
  for (let from = 0; from < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline === -1 ? bytes.length : newline;
    const decoded = decodeLine(bytes.subarray(from, end));
    from = end + 1;
    if (decoded.kind !== 'row') continue;
    const { row } = decoded.line;
    const byStamp = rows.get(row.incidentId) ?? new Map<string, StoredRow>();
    rows.set(row.incidentId, byStamp);
    if (!byStamp.has(row.stamp) || isErased(row)) byStamp.set(row.stamp, row);
  }
}
