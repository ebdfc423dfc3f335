/**
 * Run-time checks of values that come from a file. Small on purpose: the domain imports nothing.
 * A check answers only "has it this form"; unknown extra fields are left alone, so that a later
 * version may add some.
 */
export type Check = (value: unknown) => boolean;

/** Any string, the empty one too. */
export const text: Check = (value) => typeof value === 'string';
/** True or false. */
export const flag: Check = (value) => typeof value === 'boolean';
/** A whole number from 0 to 2^53 − 1. */
export const count: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0;

/** One of these values, compared by identity. */
export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value) =>
    allowed.includes(value);

/** Absent, or of this form. */
export const maybe =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

/** Null, or of this form. */
export const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** A list, each item of this form. */
export const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

/** An object that is no list. */
export const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True when every named field passes its check; a missing field is checked as undefined. */
export function hasShape(value: unknown, fields: { readonly [field: string]: Check }): boolean {
  return isRecord(value) && Object.entries(fields).every(([field, check]) => check(value[field]));
}
