import { ms, type Ms } from '../domain/time';
import type { WallTime } from './wallTime';

/** A time as it was written, before anybody asks which instant that is. */
export type TimeForm =
  | { readonly kind: 'full'; readonly wall: WallTime; readonly offset: Ms | null }
  | {
      readonly kind: 'clock';
      readonly clock: ClockTime;
      readonly isUtc: boolean;
      /** `half past two`: an hour of twelve, of either half of the day. */
      readonly isEitherHalf?: true;
    }
  | {
      readonly kind: 'relative';
      readonly length: Ms;
      /** False for `15m`: ahead where a coming time is asked for, ago where a past one is. */
      readonly isSigned: boolean;
    }
  | {
      readonly kind: 'of-day';
      readonly day: NamedDay;
      /** Absent in `yesterday`: the time of day is still to be asked for. */
      readonly clock?: ClockTime;
      readonly isUtc: boolean;
      readonly isEitherHalf?: true;
    }
  | {
      /** `01/10 14:32`: either number may be the month. */
      readonly kind: 'dates';
      readonly days: readonly NamedDay[];
      readonly clock: ClockTime;
      readonly isUtc: boolean;
      readonly isEitherHalf?: true;
    }
  /** What has two meanings that no instants can be told for. */
  | { readonly kind: 'unclear'; readonly problem: 'day-or-clock' | 'midnight-of-day' };

/** A day by its name in words; the weekday counts from 0, Sunday, the month from 1. */
export type NamedDay =
  | { readonly kind: 'shift'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which?: 'last' | 'next' }
  | { readonly kind: 'date'; readonly month: number; readonly day: number; readonly year?: number };

/** A time of day; the day is still to be found. */
export type ClockTime = Pick<WallTime, 'hour' | 'minute' | 'second' | 'millisecond'>;

/** A time at the start of a text, and what follows it. */
export interface TimeAtStart {
  readonly form: TimeForm;
  /** The text after the time, with the blank space between. */
  readonly rest: string;
}

const OF_DAY = String.raw`(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,](?<fraction>\d{1,9}))?)?`;
const UTC = String.raw`(?:[ \t]?(?<utc>Z|UTC|GMT))`;
const END = String.raw`(?=\s|$)`;

/** ISO 8601, extended form; also with a space for the `T`, as people and most logs write it. */
const FULL = new RegExp(
  String.raw`^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)(?:T|[ \t]+)${OF_DAY}` +
    String.raw`(?:${UTC}|(?<sign>[+-])(?<offsetHours>\d\d):?(?<offsetMinutes>\d\d)?)?${END}`,
  'i',
);
const CLOCK = new RegExp(`^${OF_DAY}${UTC}?${END}`, 'i');
const COMPACT = new RegExp(String.raw`^(?<hour>\d\d)(?<minute>\d\d)${UTC}?${END}`, 'i');
/** A hyphen, or the minus and the dash that some keyboards and phones put in its place. */
const RELATIVE = new RegExp(
  String.raw`^(?<sign>[-−–+])?(?:(?<bare>\d{1,6})|(?=\d)(?:(?<hours>\d{1,6})h)?(?:(?<minutes>\d{1,6})m(?:in)?)?(?:(?<seconds>\d{1,6})s)?)${END}`,
  'i',
);

type Groups = { readonly [name: string]: string | undefined };

/** Reads the time a text starts with; undefined when it starts with none. The time ends at a blank. */
export function timeAtStart(text: string): TimeAtStart | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    const form = match && read(match.groups ?? {});
    const rest = text.slice(match?.[0].length ?? 0);
    if (form?.kind === 'relative' && !form.isSigned && countsFromElsewhere(rest)) return undefined;
    if (form) return { form, rest };
  }
  return undefined;
}

/** “10 min after the deploy” does not count from now. */
export const countsFromElsewhere = (rest: string): boolean =>
  /^[ \t]+(?:after|before|into|later|earlier|since|past|to|until|from|of)\b/i.test(rest);

const READERS: readonly (readonly [RegExp, (groups: Groups) => TimeForm | undefined])[] = [
  [FULL, readFull],
  [CLOCK, readClock],
  [COMPACT, readClock],
  [RELATIVE, readRelative],
];

function readFull(groups: Groups): TimeForm {
  const wall = { year: count(groups['year']), month: count(groups['month']), day: count(groups['day']) };
  return { kind: 'full', wall: { ...wall, ...ofDay(groups) }, offset: offsetOf(groups) };
}

function readClock(groups: Groups): TimeForm {
  return { kind: 'clock', clock: ofDay(groups), isUtc: groups['utc'] !== undefined };
}

/** Without a sign only a number with its unit is a length: `15` alone could be anything. */
function readRelative(groups: Groups): TimeForm | undefined {
  if (groups['sign'] === undefined && groups['bare'] !== undefined) return undefined;
  const inMinutes = count(groups['bare'] ?? groups['minutes']) + 60 * count(groups['hours']);
  const length = 60_000 * inMinutes + 1000 * count(groups['seconds']);
  const isAhead = groups['sign'] === undefined || groups['sign'] === '+';
  return {
    kind: 'relative',
    length: ms(isAhead ? length : 0 - length),
    isSigned: groups['sign'] !== undefined,
  };
}

const ofDay = (groups: Groups): ClockTime => ({
  hour: count(groups['hour']),
  minute: count(groups['minute']),
  second: count(groups['second']),
  millisecond: count((groups['fraction'] ?? '').padEnd(3, '0').slice(0, 3)),
});

function offsetOf(groups: Groups): Ms | null {
  if (groups['utc'] !== undefined) return ms(0);
  if (groups['sign'] === undefined) return null;
  const size = 60 * count(groups['offsetHours']) + count(groups['offsetMinutes']);
  return ms((groups['sign'] === '-' ? 0 - size : size) * 60_000);
}

const count = (digits: string | undefined): number => Number(digits ?? 0);
