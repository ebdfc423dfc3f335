import { ms, type EpochMs, type Ms } from '../domain/time';
import { offsetAt, wallTimeAt, type WallTime } from './wallTime';

/** Digits that sort and that nobody can misread: a fixed form, whatever the machine's locale. */
const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const dayOf = (wall: WallTime): string => {
  const year = wall.year < 0 ? `-${padded(-wall.year, 6)}` : padded(wall.year, 4);
  return `${year}-${padded(wall.month, 2)}-${padded(wall.day, 2)}`;
};

const clockOf = (wall: WallTime): string =>
  `${padded(wall.hour, 2)}:${padded(wall.minute, 2)}:${padded(wall.second, 2)}`;

/** The time of day in a zone, to the second, rounded down: `03:14:05`. */
export const clockText = (at: EpochMs, timeZone: string): string => clockOf(wallTimeAt(at, timeZone));

/** The calendar day in a zone: `2026-11-23`. Two instants share a day separator when these are equal. */
export const localDay = (at: EpochMs, timeZone: string): string => dayOf(wallTimeAt(at, timeZone));

/** Day and time of day in a zone, to the second, rounded down: `2026-11-23 03:14:05`. */
export function formatLocal(at: EpochMs, timeZone: string): string {
  const wall = wallTimeAt(at, timeZone);
  return `${dayOf(wall)} ${clockOf(wall)}`;
}

/** Instants to choose from, each with what tells it from the others: in the zone, or in UTC where that reads alike. */
export function choiceLabels(
  instants: readonly EpochMs[],
  timeZone: string,
): readonly (readonly [at: EpochMs, label: string])[] {
  const local = instants.map((at) => formatLocal(at, timeZone));
  const isToldApart = new Set(local).size === instants.length && timeZone !== 'UTC';
  return instants.map(
    (at, i) => [at, isToldApart ? (local[i] ?? '') : `${formatLocal(at, 'UTC')} UTC`] as const,
  );
}

/** How the zone's clocks stand to UTC at an instant: `UTC`, `UTC+01:00`, `UTC-09:30`. */
export function offsetText(at: EpochMs, timeZone: string): string {
  return utcOffset(offsetAt(at, timeZone));
}

function utcOffset(offset: Ms): string {
  const size = ms(Math.floor(Math.abs(offset) / 60_000));
  if (size === 0) return 'UTC';
  return `UTC${offset < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}:${padded(size % 60, 2)}`;
}
