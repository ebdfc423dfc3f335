import type { Incident } from './incident';
import type { EpochMs } from './time';

/** The two instants between which the elapsed clock counts, and what the first one is. */
export interface ElapsedSpan {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly basis: 'impact start' | 'declared';
  readonly running: boolean;
}

/**
 * What the elapsed clock shows (MET3): from impact start if known, else from declaring, up to now or
 * to resolution (to the last row when nobody knows when it was resolved). Undefined before declaring.
 */
export function elapsedSpan(incident: Incident, now: EpochMs): ElapsedSpan | undefined {
  const start = incident.stamps.impactStart?.at;
  const from = start ?? incident.stamps.declared?.at;
  if (from === undefined) return undefined;
  const basis = start === undefined ? 'declared' : 'impact start';
  if (!incident.isResolved) return { from, to: now, basis, running: true };
  const to = incident.stamps.resolved?.at ?? incident.lastRecordedAt ?? now;
  return { from, to, basis, running: false };
}
