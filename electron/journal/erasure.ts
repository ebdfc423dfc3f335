import type { Json, StoredRow } from '../contract';
import { canonicalJson } from './canonicalJson';

type Event = StoredRow['event'];

/** A row offered as the erased form of another, which it is not; nothing was written. */
export class NotAnErasure extends Error {
  constructor(stamp: string, why: string) {
    super(`row ${stamp} can't be redacted like this: ${why}`);
    this.name = 'NotAnErasure';
  }
}

const IDENTITY = ['incidentId', 'stamp', 'at', 'recordedAt', 'by'] as const;

/** True for a row whose event says that its text was erased. */
export const isErased = ({ event }: Pick<StoredRow, 'event'>): boolean => event['redacted'] === true;

/**
 * Null when `erased` is `row` with texts taken out and nothing put in or changed; else why not.
 *
 * Main does not know what the events mean, and needs not: a field may only go, or become '' or [].
 * So the worst a page can do with this is to erase.
 */
export function erasureProblem(row: StoredRow, erased: StoredRow): string | null {
  if (canonicalJson({ ...row }) === canonicalJson({ ...erased })) return isErased(row) ? null : NOT_MARKED;
  const changed = IDENTITY.find((field) => row[field] !== erased[field]);
  if (changed !== undefined) return `its “${changed}” is another`;
  if (isErased(row)) return 'it is redacted already, in another form';
  if (!isErased(erased)) return NOT_MARKED;
  const { redacted: _mark, ...left } = erased.event;
  const added = Object.keys(left).find((field) => !isLess(row.event, field, left[field]));
  return added === undefined ? null : `its “${added}” is not what was there`;
}

/** True when the erased form stands for the row: a copy of it is never written again (RED4). */
export const isErasureOf = (erased: StoredRow, row: StoredRow): boolean =>
  erasureProblem(row, erased) === null;

/** @throws NotAnErasure unless each of `erased` is the erased form of the row of its stamp in `kept`. */
export function refuseOthers(erased: readonly StoredRow[], kept: ReadonlyMap<string, StoredRow>): void {
  for (const one of erased) {
    const row = kept.get(one.stamp);
    const problem = row ? erasureProblem(row, one) : 'there is no such row';
    if (problem !== null) throw new NotAnErasure(one.stamp, problem);
  }
}

const NOT_MARKED = 'it is not marked as redacted';

function isLess(before: Event, field: string, after: Json | undefined): boolean {
  const had = Object.hasOwn(before, field) ? before[field] : undefined;
  if (had === undefined || after === undefined) return false;
  if (canonicalJson(had) === canonicalJson(after)) return true;
  if (field === 'type') return false;
  return typeof had === 'string' ? after === '' : Array.isArray(had) && isEmptyList(after);
}

const isEmptyList = (value: Json): boolean => Array.isArray(value) && value.length === 0;
