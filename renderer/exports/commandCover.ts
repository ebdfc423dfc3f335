import { severityName, SEVERITY_RULES } from '../domain/severity';
import type { Tenure } from '../domain/incident';
import { epochMs, formatLength, ms, type EpochMs } from '../domain/time';
import { commandSpan, type DraftContext } from './draftContext';

/** A stretch without an Incident Commander. */
export interface Gap {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** When nobody commanded; `not-applicable` when the severity asks for no commander. */
export type CommandGaps =
  | { readonly state: 'known'; readonly gaps: readonly Gap[]; readonly total: string }
  | { readonly state: 'unknown' | 'not-applicable'; readonly why: string };

/**
 * The stretches between declaring and resolving in which nobody held command, for incidents whose
 * worst severity asks for a commander.
 */
export function commandGaps(context: DraftContext): CommandGaps {
  const { incident } = context;
  if (!SEVERITY_RULES[incident.peakSeverity].rolesRequired) {
    const why = `${severityName(incident.peakSeverity)} asks for no Incident Commander.`;
    return { state: 'not-applicable', why };
  }
  const span = commandSpan(context);
  if (!span) {
    const why =
      'Minutes without an Incident Commander are not known: the times of declaring and resolving are missing or in the wrong order.';
    return { state: 'unknown', why };
  }
  const gaps: Gap[] = [];
  let coveredTo = span.from;
  for (const { since, until } of tenuresOf(incident, 'commander')) {
    const start = epochMs(Math.min(since, span.to));
    if (start > coveredTo) gaps.push({ from: coveredTo, to: start });
    coveredTo = epochMs(Math.max(coveredTo, Math.min(until ?? span.to, span.to)));
  }
  if (coveredTo < span.to) gaps.push({ from: coveredTo, to: span.to });
  const total = gaps.reduce((sum, gap) => sum + gap.to - gap.from, 0);
  return { state: 'known', gaps, total: formatLength(ms(total)) };
}

/** Everyone who held a role, past and present, in the order they took it. */
export function tenuresOf(incident: DraftContext['incident'], role?: Tenure['role']): readonly Tenure[] {
  const all = [...incident.formerTenures, ...Object.values(incident.holders), ...incident.experts];
  return all
    .filter((tenure) => role === undefined || tenure.role === role)
    .toSorted((a, b) => a.since - b.since);
}
