import type { EpochMs } from '../domain/time';
import type { NamedDay } from './timeForms';
import { isOnCalendar, onDay, wallTimeAt, type WallTime } from './wallTime';

/** Where the day is looked for when its name alone leaves it open. */
export type Direction = 'past' | 'coming';

/**
 * The days a name can mean, the likeliest first, each at the time of day of `now` in the zone. A weekday
 * means the last or the next one, today included; one with `last` or `next` is never today.
 */
export function daysNamed(
  day: NamedDay,
  { now, timeZone }: { readonly now: EpochMs; readonly timeZone: string },
  direction: Direction,
): readonly WallTime[] {
  const today = wallTimeAt(now, timeZone);
  if (day.kind === 'shift') return [onDay(today, day.days)];
  if (day.kind === 'date') return datesNamed(day, today, direction);
  const since = (7 + weekdayOf(today) - day.weekday) % 7;
  if (day.which === 'last') return [onDay(today, -(since || 7))];
  if (day.which === 'next') return [onDay(today, 7 - since)];
  return direction === 'past'
    ? [onDay(today, -since), onDay(today, -since - 7)]
    : [onDay(today, (7 - since) % 7), onDay(today, 7 + ((7 - since) % 7))];
}

function datesNamed(
  { month, day, year }: Extract<NamedDay, { kind: 'date' }>,
  today: WallTime,
  direction: Direction,
): readonly WallTime[] {
  const years = direction === 'past' ? [today.year, today.year - 1] : [today.year, today.year + 1];
  return (year === undefined ? years : [year])
    .map((one): WallTime => ({ ...today, year: one, month, day }))
    .filter(isOnCalendar);
}

/** 0 is Sunday. */
function weekdayOf({ year, month, day }: WallTime): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}
