import type { StoredRow } from '../../../electron/contract';

export const NOON = Date.UTC(2026, 10, 23, 12, 0, 0);

/** The n-th note of an incident, a second after the one before it. */
export function note(n: number, text = `note ${n}`, incidentId = 'inc1'): StoredRow {
  const at = NOON + n * 1000;
  const stamp = `${new Date(at).toISOString()}_0000_dev1`;
  return { incidentId, stamp, at, recordedAt: at, by: 'Dana', event: { type: 'note-added', text } };
}

export function notes(count: number, from = 1): readonly StoredRow[] {
  return Array.from({ length: count }, (_, index) => note(from + index));
}
