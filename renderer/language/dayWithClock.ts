import { clockAtStart, type ClockAtStart } from './clockPhrases';
import type { NamedDay, TimeAtStart, TimeForm } from './timeForms';

/** Between the day and its clock: `yesterday 14:00`, `yesterday, 14:00`, `yesterday at 14:00`. */
const BETWEEN = /^(?:,?[ \t]+at[ \t]+|,?[ \t]+)/i;
/** `yesterday at 14`: with words behind it, the number may be theirs. */
const HOUR_ALONE = /^,?[ \t]+at[ \t]+(?<hour>\d{1,2})$/i;
/** `yesterday 14.32`: behind a day two numbers are no other one. */
const DOTTED = /^(?<hour>\d{1,2})\.(?<minute>\d\d)(?=\s|$)/;

/** A day with the clock behind it; without one it is left to be asked about. */
export function dayWithClock(day: NamedDay, rest: string): TimeAtStart {
  const between = rest.replace(BETWEEN, '');
  const found = between === rest ? undefined : (clockAtStart(between) ?? dotted(between) ?? hourAlone(rest));
  return found
    ? { form: ofDay(day, found), rest: found.rest }
    : { form: { kind: 'of-day', day, isUtc: false }, rest };
}

/** That clock on that day. */
export function ofDay(day: NamedDay, { clock, isUtc, isEitherHalf, isMidnight }: ClockAtStart): TimeForm {
  if (isMidnight) return { kind: 'unclear', problem: 'midnight-of-day' };
  return { kind: 'of-day', day, clock, isUtc, ...(isEitherHalf ? { isEitherHalf } : {}) };
}

function dotted(text: string): ClockAtStart | undefined {
  const match = DOTTED.exec(text);
  if (!match) return undefined;
  return { ...clockOf(match.groups?.['hour'], match.groups?.['minute']), rest: text.slice(match[0].length) };
}

function hourAlone(rest: string): ClockAtStart | undefined {
  const hour = HOUR_ALONE.exec(rest)?.groups?.['hour'];
  if (hour === undefined) return undefined;
  const count = Number(hour);
  if (count < 1 || count > 12) return { ...clockOf(hour, '0'), rest: '' };
  return { ...clockOf(String(count % 12), '0'), isEitherHalf: true, rest: '' };
}

const clockOf = (hour = '0', minute = '0'): Omit<ClockAtStart, 'rest'> => ({
  clock: { hour: Number(hour), minute: Number(minute), second: 0, millisecond: 0 },
  isUtc: false,
});
