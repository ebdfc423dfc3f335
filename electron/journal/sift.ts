import type { StoredRow } from '../contract';
import { canonicalJson } from './canonicalJson';
import { isErasureOf } from './erasure';

/** A stamp names one row for ever; another row under it is a fault of the caller, never written. */
export class StampTaken extends Error {
  constructor(stamp: string) {
    super(`another row already has the stamp ${stamp}`);
    this.name = 'StampTaken';
  }
}

export interface Sifted {
  readonly added: ReadonlyMap<string, StoredRow>;
  /** Erased forms of rows that the journal still has with their text. */
  readonly erased: readonly StoredRow[];
}

/**
 * The rows that are neither among `kept` (the journal's) nor `fresh` (about to be written).
 *
 * Appending is idempotent, so that the page may send a row again when it is not sure that the
 * first time counted. A row that is here in its erased form counts as here, and one that comes in its
 * erased form takes the place of the one that is (RED4).
 */
export function newRowsOf(
  rows: readonly StoredRow[],
  kept: ReadonlyMap<string, StoredRow>,
  fresh: ReadonlyMap<string, StoredRow>,
): Sifted | StampTaken {
  const added = new Map<string, StoredRow>();
  const erased: StoredRow[] = [];
  for (const row of rows) {
    const written = kept.get(row.stamp);
    const there = written ?? fresh.get(row.stamp) ?? added.get(row.stamp);
    if (!there) added.set(row.stamp, row);
    else if (sameRow(there, row) || isErasureOf(there, row)) continue;
    else if (!isErasureOf(row, there)) return new StampTaken(row.stamp);
    else if (written) erased.push(row);
    else added.set(row.stamp, row);
  }
  return { added, erased };
}

export function sameRow(one: StoredRow, other: StoredRow): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other });
}
