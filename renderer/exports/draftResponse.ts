import { metricsOf, namedMetrics, type Metric, type Metrics, type NamedMetric } from '../domain/metrics';
import { STAMP_LABELS, STAMP_NAMES, type StampName } from '../domain/lifecycle';
import { formatLength } from '../domain/time';
import type { DraftContext } from './draftContext';
import type { LogLine } from './logLine';
import type { Moment } from './moment';

export type MetricState = Metric['state'];

/** A metric for machines: exact minutes, null unless recorded (a missing value is never zero). */
export interface MetricValue {
  readonly state: MetricState;
  readonly minutes: number | null;
}

/** A metric for people. */
export interface MetricRow {
  readonly name: string;
  readonly basis: string;
  /** `1 h 8 min`, or `–` when there is no figure. */
  readonly value: string;
  /** In minutes, to a hundredth; `–` when there is no figure. */
  readonly minutes: string;
  /** `Recorded`, `Pending: impact start missing`, `Invalid: …`, `Not applicable: …`. */
  readonly state: string;
}

export interface StampRow {
  readonly name: StampName;
  readonly label: string;
  /** Null when the log has no such time. */
  readonly at: Moment | null;
  readonly source: string;
}

export interface ResponseSection {
  readonly rows: readonly MetricRow[];
  readonly metrics: { readonly [K in keyof Metrics]: MetricValue };
  readonly stamps: readonly StampRow[];
  /** Every time set by hand, with its reason and what it was before. */
  readonly corrections: readonly LogLine[];
}

const NO_FIGURE = '–';

export function draftResponse(context: DraftContext): ResponseSection {
  const { incident, standing } = context;
  return {
    rows: namedMetrics(incident).map((named) => metricRow(named, context)),
    metrics: values(metricsOf(incident)),
    stamps: STAMP_NAMES.map((name) => stampRow(name, context)),
    corrections: standing('time'),
  };
}

function metricRow({ name, basis, metric }: NamedMetric, context: DraftContext): MetricRow {
  const state = stateOf(metric, context);
  if (metric.state !== 'recorded') return { name, basis, value: NO_FIGURE, minutes: NO_FIGURE, state };
  const minutes = Math.round((metric.length / 60_000) * 100) / 100;
  return { name, basis, value: formatLength(metric.length), minutes: String(minutes), state };
}

function stateOf(metric: Metric, { say }: DraftContext): string {
  switch (metric.state) {
    case 'recorded':
      return 'Recorded';
    case 'pending':
      return `Pending: ${metric.missing.join(' and ')} missing`;
    case 'invalid':
      return `Invalid: the later time ${say(metric.to)} lies before ${say(metric.from)}`;
    case 'not-applicable':
      return `Not applicable: ${metric.why}`;
    default:
      return unknownState(metric);
  }
}

function values(metrics: Metrics): ResponseSection['metrics'] {
  return {
    startToDetect: valueOf(metrics.startToDetect),
    detectToAcknowledge: valueOf(metrics.detectToAcknowledge),
    detectToMitigate: valueOf(metrics.detectToMitigate),
    startToMitigate: valueOf(metrics.startToMitigate),
    startToResolve: valueOf(metrics.startToResolve),
    detectToResolve: valueOf(metrics.detectToResolve),
    toCommander: valueOf(metrics.toCommander),
    toFirstUpdate: valueOf(metrics.toFirstUpdate),
    toFirstMitigation: valueOf(metrics.toFirstMitigation),
  };
}

const valueOf = (metric: Metric): MetricValue => ({
  state: metric.state,
  minutes: metric.state === 'recorded' ? metric.length / 60_000 : null,
});

function stampRow(name: StampName, { incident, clock }: DraftContext): StampRow {
  const stamp = incident.stamps[name];
  return {
    name,
    label: STAMP_LABELS[name],
    at: stamp ? clock.moment(stamp.at) : null,
    source: stamp ? (stamp.byHand ? 'set by hand' : 'by the console') : 'missing',
  };
}

/** A new state without a case fails `tsc` here. */
function unknownState(_metric: never): string {
  return 'Unknown';
}
