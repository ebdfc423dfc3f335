import type { WallClock } from './importTypes';
import { plausible, readEpoch, readIso, type FineInstant } from './recordTimes';
import { ZONE_OFFSETS } from '../domain/zoneOffsets';

/** A cell that tells a time, before anybody asks in which zone and in which order. */
export type TimeCell =
  | { readonly kind: 'instant'; readonly when: FineInstant; readonly abbreviation?: string }
  | { readonly kind: 'wall'; readonly wall: WallClock }
  /** Day and month may stand either way round. */
  | ({ readonly kind: 'either'; readonly dayFirst: WallClock; readonly monthFirst: WallClock } & OwnZone)
  | ({ readonly kind: 'clock'; readonly clock: Clock } & OwnZone)
  | { readonly kind: 'day' };

/** The zone that stands in the cell itself; it counts, whatever is said of the column. */
export interface OwnZone {
  /** Minutes ahead of UTC; undefined without a zone. */
  readonly offset: number | undefined;
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
const NAMED_DAY = /^(?:[A-Za-z]{2,9}, ?)?(\d{1,2})\.?[ -]([A-Za-zäÄ]{3,9})\.?,?[ -](\d{4})(?=[T ,]|$)/;
const MONTH_DAY = /^(?:[A-Za-z]{2,9}, ?)?([A-Za-zäÄ]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?=[T ,]|$)/;
const TIME =
  /^[T ,]{0,3}(?:at )?(\d{1,2})(?:[:.](\d\d)(?:[:.](\d\d)(?:[.,](\d{1,9}))?)?)? ?([ap]\.?m\.?)? ?(?:(Z|[A-Za-z]{2,5})|(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?)?(?: ?\(?Uhr\)?)?$/i;

/** Minutes ahead of UTC by abbreviation, as somebody said they are meant. */
export type SaidZones = { readonly [abbreviation: string]: number };

/** Reads a cell of any of the forms of formats.md §6; undefined when it is none. */
export function readTimeCell(cell: string, said: SaidZones = {}): TimeCell | undefined {
  const text = cell.trim().replaceAll(/\s+/g, ' ');
  if (text === '' || text.length > 60) return undefined;
  const precise = readIso(text) ?? readEpoch(text) ?? readSerial(text);
  if (precise && !('wall' in precise)) return { kind: 'instant', when: precise };
  if (precise) return { kind: 'wall', wall: precise.wall };
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
    const year = Number(number[4]) + ((number[4] ?? '').length === 2 ? 2000 : 0);
    const [first, second] = [Number(number[1]), Number(number[3])];
    // With dots it is the day that comes first, wherever that is written.
    const order = number[2] === '.' || first > 12 ? 'day-first' : second > 12 ? 'month-first' : 'either';
    return { length: number[0].length, year, first, second, order: first === second ? 'day-first' : order };
  }
  const named = NAMED_DAY.exec(text);
  const month = MONTH_DAY.exec(text);
  const [whole, day, name, year] = named ?? (month ? [month[0], month[2], month[1], month[3]] : []);
  const second = monthOf(name ?? '');
  if (whole === undefined || second === 0) return undefined;
  return { length: whole.length, year: Number(year), first: Number(day), second, order: 'day-first' };
}

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
  if (sign !== undefined) {
    const size = 60 * Number(ahead) + Number(aheadMinutes);
    return { clock, offset: sign === '-' ? -size : size };
  }
  if (zone === undefined || /^uhr$/i.test(zone)) return { clock, offset: undefined };
  const name = zone.toUpperCase();
  const answered = Object.hasOwn(said, name) ? said[name] : undefined;
  if (answered !== undefined) return { clock, offset: answered };
  const offset = ZONE_OFFSETS.get(name);
  if (offset === undefined) return undefined;
  return { clock, offset, ...(offset === 0 ? {} : { abbreviation: name }) };
}

function joined(day: Day, { clock, ...zone }: TimeOfDay): TimeCell | undefined {
  const monthFirst = { year: day.year, month: day.first, day: day.second, ...clock };
  const dayFirst = { year: day.year, month: day.second, day: day.first, ...clock };
  if (day.order === 'either') return { kind: 'either', dayFirst, monthFirst, ...zone };
  const wall = day.order === 'day-first' ? dayFirst : monthFirst;
  const utc = utcOf(wall);
  if (utc === undefined) return undefined;
  const { offset, abbreviation } = zone;
  if (offset === undefined) return { kind: 'wall', wall };
  const when = plausible(utc - offset * 60_000);
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
