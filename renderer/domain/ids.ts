/** Names an incident on every device; 1–64 of `A–Z a–z 0–9 _ -`, because it becomes a file name. */
export type IncidentId = string & { readonly __id: 'incident' };

/** When and where a row was written, sortable as text; the row's name within its incident. */
export type Stamp = string & { readonly __id: 'stamp' };

/** Names one installation; lower-case letters and digits, 4–32 of them. */
export type DeviceId = string & { readonly __id: 'device' };

/** True for a text that may name an incident, and so a file, on any system. */
export function isIncidentId(value: unknown): value is IncidentId {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value);
}

/** True for a text that may name an installation in a stamp. */
export function isDeviceId(value: unknown): value is DeviceId {
  return typeof value === 'string' && /^[a-z0-9]{4,32}$/.test(value);
}
