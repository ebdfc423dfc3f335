/** Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them. */
export type EpochMs = number & { readonly __unit: 'epoch-ms' };

/** A length of time in milliseconds. May be negative where a difference may be. */
export type Ms = number & { readonly __unit: 'ms' };

/** Takes a number as an instant. Throws on what no clock can give: that is a bug of the caller. */
export function epochMs(value: number): EpochMs {
  if (!isInstant(value)) throw new RangeError(`not an instant: ${value}`);
  return value;
}

const LAST_INSTANT = 8.64e15;

/** The range JavaScript dates can hold (ECMA-262, "Time Values"), and so the range we accept. */
export function isInstant(value: unknown): value is EpochMs {
  return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= LAST_INSTANT;
}

/** A length of so many milliseconds. */
export const ms = (value: number): Ms => value as Ms;
/** A length of so many minutes. */
export const minutes = (count: number): Ms => ms(count * 60_000);
/** 60,000 ms. */
export const MINUTE = minutes(1);
/** 3,600,000 ms. */
export const HOUR = minutes(60);

/**
 * Stops at the last instant a date can hold: a damaged or forged log may ask for more, and folding
 * it must not throw (LOG3).
 */
export const later = (from: EpochMs, by: Ms): EpochMs =>
  epochMs(Math.min(LAST_INSTANT, Math.max(-LAST_INSTANT, from + by)));
/** How long after `from` the instant `to` is; negative when it is before. */
export const between = (from: EpochMs, to: EpochMs): Ms => ms(to - from);

/** `2026-11-23T03:14:05.000Z`; years outside 0–9999 print with a sign and six digits. */
export function iso(instant: EpochMs): string {
  return new Date(instant).toISOString();
}

/**
 * Formats a length of time as `H:MM:SS`; hours grow without limit, no days, no sign.
 *
 * A negative length shows as zero: a clock set back by NTP must not print `-0:03`.
 * Not date-fns `intervalToDuration`: since v3 that leaves out zero fields (date-fns#3658).
 *
 * @example formatElapsed(ms(3_605_000)) // '1:00:05'
 */
export function formatElapsed(length: Ms): string {
  const seconds = Math.max(0, Math.floor(length / 1000));
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * Formats a length for a countdown: `MM:SS` below an hour, `H:MM:SS` from there on.
 *
 * @example formatCountdown(ms(252_000)) // '04:12'
 */
export function formatCountdown(length: Ms): string {
  const full = formatElapsed(length);
  return full.startsWith('0:') ? full.slice(2) : full;
}

/**
 * Formats a length in words for texts people read: `45 s`, `12 min`, `1 h 29 min`, `2 d 3 h`.
 * Rounds down to the unit shown; `0 min` is a real zero, never a missing value.
 */
export function formatLength(length: Ms): string {
  const total = Math.floor(Math.abs(length) / 1000);
  const sign = length < 0 && total > 0 ? '−' : '';
  if (total > 0 && total < 60) return `${sign}${total} s`;
  const inMinutes = Math.floor(total / 60);
  if (inMinutes < 60) return `${sign}${inMinutes} min`;
  const hours = Math.floor(inMinutes / 60);
  if (hours < 48) return `${sign}${join(hours, 'h', inMinutes % 60, 'min')}`;
  return `${sign}${join(Math.floor(hours / 24), 'd', hours % 24, 'h')}`;
}

function join(big: number, bigUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
}
