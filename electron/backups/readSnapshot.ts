import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { StoredRow } from '../contract';
import type { FilePort } from '../files/filePort';
import { laterStamp, readHeader, readRowLine, sha256Of, SnapshotDamaged } from './snapshotFormat';
import type { SnapshotHeader, SnapshotIncident } from './snapshotFormat';

/** A backup read whole and found to be what was written. */
export interface Snapshot {
  readonly header: SnapshotHeader;
  readonly rows: ReadonlyMap<string, readonly StoredRow[]>;
}

const unpack = promisify(gunzip);
/** Nothing this program writes is larger unpacked; a file that claims to be is none of ours. */
const MOST_BYTES = 1024 * 1024 * 1024;
const SLICE_ROWS = 500;

/**
 * Reads a backup and checks it against its own facts: hashes, counts, every row's shape (BAK1).
 * Throws `SnapshotDamaged`, or the system's error.
 */
export async function readSnapshot(files: FilePort, path: string): Promise<Snapshot> {
  const text = await unpacked(await files.readAll(path));
  const end = text.indexOf(0x0a);
  if (end === -1) throw new SnapshotDamaged('it ends in its first line');
  const header = readHeader(text.toString('utf8', 0, end));
  const body = text.subarray(end + 1);
  if (sha256Of(body) !== header.sha256) throw new SnapshotDamaged('its rows do not match its checksum');
  return { header, rows: await rowsOf(body, header.incidents) };
}

async function unpacked(packed: Buffer): Promise<Buffer> {
  try {
    return await unpack(packed, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SnapshotDamaged(`it can’t be unpacked (${why})`);
  }
}

async function rowsOf(
  body: Buffer,
  incidents: readonly SnapshotIncident[],
): Promise<ReadonlyMap<string, readonly StoredRow[]>> {
  const rows = new Map<string, readonly StoredRow[]>();
  const lines = new Lines(body);
  for (const incident of incidents) rows.set(incident.incidentId, await incidentRows(lines, incident));
  if (lines.next() !== null) throw new SnapshotDamaged('it has more rows than it says');
  if (rows.size !== incidents.length) throw new SnapshotDamaged('it names an incident twice');
  return rows;
}

async function incidentRows(lines: Lines, facts: SnapshotIncident): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  const hash = createHash('sha256');
  const stamps = new Set<string>();
  let lastStamp: string | null = null;
  while (rows.length < facts.count) {
    const line = lines.next();
    if (line === null) throw new SnapshotDamaged('it has fewer rows than it says');
    const row = readRowLine(line.toString('utf8'), lines.number);
    if (row.incidentId !== facts.incidentId) {
      throw new SnapshotDamaged(`line ${lines.number} belongs to another incident`);
    }
    hash.update(line).update('\n');
    stamps.add(row.stamp);
    lastStamp = laterStamp(lastStamp, row.stamp);
    rows.push(row);
    if (rows.length % SLICE_ROWS === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const holds = hash.digest('hex') === facts.sha256 && lastStamp === facts.lastStamp;
  if (!holds || stamps.size !== facts.count) {
    throw new SnapshotDamaged(`the rows of ${facts.incidentId} do not match their checksum`);
  }
  return rows;
}

/** The lines of a text one after the other; a last one without a newline is none. */
class Lines {
  /** Of the line given last; the header was line 1. */
  number = 1;
  private from = 0;

  constructor(private readonly text: Buffer) {}

  next(): Buffer | null {
    const end = this.text.indexOf(0x0a, this.from);
    if (end === -1) {
      if (this.from < this.text.length) throw new SnapshotDamaged('its last line is cut off');
      return null;
    }
    const line = this.text.subarray(this.from, end);
    this.from = end + 1;
    this.number += 1;
    return line;
  }
}
