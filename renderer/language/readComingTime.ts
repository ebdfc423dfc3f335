import { isInstant, type EpochMs } from '../domain/time';
import { instantsOfFull, problem, theOneOf, type TimeContext, type TimeRead } from './readTime';
import { timeAtStart, type ClockTime, type TimeForm } from './timeForms';
import { instantsOf, isOnCalendar, onDay, unskipped, wallTimeAt } from './wallTime';

/**
 * Reads a time that is still to come, such as the promised next update: the mirror of `readTime`.
 * A bare clock means the next one, `+15m` and `15m` count from now; what has passed is refused.
 *
 * @example readComingTime('04:00', { now, timeZone: 'Europe/London' }) // { ok: true, at: the next 04:00, precise: 'clock' }
 */
export function readComingTime(text: string, context: TimeContext): TimeRead {
  const trimmed = text.trim();
  if (trimmed === '') return problem('time-missing');
  const start = timeAtStart(trimmed);
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
  if (!isOnCalendar(today)) return problem('no-such-time');
  for (const wall of [today, onDay(today, 1)]) {
    const found = instantsOf(wall, timeZone);
    if (found.length === 0 && unskipped(wall, timeZone) > now) return problem('time-skipped');
    const ahead = found.filter((at) => at > now);
    if (ahead.length > 0) return theOneOf(ahead, 'clock');
  }
  return problem('time-skipped');
}
