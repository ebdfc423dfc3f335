/**
 * Run-time checks of values that come from a file. Small on purpose: the domain imports nothing.
 * A check answers only "has it this form"; unknown extra fields are left alone, so that a later
 * version may add some.
 */
export type Check = (value: unknown) => boolean;

export const text: Check = (value) => typeof value === 'string';
export const flag: Check = (value) => typeof value === 'boolean';
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True when every named field passes its check; a missing field is checked as undefined. */
export function hasShape(value: unknown, fields: { readonly [field: string]: Check }): boolean {
  return isRecord(value) && Object.entries(fields).every(([field, check]) => check(value[field]));
}
