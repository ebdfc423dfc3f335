import { isInstant, type EpochMs } from '../domain/time';
import { daysNamed } from './namedDays';
import {
  instantsOfFull,
  problem,
  theOneOf,
  withClock,
  type Precision,
  type TimeContext,
  type TimeRead,
} from './readTime';
import type { ClockTime, TimeForm } from './timeForms';
import { instantsOf, isOnCalendar, onDay, unskipped, wallTimeAt, type WallTime } from './wallTime';
import { writtenTimeAtStart } from './writtenTime';

/**
 * Reads a time that is still to come, such as the promised next update: the mirror of `readTime`.
 * A bare clock means the next one, `+15m` and `15m` count from now; what has passed is refused.
 *
 * @example readComingTime('04:00', { now, timeZone: 'Europe/London' }) // { ok: true, at: the next 04:00, precise: 'clock' }
 */
export function readComingTime(text: string, context: TimeContext): TimeRead {
  const trimmed = text.trim();
  if (trimmed === '') return problem('time-missing');
  const start = writtenTimeAtStart(trimmed);
  return start?.rest === '' ? coming(start.form, context) : problem('time-unreadable');
}

function coming(form: TimeForm, context: TimeContext): TimeRead {
  const { now, timeZone } = context;
  switch (form.kind) {
    case 'relative': {
      const at = now + form.length;
      if (!isInstant(at)) return problem('no-such-time');
      return at <= now ? problem('time-in-past') : { ok: true, at, precise: 'relative' };
    }
    case 'clock':
      return next(form.clock, now, form.isUtc ? 'UTC' : timeZone);
    case 'of-day': {
      if (!form.clock) return problem('time-of-day-missing');
      const zone = form.isUtc ? 'UTC' : timeZone;
      const days = daysNamed(form.day, { now, timeZone: zone }, 'coming');
      return firstOf(withClock(days, form.clock), now, zone, 'day');
    }
    case 'full': {
      const found = instantsOfFull(form, timeZone);
      if (found === undefined) return problem('no-such-time');
      if (found.length === 0) return problem('time-skipped');
      const ahead = found.filter((at) => at > now);
      return ahead.length === 0 ? problem('time-in-past') : theOneOf(ahead, 'full');
    }
  }
}

/** The next time a clock shows that: today, or else tomorrow. */
function next(clock: ClockTime, now: EpochMs, timeZone: string): TimeRead {
  const today = { ...wallTimeAt(now, timeZone), ...clock };
  return firstOf([today, onDay(today, 1)], now, timeZone, 'clock');
}

function firstOf(walls: readonly WallTime[], now: EpochMs, timeZone: string, precise: Precision): TimeRead {
  if (!walls.every(isOnCalendar) || walls.length === 0) return problem('no-such-time');
  for (const wall of walls) {
    const found = instantsOf(wall, timeZone);
    if (found.length === 0 && unskipped(wall, timeZone) > now) return problem('time-skipped');
    const ahead = found.filter((at) => at > now);
    if (ahead.length > 0) return theOneOf(ahead, precise);
  }
  return problem(precise === 'clock' ? 'time-skipped' : 'time-in-past');
}
