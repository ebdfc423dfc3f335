import type { Row } from '../domain/events';
import { inLogOrder } from '../domain/fold';
import type { Stamp } from '../domain/ids';
import { isErased, pendingErasures } from '../domain/redaction';
import { writeRow } from '../domain/upcast';

/** Two rows under one stamp that say different things: one of them was made up or damaged. */
export interface Conflict {
  readonly ours: Row;
  readonly theirs: Row;
}

/** What putting another copy of a log to ours would do. */
export interface MergePlan {
  /** Rows we lack, in log order. */
  readonly added: readonly Row[];
  /** How many we have as they are there, or as redacted ones. */
  readonly known: number;
  /** Rows of ours as they are once redacted: there, or by a row that came in (BUN11). */
  readonly redacted: readonly Row[];
  /** One a stamp; ours stays (BUN12). */
  readonly conflicts: readonly Conflict[];
}

/** Puts another copy of an incident's log to ours: a set union by stamp (BUN10, LOG1). */
export function planMerge(ours: readonly Row[], theirs: readonly Row[]): MergePlan {
  const here = new Map<Stamp, Row>(ours.map((row) => [row.stamp, row]));
  const added = new Map<Stamp, Row>();
  const redacted = new Map<Stamp, Row>();
  const conflicts = new Map<Stamp, Conflict>();
  let known = 0;
  for (const row of theirs) {
    const mine = redacted.get(row.stamp) ?? here.get(row.stamp) ?? added.get(row.stamp);
    if (!mine) added.set(row.stamp, row);
    else if (isErased(mine) || sameContent(mine, row)) known += 1;
    else if (!isErased(row)) conflicts.set(row.stamp, { ours: mine, theirs: row });
    else if (here.has(row.stamp)) redacted.set(row.stamp, row);
    else added.set(row.stamp, row);
  }
  // A text that either log wants erased is not written down once more.
  for (const row of pendingErasures([...ours, ...added.values()])) {
    if (added.has(row.stamp)) added.set(row.stamp, row);
    else if (!redacted.has(row.stamp)) redacted.set(row.stamp, row);
  }
  return {
    added: inLogOrder([...added.values()]),
    known,
    redacted: [...redacted.values()],
    conflicts: [...conflicts.values()],
  };
}

/** The log after the merge, in log order. */
export function merged(ours: readonly Row[], { added, redacted }: MergePlan): readonly Row[] {
  if (added.length === 0 && redacted.length === 0) return ours;
  const instead = new Map<Stamp, Row>(redacted.map((row) => [row.stamp, row]));
  return inLogOrder([...ours.map((row) => instead.get(row.stamp) ?? row), ...added]);
}

/** Whether two rows say the same, whatever order their fields were written in. */
export function sameContent(a: Row, b: Row): boolean {
  return canonical(writeRow(a)) === canonical(writeRow(b));
}

function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
}
