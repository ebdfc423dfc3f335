import { isRecord } from '../domain/shape';

/** A JSON object whose fields may be anything. */
export type Fields = { readonly [field: string]: unknown };

/** The value as an object; one without fields where it is none. */
export const fieldsOf = (value: unknown): Fields => (isRecord(value) ? value : {});

/** The value as text; '' where it is none. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An id as text; some tools count theirs. '' where there is none. */
export const idOf = (value: unknown): string => (typeof value === 'number' ? String(value) : textOf(value));

/** The value as a list; empty where it is none. */
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The first text of several that says something. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(textOf).find((text) => text.trim() !== '') ?? '';

/** What stands where a value should be, short enough for a sentence. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
