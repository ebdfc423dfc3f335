import type { Stamp } from './ids';
import type { Incident, SeverityChange } from './incident';
import { severityName, type Severity } from './severity';
import type { EpochMs } from './time';
import { changeEntry, entryOf } from './timeline';

/** The severity in force once all changes are put in the order in which they happened (SEV6). */
export function severityAfter(changes: readonly SeverityChange[], before: Severity): Severity {
  return happened(changes).at(-1)?.to ?? before;
}

/** The severity that was in force at a time, as far as the log tells now. */
export function severityAt({ severityChanges, declaredSeverity }: Incident, at: EpochMs): Severity {
  return severityAfter(
    severityChanges.filter((one) => one.at <= at),
    declaredSeverity,
  );
}

/**
 * Each change told from the one that happened before it, whatever was written first: `/at` and an edited time put a
 * change before others, whose lines would tell of a level that was never left (SEV6).
 */
export function severitiesInOrder(state: Incident): Incident {
  const { severityChanges, declaredSeverity } = state;
  const froms = new Map<Stamp, Severity>();
  let from = declaredSeverity;
  for (const { id, to } of happened(severityChanges)) {
    froms.set(id, from);
    from = to;
  }
  const stale = severityChanges.filter((one) => froms.get(one.id) !== one.from);
  const severity = severityAfter(severityChanges, declaredSeverity);
  if (stale.length === 0) return severity === state.severity ? state : { ...state, severity };
  let { timeline } = state;
  for (const { id, from: told, to } of stale) {
    const entry = entryOf(timeline, id);
    const [before, after] = [severityStep(told, to), severityStep(froms.get(id) ?? told, to)];
    if (!entry?.text.startsWith(before)) continue;
    timeline = changeEntry(timeline, { ...entry, text: after + entry.text.slice(before.length) });
  }
  const told = severityChanges.map((one) => ({ ...one, from: froms.get(one.id) ?? one.from }));
  return { ...state, severity, timeline, severityChanges: told };
}

/** How a change reads in its line. */
export const severityStep = (from: Severity, to: Severity): string =>
  from === to ? `${severityName(to)} as before` : `${severityName(from)} → ${severityName(to)}`;

/** In the order in which things happened; what happened at once, as it was written. */
const happened = (changes: readonly SeverityChange[]): readonly SeverityChange[] =>
  changes.toSorted((a, b) => a.at - b.at);
