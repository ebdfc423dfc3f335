import { FUTURE_SLACK, isFuture } from '../domain/decision';
import { epochMs, HOUR, isInstant, later, type EpochMs } from '../domain/time';
import { daysNamed } from './namedDays';
import type { ClockTime, TimeForm } from './timeForms';
import type { TimeProblem } from './timeProblems';
import { asIfUtc, instantsOf, isOnCalendar, onDay, unskipped, wallTimeAt, type WallTime } from './wallTime';
import { writtenTimeAtStart } from './writtenTime';

/** What a time is read against. */
export interface TimeContext {
  readonly now: EpochMs;
  /** IANA name of the zone in which times without one are meant. */
  readonly timeZone: string;
}

/** How a time was written. Only `full` names its own day, so only that is beyond asking "really that day?". */
export type Precision = 'full' | 'day' | 'clock' | 'relative';

/** The instant that was meant, or why none could be taken. */
export type TimeRead =
  | { readonly ok: true; readonly at: EpochMs; readonly precise: Precision }
  | {
      readonly ok: false;
      readonly problem: TimeProblem;
      /** Where one of several may be meant: those instants, earliest first, for the person to choose from. */
      readonly candidates?: readonly EpochMs[];
    };

/**
 * Reads a time that has happened, as typed into a field; the whole text must be that time.
 *
 * Never more than two minutes ahead (house rule of the pad): a bare clock means the latest past one,
 * so `23:50` typed at 00:10 is yesterday's. What the clocks skipped or showed twice is said, not guessed.
 *
 * @example readTime('-7m', { now, timeZone: 'Europe/London' }) // { ok: true, at: now − 7 min, precise: 'relative' }
 */
export function readTime(text: string, context: TimeContext): TimeRead {
  const trimmed = text.trim();
  if (trimmed === '') return problem('time-missing');
  const start = writtenTimeAtStart(trimmed);
  return start?.rest === '' ? past(start.form, context, context.now) : problem('time-unreadable');
}

/** The past instant a written time means; lengths count back from `from`. */
export function past(form: TimeForm, context: TimeContext, from: EpochMs): TimeRead {
  switch (form.kind) {
    case 'relative':
      return relative(form.isSigned ? from + form.length : from - form.length, context.now);
    case 'clock':
      return latest(halvesOf(form.clock, form.isEitherHalf), zoned(form, context));
    case 'full':
      return full(form, context);
    case 'of-day': {
      if (!form.clock) return problem('time-of-day-missing');
      const { clock, day } = form;
      const inZone = zoned(form, context);
      const days = daysNamed(day, inZone, 'past');
      return oneOfHalves(halvesOf(clock, form.isEitherHalf), (half) =>
        lastOf(withClock(days, half), inZone, 'day'),
      );
    }
    case 'dates': {
      const inZone = zoned(form, context);
      const halves = halvesOf(form.clock, form.isEitherHalf);
      const walls = form.days.map((day) => daysNamed(day, inZone, 'past'));
      return asked(
        'day-or-month',
        walls.flatMap((days) => halves.map((half) => lastOf(withClock(days, half), inZone, 'day'))),
      );
    }
    case 'unclear':
      return problem(form.problem);
  }
}

/** The zone that a form is meant in. */
export const zoned = ({ isUtc }: { readonly isUtc: boolean }, context: TimeContext): TimeContext => ({
  ...context,
  timeZone: isUtc ? 'UTC' : context.timeZone,
});

/** The times of day that a clock may show, the later one first. */
export const halvesOf = (clock: ClockTime, isEitherHalf: boolean | undefined): readonly ClockTime[] =>
  isEitherHalf ? [{ ...clock, hour: clock.hour + 12 }, clock] : [clock];

/** Of a named day: the half that fits, or the question which. */
export function oneOfHalves(halves: readonly ClockTime[], read: (clock: ClockTime) => TimeRead): TimeRead {
  const reads = halves.map(read);
  const [first] = reads;
  const fitting = reads.filter((one) => one.ok || one.candidates !== undefined);
  if (fitting.length < 2) return fitting[0] ?? first ?? problem('no-such-time');
  return asked('half-of-day', reads);
}

/** The question which of several is meant; when none can be, what is wrong with the first. */
export function asked(name: TimeProblem, reads: readonly TimeRead[]): TimeRead {
  const found = reads.flatMap((read) => (read.ok ? [read.at] : (read.candidates ?? [])));
  const candidates = [...new Set(found)].toSorted((a, b) => a - b);
  const [first] = reads;
  if (candidates.length === 0) return first ?? problem('no-such-time');
  return { ok: false, problem: name, candidates };
}

/** The given days, each at that time of day. */
export const withClock = (days: readonly WallTime[], clock: ClockTime): readonly WallTime[] =>
  days.map((day) => ({ ...day, ...clock }));

function relative(at: number, now: EpochMs): TimeRead {
  if (!isInstant(at)) return problem('no-such-time');
  return isFuture(at, now) ? problem('time-in-future') : { ok: true, at, precise: 'relative' };
}

/** The last time a clock showed one of those: today, or else yesterday. */
function latest(clocks: readonly ClockTime[], context: TimeContext): TimeRead {
  const today = wallTimeAt(later(context.now, FUTURE_SLACK), context.timeZone);
  const walls = [today, onDay(today, -1)].flatMap((day) => clocks.map((clock) => ({ ...day, ...clock })));
  return lastOf(walls, context, 'clock');
}

/** The first of the wall times that has happened; they come in the order in which they are meant. */
function lastOf(walls: readonly WallTime[], { now, timeZone }: TimeContext, precise: Precision): TimeRead {
  if (!walls.every(isOnCalendar) || walls.length === 0) return problem('no-such-time');
  for (const wall of walls) {
    const found = instantsOf(wall, timeZone);
    if (found.length === 0 && !isFuture(unskipped(wall, timeZone), now)) return problem('time-skipped');
    const happened = found.filter((at) => !isFuture(at, now));
    if (happened.length > 0) return theOneOf(happened, precise);
  }
  return problem(precise === 'clock' ? 'time-skipped' : 'time-in-future');
}

function full(form: Extract<TimeForm, { kind: 'full' }>, { now, timeZone }: TimeContext): TimeRead {
  const found = instantsOfFull(form, timeZone);
  if (found === undefined) return problem('no-such-time');
  if (found.length === 0) return problem('time-skipped');
  const happened = found.filter((at) => !isFuture(at, now));
  return happened.length === 0 ? problem('time-in-future') : theOneOf(happened, 'full');
}

/** The instants a full date-time may mean; undefined when its numbers make no sense. */
export function instantsOfFull(
  form: Extract<TimeForm, { kind: 'full' }>,
  timeZone: string,
): readonly EpochMs[] | undefined {
  const { wall, offset } = form;
  if (!isOnCalendar(wall)) return undefined;
  if (offset === null) return instantsOf(wall, timeZone);
  return Math.abs(offset) < WIDEST_OFFSET ? [epochMs(asIfUtc(wall) - offset)] : undefined;
}

/** ISO 8601 writes offsets up to ±23:59. */
const WIDEST_OFFSET = 24 * HOUR;

/** The single instant that is left, or the question which of two was meant. */
export function theOneOf(found: readonly EpochMs[], precise: Precision): TimeRead {
  const [first, second] = found;
  if (first === undefined) return problem('time-skipped');
  return second === undefined
    ? { ok: true, at: first, precise }
    : { ok: false, problem: 'time-twice', candidates: found };
}

/** A time that could not be taken. */
export const problem = (name: TimeProblem): TimeRead => ({ ok: false, problem: name });
