import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { incidentIdShape, stampShape, storedRowShape } from '../rowShape';
import type { StoredRow } from '../contract';

/**
 * A backup, unpacked, is text: a line of facts, then one line a row, as the journal gives them, one
 * incident after the other. `gunzip` and any text editor read it without this program.
 */
export interface SnapshotHeader {
  readonly format: number;
  readonly kind: typeof KIND;
  readonly takenAt: number;
  readonly device: string;
  /** In the order in which their rows follow. */
  readonly incidents: readonly SnapshotIncident[];
  /** Of all bytes behind the first line. */
  readonly sha256: string;
}

export interface SnapshotIncident {
  readonly incidentId: string;
  readonly count: number;
  readonly lastStamp: string | null;
  /** Of the incident's lines, each with its newline. */
  readonly sha256: string;
}

export const KIND = 'incident-console backup';

/** The format this code writes. */
export const SNAPSHOT_FORMAT = 1;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const headerShape = v.looseObject({
  format: v.pipe(count, v.minValue(1)),
  kind: v.literal(KIND),
  takenAt: v.number(),
  device: v.string(),
  incidents: v.array(
    v.looseObject({ incidentId: incidentIdShape, count, lastStamp: v.nullable(stampShape), sha256 }),
  ),
  sha256,
});

/** A backup that is not what was written; `message` says what is wrong, for people. */
export class SnapshotDamaged extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'SnapshotDamaged';
  }
}

/** A backup of a later version: it may be whole, and only that version can tell. */
export class SnapshotNewer extends SnapshotDamaged {}

export function readHeader(line: string): SnapshotHeader {
  const header = parsed(line);
  if (!v.is(headerShape, header)) throw new SnapshotDamaged('its first line is not that of a backup');
  if (header.format > SNAPSHOT_FORMAT) {
    throw new SnapshotNewer(`a newer version wrote it (format ${header.format})`);
  }
  return header;
}

/** `line` counts from 1, the first line included. */
export function readRowLine(text: string, line: number): StoredRow {
  const row = parsed(text);
  if (!v.is(storedRowShape, row)) throw new SnapshotDamaged(`line ${line} is not a row`);
  return row as unknown as StoredRow;
}

/** The order of the log within an incident. */
export function laterStamp(a: string | null, b: string): string {
  return a === null || b > a ? b : a;
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
