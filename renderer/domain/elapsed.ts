import type { Incident } from './incident';
import type { EpochMs } from './time';

export interface ElapsedSpan {
  readonly from: EpochMs;
  readonly to: EpochMs;
  readonly basis: 'impact start' | 'declared';
  readonly running: boolean;
}

/**
 * What the elapsed clock shows (MET3): from impact start if known, else from declaring, up to now or
 * to resolution. Undefined before declaring.
 */
export function elapsedSpan(incident: Incident, now: EpochMs): ElapsedSpan | undefined {
  const start = incident.stamps.impactStart?.at;
  const from = start ?? incident.stamps.declared?.at;
  if (from === undefined) return undefined;
  const basis = start === undefined ? 'declared' : 'impact start';
  const resolved = incident.isResolved ? incident.stamps.resolved?.at : undefined;
  return { from, to: resolved ?? now, basis, running: resolved === undefined };
}
