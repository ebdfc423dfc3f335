import type { Row } from './events';
import { evolve } from './evolve';
import { NO_INCIDENT, type Incident } from './incident';
import { isErased, withRedactions } from './redaction';
import { compareStamps } from './stamp';

/** The incident as its rows tell it; rows in any order, repeated ones counted once (LOG1, LOG2), redacted ones never shown (RED4). */
export function fold(rows: readonly Row[]): Incident {
  let state = NO_INCIDENT;
  for (const row of withRedactions(inLogOrder(rows))) state = evolve(state, row);
  return state;
}

/** Rows in log order, one for each stamp, the erased one of several (RED4). Costs nothing more when they already are. */
export function inLogOrder(rows: readonly Row[]): readonly Row[] {
  if (isInOrder(rows)) return rows;
  const sorted = rows.toSorted(
    (a, b) => compareStamps(a.stamp, b.stamp) || Number(isErased(b)) - Number(isErased(a)),
  );
  return sorted.filter((row, i) => row.stamp !== sorted[i - 1]?.stamp);
}

const isInOrder = (rows: readonly Row[]): boolean =>
  rows.every((row, i) => {
    const before = rows[i - 1];
    return before === undefined || compareStamps(before.stamp, row.stamp) < 0;
  });
