import { numberOf } from './numberWords';
import type { ClockTime } from './timeForms';

/** A time of day at the start of a text, and what follows it. */
export interface ClockAtStart {
  readonly clock: ClockTime;
  readonly isUtc: boolean;
  /** The hour is one of twelve, and nothing says of which half of the day. */
  readonly isEitherHalf?: true;
  /** Of a named day it may be the beginning or the end. */
  readonly isMidnight?: true;
  readonly rest: string;
}

const SHARES: { readonly [word: string]: number } = { quarter: 15, half: 30 };

const HALF = String.raw`(?:[ \t]?(?<half>[ap])\.?m\.?)`;
const END = String.raw`(?:[ \t]?(?<utc>Z|UTC))?(?=\s|$)`;
const HOURS = String.raw`(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d{1,2})`;

/** `2:30 pm`, `5pm`, `14:32`, `14:32:10`, `1432`, `14h30`, `noon`. */
const WRITTEN = new RegExp(
  String.raw`^(?:(?<hour12>\d{1,2})(?::(?<minute12>\d\d))?${HALF}|(?<hour>\d{1,2}(?=:)|\d\d(?=h\d\d(?![ \t]+ago\b)))[:h](?<minute>\d\d)(?::(?<second>\d\d))?|(?<compact>\d{4})|(?<named>noon|midnight))${END}`,
  'i',
);
/** `half past two`, `quarter to 3`, `twenty-five past nine pm`. “Half two” is an hour apart in two countries, and none. */
const SPOKEN = new RegExp(
  String.raw`^(?:a[ \t]+)?(?<minutes>half(?=[ \t]+past)|quarter|five|ten|twenty-five|twenty|\d{1,2})(?:[ \t]+min(?:ute)?s?)?[ \t]+(?<side>past|to)[ \t]+${HOURS}${HALF}?${END}`,
  'i',
);
const OCLOCK = new RegExp(String.raw`^${HOURS}[ \t]*o['’]?clock${HALF}?${END}`, 'i');

type Groups = { readonly [name: string]: string | undefined };

/** The clock that a text begins with, in digits or as it is said. */
export function clockAtStart(text: string): ClockAtStart | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    const found = match && read(match.groups ?? {});
    if (match && found) {
      return { ...found, isUtc: match.groups?.['utc'] !== undefined, rest: text.slice(match[0].length) };
    }
  }
  return undefined;
}

type Clock = Omit<ClockAtStart, 'isUtc' | 'rest'>;

const READERS: readonly (readonly [RegExp, (groups: Groups) => Clock | undefined])[] = [
  [WRITTEN, written],
  [SPOKEN, (groups) => spoken(groups, minutesOf(groups))],
  [OCLOCK, (groups) => spoken(groups, 0)],
];

function written(groups: Groups): Clock | undefined {
  const { half, named, compact, hour12 } = groups;
  if (named !== undefined) return named.toLowerCase() === 'noon' ? { clock: at(12, 0) } : MIDNIGHT;
  if (compact !== undefined) return { clock: at(Number(compact.slice(0, 2)), Number(compact.slice(2))) };
  if (half === undefined) {
    return { clock: at(Number(groups['hour']), Number(groups['minute']), Number(groups['second'] ?? 0)) };
  }
  const hour = inHalf(Number(hour12), half);
  return hour === undefined ? undefined : { clock: at(hour, Number(groups['minute12'] ?? 0)) };
}

/** `minutes` past the hour, or before it when negative. */
function spoken({ hour = '', half }: Groups, minutes: number | undefined): Clock | undefined {
  const said = hourOf(hour);
  if (said === undefined || minutes === undefined) return undefined;
  const isNamed = /^[nm]/i.test(hour) && !/^nine$/i.test(hour);
  const isOfTwelve = !isNamed && said >= 1 && said <= 12;
  if (half !== undefined && !isOfTwelve) return undefined;
  const base = half === undefined ? said : inHalf(said, half);
  if (base === undefined || base > 23) return undefined;
  const day = 24 * 60;
  const inDay = (base * 60 + minutes + day) % day;
  const isEitherHalf = isOfTwelve && half === undefined;
  const shown = isEitherHalf ? inDay % (day / 2) : inDay;
  const clock = at(Math.floor(shown / 60), shown % 60);
  return isEitherHalf ? { clock, isEitherHalf } : { clock };
}

function minutesOf({ minutes = '', side = '' }: Groups): number | undefined {
  const count = SHARES[minutes.toLowerCase()] ?? numberOf(minutes);
  if (count < 1 || count > 30) return undefined;
  return side.toLowerCase() === 'to' ? 0 - count : count;
}

function hourOf(word: string): number | undefined {
  const named = word.toLowerCase();
  if (named === 'noon') return 12;
  if (named === 'midnight') return 0;
  const hour = numberOf(named);
  return hour <= 23 ? hour : undefined;
}

const inHalf = (hour: number, half: string): number | undefined =>
  hour < 1 || hour > 12 ? undefined : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);

const at = (hour: number, minute: number, second = 0): ClockTime => ({
  hour,
  minute,
  second,
  millisecond: 0,
});

const MIDNIGHT: Clock = { clock: at(0, 0), isMidnight: true };
