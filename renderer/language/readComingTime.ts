import { isInstant } from '../domain/time';
import { daysNamed } from './namedDays';
import {
  asked,
  halvesOf,
  instantsOfFull,
  oneOfHalves,
  problem,
  theOneOf,
  withClock,
  zoned,
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
      return next(halvesOf(form.clock, form.isEitherHalf).toReversed(), zoned(form, context));
    case 'of-day': {
      if (!form.clock) return problem('time-of-day-missing');
      const { clock, day } = form;
      const inZone = zoned(form, context);
      const days = daysNamed(day, inZone, 'coming');
      const read = (half: ClockTime): TimeRead => firstOf(withClock(days, half), inZone, 'day');
      return oneOfHalves(halvesOf(clock, form.isEitherHalf).toReversed(), read);
    }
    case 'dates': {
      const inZone = zoned(form, context);
      const halves = halvesOf(form.clock, form.isEitherHalf);
      const walls = form.days.map((day) => daysNamed(day, inZone, 'coming'));
      const reads = walls.flatMap((days) =>
        halves.map((half) => firstOf(withClock(days, half), inZone, 'day')),
      );
      return asked('day-or-month', reads);
    }
    case 'unclear':
      return problem(form.problem);
    case 'full': {
      const found = instantsOfFull(form, timeZone);
      if (found === undefined) return problem('no-such-time');
      if (found.length === 0) return problem('time-skipped');
      const ahead = found.filter((at) => at > now);
      return ahead.length === 0 ? problem('time-in-past') : theOneOf(ahead, 'full');
    }
  }
}

/** The next time a clock shows one of those: today, or else tomorrow. */
function next(clocks: readonly ClockTime[], context: TimeContext): TimeRead {
  const today = wallTimeAt(context.now, context.timeZone);
  const walls = [today, onDay(today, 1)].flatMap((day) => clocks.map((clock) => ({ ...day, ...clock })));
  return firstOf(walls, context, 'clock');
}

function firstOf(walls: readonly WallTime[], { now, timeZone }: TimeContext, precise: Precision): TimeRead {
  if (!walls.every(isOnCalendar) || walls.length === 0) return problem('no-such-time');
  for (const wall of walls) {
    const found = instantsOf(wall, timeZone);
    if (found.length === 0 && unskipped(wall, timeZone) > now) return problem('time-skipped');
    const ahead = found.filter((at) => at > now);
    if (ahead.length > 0) return theOneOf(ahead, precise);
  }
  return problem(precise === 'clock' ? 'time-skipped' : 'time-in-past');
}
