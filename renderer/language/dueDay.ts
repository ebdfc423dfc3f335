import type { EpochMs } from '../domain/time';
import { dayAtStart } from './dayPhrases';
import { localDay } from './formatLocal';
import { daysNamed } from './namedDays';
import { isOnCalendar, onDay, wallTimeAt, type WallTime } from './wallTime';

const ISO = /^(\d{4})-(\d\d)-(\d\d)$/;
const COUNTED = /^(?:in[ \t]+|\+)?(\d{1,3})[ \t]*(d|days?|w|weeks?)$/i;

/**
 * The calendar day a due date means, `YYYY-MM-DD`; undefined when the text is none, or names a day that
 * has passed. A weekday is the next one, never today: who means today says so.
 *
 * @example dueDay('fri', { now, timeZone: 'UTC' }) // '2026-11-27'
 */
export function dueDay(
  text: string,
  context: { readonly now: EpochMs; readonly timeZone: string },
): string | undefined {
  const trimmed = text.trim();
  const today = wallTimeAt(context.now, context.timeZone);
  const day = isoDay(trimmed, today) ?? countedDay(trimmed, today) ?? namedDay(trimmed, context);
  if (!day) return undefined;
  const written = written10(day);
  return written < localDay(context.now, context.timeZone) ? undefined : written;
}

function isoDay(text: string, today: WallTime): WallTime | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const day = { ...today, year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isOnCalendar(day) ? day : undefined;
}

function countedDay(text: string, today: WallTime): WallTime | undefined {
  const match = COUNTED.exec(text);
  if (!match) return undefined;
  const length = match[2]?.toLowerCase().startsWith('w') ? 7 : 1;
  return onDay(today, length * Number(match[1]));
}

function namedDay(
  text: string,
  context: { readonly now: EpochMs; readonly timeZone: string },
): WallTime | undefined {
  const found = dayAtStart(text);
  if (!found || found.rest !== '') return undefined;
  const { day } = found;
  if (day.kind !== 'weekday') return daysNamed(day, context, 'coming').find((one) => isComing(one, context));
  if (day.which === 'last') return undefined;
  return daysNamed({ ...day, which: 'next' }, context, 'coming')[0];
}

const isComing = (
  day: WallTime,
  { now, timeZone }: { readonly now: EpochMs; readonly timeZone: string },
): boolean => written10(day) >= localDay(now, timeZone);

const written10 = ({ year, month, day }: WallTime): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
