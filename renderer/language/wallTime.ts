import { epochMs, isInstant, ms, type EpochMs, type Ms } from '../domain/time';

/** A day and a time of day as some wall clock shows them. Month 1–12; the zone is not part of it. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** Making a formatter costs 50 times what using one does, so there is one for each zone. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(timeZone, made);
  return made;
}

/** True for an IANA zone name (or offset) this runtime knows; every other function here throws on the rest. */
export function isTimeZone(name: string): boolean {
  try {
    return formatterFor(name) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Zones change their offset at most once in it. */
const BLOCK_MS = 15 * 60_000;
const MOST_BLOCKS = 10_000;
/** Beyond this dates end. */
const MOST_MS = 8.64e15;

/** By zone and block: the offset from UTC, where it is the same from end to end. */
const steady = new Map<string, number | undefined>();

/**
 * What a wall clock in `timeZone` shows at an instant. Years before 1 count 0, −1, … as ISO 8601 does. Asking
 * `Intl` costs a hundred times what adding does, so an offset is remembered.
 */
export function wallTimeAt(at: EpochMs, timeZone: string): WallTime {
  const offset = steadyOffset(Math.floor(at / BLOCK_MS), timeZone);
  if (offset === undefined) return askedWallTime(at, timeZone);
  const wall = new Date(at + offset);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
  };
}

function steadyOffset(block: number, timeZone: string): number | undefined {
  const key = `${timeZone} ${block}`;
  if (steady.has(key)) return steady.get(key);
  if (steady.size >= MOST_BLOCKS) steady.clear();
  const [from, to] = [block * BLOCK_MS, (block + 1) * BLOCK_MS];
  const isInside = Math.max(-from, to) < MOST_MS - 2 * 24 * 60 * 60_000;
  const [first, last] = isInside ? [from, to - 1].map((at) => askedOffset(epochMs(at), timeZone)) : [];
  const offset = first === last ? first : undefined;
  steady.set(key, offset);
  return offset;
}

const askedOffset = (at: EpochMs, timeZone: string): number => asIfUtc(askedWallTime(at, timeZone)) - at;

function askedWallTime(at: EpochMs, timeZone: string): WallTime {
  const parts: { [type: string]: string } = {};
  for (const { type, value } of formatterFor(timeZone).formatToParts(at)) parts[type] = value;
  const year = Number(parts['year']);
  return {
    year: parts['era'] === 'BC' ? 1 - year : year,
    month: Number(parts['month']),
    day: Number(parts['day']),
    hour: Number(parts['hour']),
    minute: Number(parts['minute']),
    second: Number(parts['second']),
    millisecond: ((at % 1000) + 1000) % 1000,
  };
}

/** Milliseconds from the epoch to the wall time, if the wall stood in UTC; may lie beyond what dates hold. */
export function asIfUtc(wall: WallTime): number {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  return date.setUTCHours(wall.hour, wall.minute, wall.second, wall.millisecond);
}

/** How far the zone's clocks are ahead of UTC at an instant; negative west of Greenwich. */
export function offsetAt(at: EpochMs, timeZone: string): Ms {
  return ms(asIfUtc(wallTimeAt(at, timeZone)) - at);
}

/** False for what no calendar or clock shows: 30 February, 24:00, a 61st second. */
export function isOnCalendar(wall: WallTime): boolean {
  const date = new Date(asIfUtc(wall));
  return (
    date.getUTCMonth() === wall.month - 1 &&
    date.getUTCDate() === wall.day &&
    date.getUTCHours() === wall.hour &&
    date.getUTCMinutes() === wall.minute &&
    date.getUTCSeconds() === wall.second
  );
}

/** No zone has been further from UTC than 16 h, or skipped more than a day (Samoa, 2011-12-30). */
const WIDE = 36 * 3_600_000;

/**
 * The instants at which a wall clock in `timeZone` shows `wall`, earliest first: one as a rule, two
 * in the hour that clocks go back over, none in the one they skip.
 */
export function instantsOf(wall: WallTime, timeZone: string): readonly EpochMs[] {
  const utc = asIfUtc(wall);
  const offsets = new Set(offsetsNear(utc, timeZone));
  return [...offsets]
    .map((offset) => utc - offset)
    .filter(isInstant)
    .filter((at) => asIfUtc(wallTimeAt(at, timeZone)) === utc)
    .sort((a, b) => a - b);
}

/** For a wall time that was skipped: the instant it would have been had the clocks not changed. */
export function unskipped(wall: WallTime, timeZone: string): EpochMs {
  const utc = asIfUtc(wall);
  return epochMs(utc - (offsetsNear(utc, timeZone)[0] ?? 0));
}

/** The zone's offsets some time before and some time after, in that order. */
function offsetsNear(utc: number, timeZone: string): readonly Ms[] {
  return [utc - WIDE, utc + WIDE].filter(isInstant).map((at) => offsetAt(at, timeZone));
}

/** The same time of day some days later, or earlier when `days` is negative. */
export function onDay(wall: WallTime, days: number): WallTime {
  const date = new Date(asIfUtc({ ...wall, day: wall.day + days }));
  return { ...wall, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
