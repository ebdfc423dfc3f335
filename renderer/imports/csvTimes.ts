import type { WallClock } from './importTypes';
import { FURTHEST_OFFSET, plausible, readEpoch, readIso, type FineInstant } from './recordTimes';
import { dayInFront, tidyTime } from './csvTimeText';
import { ZONE_OFFSETS } from '../domain/zoneOffsets';

/** A cell that tells a time, before anybody asks in which zone and in which order. */
export type TimeCell =
  | { readonly kind: 'instant'; readonly when: FineInstant; readonly abbreviation?: string }
  | ({ readonly kind: 'wall'; readonly wall: WallClock } & OwnZone)
  /** Day and month may stand either way round. */
  | ({ readonly kind: 'either'; readonly dayFirst: WallClock; readonly monthFirst: WallClock } & OwnZone)
  | ({ readonly kind: 'clock'; readonly clock: Clock } & OwnZone)
  | { readonly kind: 'day' };

/** The zone that stands in the cell itself; it counts, whatever is said of the column. */
export interface OwnZone {
  /** Minutes ahead of UTC; undefined without a zone. */
  readonly offset: number | undefined;
  /** An IANA name instead of an offset; whether there is such a zone is not looked at here. */
  readonly timeZone?: string;
  /** Microseconds behind the clock's milliseconds. */
  readonly micros?: number;
  /** What the offset was told by, where it could have been meant otherwise. */
  readonly abbreviation?: string;
}

type Clock = Pick<WallClock, 'hour' | 'minute' | 'second' | 'millisecond'>;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const OTHER_MONTHS: ReadonlyMap<string, number> = new Map([
  ['mär', 3],
  ['mrz', 3],
  ['mai', 5],
  ['okt', 10],
  ['dez', 12],
]);
const ISO_DAY = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=[T ,]|$)/;
const NUMBER_DAY = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)(?=[T ,]|$)/;
const NAMED_DAY =
  /^(?:[A-Za-z]{2,9},? ?)?(\d{1,2})\.?([ /-])([A-Za-zäÄ]{3,9})\.?,?[ /-](\d{4}|\d\d)(?=[T ,:]|$)/;
