import { isInstant, type EpochMs } from '../domain/time';

/** An instant finer than a millisecond. */
export interface FineInstant {
  readonly at: EpochMs;
  /** 0–999, behind `at`. */
  readonly micros: number;
}

/** No pager, chat or laptop wrote a log before 1990; a time beyond 2100 is a unit taken for another. */
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** The instant, if an incident may have happened then. */
export function plausible(ms: number, micros = 0): FineInstant | undefined {
  return isInstant(ms) && ms >= EARLIEST && ms < LATEST ? { at: ms, micros } : undefined;
}

/** Minutes; no zone was ever further from UTC. */
export const FURTHEST_OFFSET = 16 * 60;

const ISO =
  /^\s*(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?\s?(?:([Zz]|UTC|GMT)|([+-])(\d\d):?(\d\d)?)\s*$/;

/** RFC 3339 and what is nearly it; the offset is a must. Undefined for all else (formats.md §2–5). */
export function readIso(value: unknown): FineInstant | undefined {
  const match = typeof value === 'string' && value.length < 80 ? ISO.exec(value) : null;
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0));
  const wall = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  const back = new Date(wall);
  const onCalendar = back.getUTCDate() === day && back.getUTCHours() === hour && (minute ?? 0) < 60;
  if (!onCalendar || (second ?? 0) > 59) return undefined;
  const fraction = (match[7] ?? '').padEnd(6, '0').slice(0, 6);
  const size = 60 * Number(match[10] ?? 0) + Number(match[11] ?? 0);
  if (size > FURTHEST_OFFSET || Number(match[11] ?? 0) > 59) return undefined;
  const offset = match[9] === '-' ? -60_000 * size : 60_000 * size;
  return plausible(wall + Number(fraction.slice(0, 3)) - offset, Number(fraction.slice(3)));
}

/** Digits that a number of such a unit has in our century, and how many of them are below the second. */
const UNITS: readonly (readonly [from: number, to: number, below: number])[] = [
  [9, 10, 0],
  [12, 13, 3],
  [15, 16, 6],
  [18, 19, 9],
];

/** Seconds, milli-, micro- or nanoseconds since 1970, told by the count of digits (formats.md §3). */
export function readEpoch(value: unknown): FineInstant | undefined {
  const text = typeof value === 'number' ? plainNumber(value) : typeof value === 'string' ? value.trim() : '';
  const match = /^(\d{9,19})(?:\.(\d{1,9})\d*)?$/.exec(text);
  const [, whole = '', fraction = ''] = match ?? [];
  const unit = UNITS.find(([from, to]) => whole.length >= from && whole.length <= to);
  if (!unit) return undefined;
  const seconds = whole.slice(0, whole.length - unit[2]);
  const below = (whole.slice(whole.length - unit[2]) + fraction).padEnd(6, '0').slice(0, 6);
  return plausible(Number(seconds) * 1000 + Number(below.slice(0, 3)), Number(below.slice(3)));
}

/** Without an exponent, as a file would have it. */
const plainNumber = (value: number): string =>
  Number.isFinite(value) && value >= 0 && value < 1e20 ? value.toFixed(Number.isInteger(value) ? 0 : 6) : '';

/** An ISO time or an epoch of any unit. */
export const readInstant = (value: unknown): FineInstant | undefined => readIso(value) ?? readEpoch(value);

/** `2019-02-08T21:00:00.000001Z`: to the microsecond where there is one. */
export function isoFine({ at, micros }: FineInstant): string {
  const text = new Date(at).toISOString();
  return micros === 0 ? text : text.replace('Z', `${String(micros).padStart(3, '0')}Z`);
}
