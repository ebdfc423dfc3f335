import type { IncidentId, Stamp } from './ids';
import { incidentName, type Incident } from './incident';
import type { Phase } from './lifecycle';
import type { Severity } from './severity';
import type { EpochMs } from './time';

/** One line of the list of incidents: a projection of the fold, kept only to draw the list fast. */
export interface IncidentSummary {
  readonly id: IncidentId;
  readonly name: string;
  readonly number: number;
  readonly title: string;
  readonly severity: Severity;
  readonly drill: boolean;
  readonly phase: Phase;
  readonly isResolved: boolean;
  readonly declaredAt: EpochMs;
  /** Absent while it is live, and where its stamp was cleared. */
  readonly resolvedAt?: EpochMs;
  readonly commander: string;
  readonly rowCount: number;
  readonly lastStamp: Stamp | null;
}

/** Undefined before the declaring row has been read. */
export function summaryOf(incident: Incident): IncidentSummary | undefined {
  const declaredAt = incident.stamps.declared?.at;
  if (incident.id === null || declaredAt === undefined) return undefined;
  const resolvedAt = incident.stamps.resolved?.at;
  return {
    id: incident.id,
    name: incidentName(incident),
    number: incident.number,
    title: incident.title,
    severity: incident.severity,
    drill: incident.drill,
    phase: incident.phase,
    isResolved: incident.isResolved,
    declaredAt,
    ...(resolvedAt === undefined ? {} : { resolvedAt }),
    commander: incident.holders.commander?.person ?? '',
    rowCount: incident.rowCount,
    lastStamp: incident.lastStamp,
  };
}

/** The next number of its kind: incidents and drills count apart (DEC3). */
export function nextNumber(known: readonly IncidentSummary[], drill: boolean): number {
  return 1 + Math.max(0, ...known.filter((one) => one.drill === drill).map((one) => one.number));
}

/** Live ones first, then newest first. */
export function byUrgency(a: IncidentSummary, b: IncidentSummary): number {
  if (a.isResolved !== b.isResolved) return a.isResolved ? 1 : -1;
  return b.declaredAt - a.declaredAt;
}
