import * as v from 'valibot';
import type { StoredRow } from './contract';

const INCIDENT_ID = /^[A-Za-z0-9_-]{1,64}$/;
const STAMP = /^[\x21-\x7e]{1,120}$/;
const LAST_MS = 8.64e15;

/**
 * An incident's name. It becomes part of a file name, so nothing but these characters; lower case is
 * what the page makes, since some file systems cannot tell `A` from `a`.
 */
export const incidentIdShape = v.pipe(v.string(), v.regex(INCIDENT_ID));

/** Printable ASCII, so that text order and byte order agree. */
export const stampShape = v.pipe(v.string(), v.regex(STAMP));

/** Milliseconds since 1970-01-01T00:00:00Z, within what a JavaScript date can hold. */
export const epochMsShape = v.pipe(v.number(), v.finite(), v.minValue(-LAST_MS), v.maxValue(LAST_MS));

/** A row parsed from a journal line. Fields a newer version added are carried along, not refused. */
export const storedRowShape = v.looseObject({
  incidentId: incidentIdShape,
  stamp: stampShape,
  at: epochMsShape,
  recordedAt: epochMsShape,
  by: v.string(),
  event: v.looseObject({ type: v.string() }),
});

/**
 * The same question as `storedRowShape`, asked by hand: a start may ask it 100,000 times, and the
 * shape takes longer over each line than parsing it does.
 */
export function isStoredRow(value: unknown): value is StoredRow {
  if (!isRecord(value) || !isRecord(value['event'])) return false;
  const { incidentId, stamp, at, recordedAt, by, event } = value;
  return (
    typeof incidentId === 'string' &&
    INCIDENT_ID.test(incidentId) &&
    typeof stamp === 'string' &&
    STAMP.test(stamp) &&
    isEpochMs(at) &&
    isEpochMs(recordedAt) &&
    typeof by === 'string' &&
    typeof event['type'] === 'string'
  );
}

/** A JSON object: neither null nor an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEpochMs(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= LAST_MS;
}
