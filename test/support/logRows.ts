import type { IncidentEvent, Row, Unrecognised } from '../../renderer/domain/events';
import type { IncidentId, Stamp } from '../../renderer/domain/ids';
import { iso, later, ms, type EpochMs } from '../../renderer/domain/time';
import { instant } from './instants';

/** When the first row of every log made here is written. */
export const START: EpochMs = instant('2026-11-23T03:03:00Z');

export const INC_A = 'inc-a' as IncidentId;
export const INC_B = 'inc-b' as IncidentId;

/** The n-th row of an incident (from 0), one a second. */
export function rowOf(n: number, event: IncidentEvent | Unrecognised, incidentId = INC_A): Row {
  const at = later(START, ms(n * 1000));
  const stamp = `${iso(at)}_0000_dev1` as Stamp;
  return { incidentId, stamp, at, recordedAt: at, by: 'Dana', event };
}

export function declaredRow(incidentId = INC_A): Row {
  const title = `Checkout errors (${incidentId})`;
  return rowOf(0, { type: 'incident-declared', title, severity: 1, drill: false, number: 1 }, incidentId);
}

export function noteRow(n: number, incidentId = INC_A): Row {
  return rowOf(n, { type: 'note-logged', kind: 'note', text: `note ${n}` }, incidentId);
}

/** A declared incident and `notes` notes, in log order. */
export function logOf(notes: number, incidentId = INC_A): readonly Row[] {
  const rest = Array.from({ length: notes }, (_, i) => noteRow(i + 1, incidentId));
  return [declaredRow(incidentId), ...rest];
}
