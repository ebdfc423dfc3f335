import { join } from 'node:path';
import type { StoredRow } from '../contract';
import type { FilePort } from '../files/filePort';
import { readWhole } from '../files/wholeWrite';
import { decodeLine } from './lineFormat';
import { segmentFile } from './segmentName';
import type { RowPlace } from './segmentScan';

/** A line that was readable when it was indexed and no longer is. */
export class LineDamaged extends Error {
  constructor(file: string, line: number) {
    super(`line ${line} of ${file} is no longer the row that was there`);
    this.name = 'LineDamaged';
  }
}

/** One read per run of neighbouring rows: a read per row would make a rebuild five times slower. */
const LONGEST_RUN_BYTES = 4 * 1024 * 1024;

/** Reads the rows at `places`, in that order. Throws `LineDamaged`, or the system's error. */
export async function readRows(
  files: FilePort,
  folder: string,
  incidentId: string,
  places: readonly RowPlace[],
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (const run of runsOf(places)) {
    const [first] = run;
    const last = run.at(-1);
    if (!first || !last) continue;
    const name = segmentFile(incidentId, first.segment);
    const file = await files.open(join(folder, name), 'r');
    try {
      const bytes = await readWhole(file, first.offset, last.offset + last.length - first.offset);
      for (const place of run) {
        const from = place.offset - first.offset;
        const decoded = decodeLine(bytes.subarray(from, from + place.length));
        if (decoded.kind !== 'row') throw new LineDamaged(name, place.line);
        rows.push(decoded.line.row);
      }
    } finally {
      await file.close();
    }
  }
  return rows;
}

function runsOf(places: readonly RowPlace[]): readonly (readonly RowPlace[])[] {
  const runs: RowPlace[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    const first = run?.[0];
    const last = run?.at(-1);
    const continues =
      first?.segment === place.segment &&
      place.offset >= (last?.offset ?? 0) &&
      place.offset + place.length - first.offset <= LONGEST_RUN_BYTES;
    if (run && continues) run.push(place);
    else runs.push([place]);
  }
  return runs;
}
