import * as v from 'valibot';

/**
 * An incident's name. It becomes part of a file name, so nothing but these characters; lower case is
 * what the page makes, since some file systems cannot tell `A` from `a`.
 */
export const incidentIdShape = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** Printable ASCII, so that text order and byte order agree. */
export const stampShape = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,120}$/));

/** Milliseconds since 1970-01-01T00:00:00Z, within what a JavaScript date can hold. */
export const epochMsShape = v.pipe(v.number(), v.finite(), v.minValue(-8.64e15), v.maxValue(8.64e15));

/** A row parsed from a journal line. Fields a newer version added are carried along, not refused. */
export const storedRowShape = v.looseObject({
  incidentId: incidentIdShape,
  stamp: stampShape,
  at: epochMsShape,
  recordedAt: epochMsShape,
  by: v.string(),
  event: v.looseObject({ type: v.string() }),
});
