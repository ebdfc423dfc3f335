/** The six phases an incident goes through, in order. */
export type Phase = 'detection' | 'triage' | 'mitigation' | 'resolution' | 'post-mortem' | 'prevention';

/** In the order in which they follow each other (LIF1). */
export const PHASES: readonly Phase[] = [
  'detection',
  'triage',
  'mitigation',
  'resolution',
  'post-mortem',
  'prevention',
];

/** As on the buttons of the phase bar. */
export const PHASE_NAMES: { readonly [P in Phase]: string } = {
  detection: 'Detection',
  triage: 'Triage',
  mitigation: 'Mitigation',
  resolution: 'Resolution',
  'post-mortem': 'Post-mortem',
  prevention: 'Prevention',
};

/** True when `a` comes before `b` in the order of phases. */
export function isEarlier(a: Phase, b: Phase): boolean {
  return PHASES.indexOf(a) < PHASES.indexOf(b);
}

/** The lifecycle stamps: instants on which every response time rests (LIF4). */
export type StampName =
  | 'impactStart'
  | 'detected'
  | 'declared'
  | 'acknowledged'
  | 'mitigated'
  | 'resolved'
  | 'impactEnd'
  | 'closed';

/** In the order in which they should happen. */
export const STAMP_NAMES: readonly StampName[] = [
  'impactStart',
  'detected',
  'declared',
  'acknowledged',
  'mitigated',
  'resolved',
  'impactEnd',
  'closed',
];

/**
 * Only the time of declaring can't be unknown: the incident is listed by it (LIF6). A resolved
 * incident may well have no known time of resolution; then its metrics say so.
 */
export const isNeeded = (stamp: StampName): boolean => stamp === 'declared';

/** As in the dialog that edits times. */
export const STAMP_LABELS: { readonly [S in StampName]: string } = {
  impactStart: 'Impact start',
  detected: 'Detected',
  declared: 'Declared',
  acknowledged: 'Acknowledged',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
  impactEnd: 'Impact end',
  closed: 'Closed',
};
