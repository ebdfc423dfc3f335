import type { StoredRow } from '../contract';
import { canonicalJson } from './canonicalJson';

/** A stamp names one row for ever; another row under it is a fault of the caller, never written. */
export class StampTaken extends Error {
  constructor(stamp: string) {
    super(`another row already has the stamp ${stamp}`);
    this.name = 'StampTaken';
  }
}

/**
 * The rows that are neither among `kept` (the journal's) nor `fresh` (about to be written).
 *
 * Appending is idempotent, so that the page may send a row again when it is not sure that the
 * first time counted.
 */
export function newRowsOf(
  rows: readonly StoredRow[],
  kept: ReadonlyMap<string, StoredRow>,
  fresh: ReadonlyMap<string, StoredRow>,
): ReadonlyMap<string, StoredRow> | StampTaken {
  const added = new Map<string, StoredRow>();
  for (const row of rows) {
    const there = kept.get(row.stamp) ?? fresh.get(row.stamp) ?? added.get(row.stamp);
    if (!there) added.set(row.stamp, row);
    else if (!sameRow(there, row)) return new StampTaken(row.stamp);
  }
  return added;
}

export function sameRow(one: StoredRow, other: StoredRow): boolean {
  return canonicalJson({ ...one }) === canonicalJson({ ...other });
}
