import type { Incident } from './incident';
import { STAMP_LABELS, type StampName } from './lifecycle';
import { between, type EpochMs, type Ms } from './time';

/**
 * A response time and how far it can be trusted (MET1). Missing is never zero: `pending` says which
 * instants are still to be given, `invalid` that they stand in an impossible order.
 */
export type Metric =
  | { readonly state: 'recorded'; readonly length: Ms }
  | { readonly state: 'pending'; readonly missing: readonly string[] }
  | { readonly state: 'invalid'; readonly from: EpochMs; readonly to: EpochMs }
  | { readonly state: 'not-applicable'; readonly why: string };

/** A response time as people read it. */
export interface NamedMetric {
  readonly name: string;
  /** What is subtracted from what, printed beside the figure (MET2). */
  readonly basis: string;
  readonly metric: Metric;
}

/** Every response time by what it runs from and to. */
export interface Metrics {
  readonly startToDetect: Metric;
  readonly detectToAcknowledge: Metric;
  readonly detectToMitigate: Metric;
  readonly startToMitigate: Metric;
  readonly startToResolve: Metric;
  readonly detectToResolve: Metric;
  readonly toCommander: Metric;
  readonly toFirstUpdate: Metric;
  readonly toFirstMitigation: Metric;
}

/** Every response time of an incident. Bases: product.md §1. */
export function metricsOf(incident: Incident): Metrics {
  const span = (from: StampName, to: StampName): Metric =>
    length(incident.stamps[from]?.at, incident.stamps[to]?.at, [nameOf(from), nameOf(to)]);
  const sinceDeclared = (to: EpochMs | undefined, what: string): Metric =>
    length(incident.stamps.declared?.at, to, ['declared', what]);
  return {
    startToDetect: span('impactStart', 'detected'),
    detectToAcknowledge: span('detected', 'acknowledged'),
    detectToMitigate: span('detected', 'mitigated'),
    startToMitigate: span('impactStart', 'mitigated'),
    startToResolve: span('impactStart', 'resolved'),
    detectToResolve: span('detected', 'resolved'),
    toCommander: sinceDeclared(firstCommander(incident), 'commander'),
    toFirstUpdate: sinceDeclared(first(incident.updates.map((update) => update.sentAt)), 'first update'),
    toFirstMitigation: sinceDeclared(
      first(incident.attempts.map((attempt) => attempt.startedAt)),
      'first mitigation',
    ),
  };
}

/** The same in the order and wording in which they are shown. */
export function namedMetrics(incident: Incident): readonly NamedMetric[] {
  const metrics = metricsOf(incident);
  return [
    { name: 'Time to detect', basis: 'detected − impact start', metric: metrics.startToDetect },
    {
      name: 'Time to acknowledge',
      basis: 'acknowledged − detected',
      metric: metrics.detectToAcknowledge,
    },
    { name: 'Time to mitigate', basis: 'mitigated − detected', metric: metrics.detectToMitigate },
    {
      name: 'Time to mitigate, from impact',
      basis: 'mitigated − impact start',
      metric: metrics.startToMitigate,
    },
    { name: 'Time to resolve', basis: 'resolved − impact start', metric: metrics.startToResolve },
    {
      name: 'Time to resolve, from detection',
      basis: 'resolved − detected',
      metric: metrics.detectToResolve,
    },
    { name: 'Time to Incident Commander', basis: 'first IC − declared', metric: metrics.toCommander },
    { name: 'Time to first update', basis: 'first update − declared', metric: metrics.toFirstUpdate },
    {
      name: 'Time to first mitigation',
      basis: 'first attempt − declared',
      metric: metrics.toFirstMitigation,
    },
  ];
}

function length(
  from: EpochMs | undefined,
  to: EpochMs | undefined,
  names: readonly [string, string],
): Metric {
  if (from === undefined || to === undefined) {
    const missing = [...(from === undefined ? [names[0]] : []), ...(to === undefined ? [names[1]] : [])];
    return { state: 'pending', missing };
  }
  return to < from ? { state: 'invalid', from, to } : { state: 'recorded', length: between(from, to) };
}

const nameOf = (stamp: StampName): string => STAMP_LABELS[stamp].toLowerCase();

function firstCommander(incident: Incident): EpochMs | undefined {
  const tenures = [...incident.formerTenures, ...Object.values(incident.holders)];
  return first(tenures.filter(({ role }) => role === 'commander').map(({ since }) => since));
}

const first = (instants: readonly EpochMs[]): EpochMs | undefined => instants.toSorted((a, b) => a - b)[0];
