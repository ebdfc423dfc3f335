import type { ArmedUpdate, Ring } from './contract';

/**
 * An update deadline as main keeps it. `rung` is the number of the last mark that rang, −1 for none:
 * 0 = three minutes before, 1 = due, 2 = +2 min, 3 = +5 min, then one every 5 min.
 */
export interface KeptAlarm {
  readonly update: ArmedUpdate;
  /** Length of the promise when it was made, ms; may be negative when it was made too late. */
  readonly intervalMs: number;
  readonly rung: number;
}

/** A kept alarm in a running process. */
export interface LiveAlarm extends KeptAlarm {
  /** Reading of the monotonic clock at which it is due, whatever becomes of the wall clock. */
  readonly dueMono: number;
}

/** The two clocks, read together. Milliseconds. */
export interface Instant {
  readonly wall: number;
  readonly mono: number;
}

const MINUTE = 60_000;
const SOON = 3 * MINUTE;
const DUE_MARK = 1;
/** A clock set back by less than this after a ring doesn't make the same mark ring again. */
const ECHO_MS = 30_000;

/** An alarm from the moment the page arms it. */
export function armed(update: ArmedUpdate, now: Instant): LiveAlarm {
  const intervalMs = update.dueAt - now.wall;
  return { update, intervalMs, rung: -1, dueMono: now.mono + intervalMs };
}

/**
 * An alarm of an earlier run. Due when the wall clock says so, but never later than its whole
 * interval from now: the clock may have been set back while the program was closed. What rang at or
 * past the due time rings again at once: the new window knows nothing of it and must not stand silent.
 */
export function rearmed(kept: KeptAlarm, now: Instant): LiveAlarm {
  const left = Math.min(kept.update.dueAt - now.wall, Math.max(kept.intervalMs, 0));
  return { ...kept, rung: Math.min(kept.rung, DUE_MARK - 1), dueMono: now.mono + left };
}

/**
 * How late the update is, ms; negative before it is due. The later of two opinions, because each
 * clock fails in its own way: the wall clock may be set back, the monotonic one stops in sleep.
 */
export function latenessOf(alarm: LiveAlarm, now: Instant): number {
  return Math.max(now.wall - alarm.update.dueAt, now.mono - alarm.dueMono);
}

/** The highest mark reached at that lateness. */
function markAt(lateness: number): number {
  if (lateness < -SOON) return -1;
  if (lateness < 0) return 0;
  if (lateness < 2 * MINUTE) return DUE_MARK;
  if (lateness < 5 * MINUTE) return 2;
  return 2 + Math.floor(lateness / (5 * MINUTE));
}

/** Lateness at which a mark is reached. */
function latenessAt(mark: number): number {
  return [-SOON, 0, 2 * MINUTE][mark] ?? (mark - 2) * 5 * MINUTE;
}

/** What a look at the clocks did to an alarm. */
export interface Advance {
  readonly alarm: LiveAlarm;
  readonly ring: Ring | null;
}

/**
 * Rings the highest mark passed since the last look, once, however many were passed: a night's sleep
 * gives one ring and no burst. `unwatched` says that the machine slept, the clock jumped or the
 * program was closed since then.
 */
export function advance(alarm: LiveAlarm, now: Instant, unwatched: boolean): Advance {
  const lateness = latenessOf(alarm, now);
  const mark = markAt(lateness);
  if (mark <= alarm.rung) return { alarm: setBack(alarm, mark, lateness), ring: null };
  const next = { ...alarm, rung: mark };
  if (mark === 0 && !warnsBefore(alarm)) return { alarm: next, ring: null };
  const { incidentId, lane, dueAt } = alarm.update;
  const ring: Ring = {
    incidentId,
    lane,
    level: levelOf(mark),
    dueAt,
    lateMs: Math.max(0, Math.round(lateness)),
    missedAsleep: unwatched && mark >= DUE_MARK && alarm.rung < DUE_MARK,
  };
  return { alarm: next, ring };
}

/** After a forward jump of the wall clock is corrected, the true time rings again. */
function setBack(alarm: LiveAlarm, mark: number, lateness: number): LiveAlarm {
  const fellBack = lateness < latenessAt(alarm.rung) - ECHO_MS;
  return mark < alarm.rung && fellBack ? { ...alarm, rung: mark } : alarm;
}

function warnsBefore({ update, intervalMs }: LiveAlarm): boolean {
  return !update.snoozed && intervalMs > SOON;
}

function levelOf(mark: number): Ring['level'] {
  if (mark === 0) return 'due-soon';
  return mark === DUE_MARK ? 'due' : 'overdue';
}
