import { storageFailure } from '../files/storageFailure';
import { CHAIN_START } from './chain';
import type { JournalPlace } from './journalPlace';
import { readRows } from './readRow';
import { RowIndex } from './rowIndex';
import { segmentFile, type SegmentName } from './segmentName';
import { scanSegment, type RowPlace, type SegmentScan, type UnreadableLine } from './segmentScan';
import { sameRow } from './sift';
import { mendTail } from './tail';

/** How one file of an incident stands: its good bytes, and whether rows may be appended to it. */
export interface SegmentState {
  readonly segment: number;
  readonly bytes: number;
  /** 'sealed' after a failed fsync: what the disk holds of it is unsure, so nothing is added. */
  readonly use: 'open' | 'sealed' | 'newer-version';
}

/** All that is kept in memory of an incident's journal. */
export interface IncidentState {
  readonly count: number;
  readonly lastStamp: string | null;
  readonly seq: number;
  readonly link: string;
  readonly segments: readonly SegmentState[];
}

export const EMPTY_INCIDENT: IncidentState = {
  count: 0,
  lastStamp: null,
  seq: 0,
  link: CHAIN_START,
  segments: [],
};

export interface IncidentScan {
  readonly state: IncidentState;
  readonly index: RowIndex;
  readonly unreadable: readonly UnreadableLine[];
  /** Where torn tails were put. */
  readonly tornTails: readonly string[];
}

/** What reading needs of a journal's place. */
export type ScanPlace = Pick<JournalPlace, 'files' | 'folder' | 'asideFor'>;

/**
 * Reads all files of one incident, mending torn tails on the way.
 *
 * A file that cannot be read or mended is listed and sealed; the others count all the same.
 */
export async function scanIncident(place: ScanPlace, names: readonly SegmentName[]): Promise<IncidentScan> {
  const index = new RowIndex();
  const repeats: RowPlace[] = [];
  const read: SegmentRead[] = [];
  for (const name of names) {
    const segment = await readSegment(place, name);
    repeats.push(...segment.rows.filter((row) => !index.add(row)));
    read.push(segment);
  }
  const conflicts = await conflicting(place, names[0]?.incidentId ?? '', index, repeats);
  return {
    state: {
      count: index.count,
      lastStamp: index.lastStamp,
      seq: read.findLast((one) => one.seq !== null)?.seq ?? 0,
      link: read.findLast((one) => one.link !== null)?.link ?? CHAIN_START,
      segments: read.map((one) => one.state),
    },
    index,
    unreadable: [...read.flatMap((one) => one.unreadable), ...conflicts],
    tornTails: read.flatMap((one) => one.tornTails),
  };
}

interface SegmentRead extends Pick<SegmentScan, 'rows' | 'unreadable' | 'seq' | 'link'> {
  readonly state: SegmentState;
  readonly tornTails: readonly string[];
}

async function readSegment(place: ScanPlace, name: SegmentName): Promise<SegmentRead> {
  try {
    const scan = await scanSegment(place.files, place.folder, name);
    return await mended(place, scan);
  } catch (error) {
    const why = `cannot be read: ${storageFailure(error, name.file).detail}`;
    const state: SegmentState = { segment: name.segment, bytes: 0, use: 'sealed' };
    const unreadable = [{ file: name.file, line: 0, why }];
    return { rows: [], unreadable, seq: null, link: null, state, tornTails: [] };
  }
}

async function mended(place: ScanPlace, scan: SegmentScan): Promise<SegmentRead> {
  const { segment, file } = scan.name;
  const use = scan.writable ? 'open' : 'newer-version';
  try {
    const tail = await mendTail(place.files, place.folder, scan, place.asideFor(file));
    if (tail.kind === 'completed') return await readSegment(place, scan.name);
    const tornTails = tail.kind === 'cut' ? [tail.keptAt] : [];
    return { ...scan, state: { segment, bytes: scan.goodBytes, use }, tornTails };
  } catch {
    // A disk that cannot be written now: the tail stays where it is, and nothing goes behind it.
    return { ...scan, state: { segment, bytes: scan.goodBytes, use: 'sealed' }, tornTails: [] };
  }
}

/** A row written twice by a retry is one row; the same stamp over other content is reported. */
async function conflicting(
  { files, folder }: ScanPlace,
  incidentId: string,
  index: RowIndex,
  repeats: readonly RowPlace[],
): Promise<readonly UnreadableLine[]> {
  const conflicts: UnreadableLine[] = [];
  for (const repeat of repeats) {
    const first = index.find(repeat.stamp);
    if (!first) continue;
    const rows = await readRows(files, folder, incidentId, [first, repeat]);
    const [one, other] = rows;
    if (one && other && sameRow(one, other)) continue;
    const why = `another row, line ${first.line} of ${segmentFile(incidentId, first.segment)}, has its stamp ${repeat.stamp}`;
    conflicts.push({ file: segmentFile(incidentId, repeat.segment), line: repeat.line, why });
  }
  return conflicts;
}