const MONTH_DAY = /^(?:[A-Za-z]{2,9},? )?([A-Za-zäÄ]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?=[T ,]|$)/;
/** Between a day and its time: a blank, a letter, or what Kibana, Apache and people put there. */
const TIME =
  /^(?: ?[T,@:] ?| - | )?(?:at )?(\d{1,2})(?:[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?)? ?([ap]\.? ?m\.?)? ?(?:(Z|[A-Za-z]{2,5})|(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?)?(?: ?\(?Uhr\)?)?$/i;

/** Minutes ahead of UTC by abbreviation, as somebody said they are meant. */
export type SaidZones = { readonly [abbreviation: string]: number };

/** Reads a cell of any of the forms of formats.md §6; undefined when it is none. */
export function readTimeCell(cell: string, said: SaidZones = {}): TimeCell | undefined {
  if (cell.length > 200) return undefined;
  const { text, timeZone } = tidyTime(cell);
  if (text === '' || text.length > 60) return undefined;
  const read = readTidy(text, said) ?? readTidy(dayInFront(text), said);
  if (timeZone === undefined || read === undefined) return read;
  // An offset says more than the name of a zone.
  if (read.kind === 'instant') return read;
  return read.kind === 'day' || read.offset !== undefined ? undefined : { ...read, timeZone };
}

function readTidy(text: string, said: SaidZones): TimeCell | undefined {
  const precise = readIso(text) ?? readEpoch(text) ?? readSerial(text);
  if (precise && !('wall' in precise)) return { kind: 'instant', when: precise };
  if (precise) return { kind: 'wall', wall: precise.wall, offset: undefined };
  const day = readDay(text);
  const rest = day ? text.slice(day.length) : text;
  if (day && rest === '') return { kind: 'day' };
  const time = readTime(rest, day !== undefined, said);
  if (!time) return undefined;
  return day ? joined(day, time) : { kind: 'clock', ...time };
}

/** Days since 1899-12-30, as spreadsheets count them, on the clock of whoever made the sheet. */
function readSerial(text: string): { readonly wall: WallClock } | undefined {
  if (!/^\d{5}(?:[.,]\d{1,12})?$/.test(text)) return undefined;
  const ms = Math.round((Number(text.replace(',', '.')) - 25_569) * 86_400_000);
  if (!plausible(ms)) return undefined;
  const date = new Date(Math.round(ms / 1000) * 1000);
  return {
    wall: {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      millisecond: 0,
    },
  };
}

interface Day {
  readonly length: number;
  readonly year: number;
  readonly first: number;
  readonly second: number;
  readonly order: 'day-first' | 'month-first' | 'either';
}

function readDay(text: string): Day | undefined {
  const iso = ISO_DAY.exec(text);
  if (iso) {
    return {
      length: iso[0].length,
      year: Number(iso[1]),
      first: Number(iso[2]),
      second: Number(iso[3]),
      order: 'month-first',
    };
  }
  const number = NUMBER_DAY.exec(text);
  if (number) {
    const year = yearOf(number[4] ?? '');
    const [first, second] = [Number(number[1]), Number(number[3])];
    // With dots it is the day that comes first, wherever that is written.
    const order = number[2] === '.' || first > 12 ? 'day-first' : second > 12 ? 'month-first' : 'either';
    return { length: number[0].length, year, first, second, order: first === second ? 'day-first' : order };
  }
  const named = NAMED_DAY.exec(text);
  const month = MONTH_DAY.exec(text);
  const [whole, day, name, year] = named
    ? [named[0], named[1], named[3], named[4]]
    : month
      ? [month[0], month[2], month[1], month[3]]
      : [];
  const second = monthOf(name ?? '');
  if (whole === undefined || second === 0) return undefined;
  return { length: whole.length, year: yearOf(year ?? ''), first: Number(day), second, order: 'day-first' };
}

const yearOf = (digits: string): number => Number(digits) + (digits.length === 2 ? 2000 : 0);

function monthOf(name: string): number {
  const short = name.toLowerCase().slice(0, 3);
  return OTHER_MONTHS.get(short) ?? MONTHS.indexOf(short) + 1;
}

interface TimeOfDay extends OwnZone {
  readonly clock: Clock;
}

function readTime(text: string, afterDay: boolean, said: SaidZones): TimeOfDay | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  const [, hours, minutes, seconds = '0', fraction = '', half, zone, sign, ahead, aheadMinutes = '0'] = match;
  // A lone number is a time only with its half of the day.
  if (minutes === undefined && half === undefined) return undefined;
  if (!afterDay && !/^\d/.test(text)) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (
    hour > 23 ||
    Number(minutes ?? 0) > 59 ||
    Number(seconds) > 59 ||
    (half !== undefined && Number(hours) > 12)
  ) {
    return undefined;
  }
  const clock = {
    hour,
    minute: Number(minutes ?? 0),
    second: Number(seconds),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  };
  const micros = Number(fraction.padEnd(6, '0').slice(3, 6));
  if (sign !== undefined) {
    const size = 60 * Number(ahead) + Number(aheadMinutes);
    if (size > FURTHEST_OFFSET || Number(aheadMinutes) > 59) return undefined;
    return { clock, micros, offset: sign === '-' ? -size : size };
  }
  if (zone === undefined || /^uhr$/i.test(zone)) return { clock, micros, offset: undefined };
  const name = zone.toUpperCase();
  const answered = Object.hasOwn(said, name) ? said[name] : undefined;
  if (answered !== undefined) return { clock, micros, offset: answered };
  const offset = ZONE_OFFSETS.get(name);
  if (offset === undefined) return undefined;
  return { clock, micros, offset, ...(offset === 0 ? {} : { abbreviation: name }) };
}

function joined(day: Day, { clock, ...zone }: TimeOfDay): TimeCell | undefined {
  const monthFirst = { year: day.year, month: day.first, day: day.second, ...clock };
  const dayFirst = { year: day.year, month: day.second, day: day.first, ...clock };
  if (day.order === 'either') return { kind: 'either', dayFirst, monthFirst, ...zone };
  const wall = day.order === 'day-first' ? dayFirst : monthFirst;
  const utc = utcOf(wall);
  if (utc === undefined) return undefined;
  const { offset, abbreviation, micros } = zone;
  if (offset === undefined) return { kind: 'wall', wall, ...zone };
  const when = plausible(utc - offset * 60_000, micros);
  return when && { kind: 'instant', when, ...(abbreviation === undefined ? {} : { abbreviation }) };
}

/** As if it stood in UTC; undefined for 30 February. */
export function utcOf(wall: WallClock): number | undefined {
  const ms = Date.UTC(
    wall.year,
    wall.month - 1,
    wall.day,
    wall.hour,
    wall.minute,
    wall.second,
    wall.millisecond,
  );
  const date = new Date(ms);
  return date.getUTCMonth() === wall.month - 1 && date.getUTCDate() === wall.day ? ms : undefined;
}
