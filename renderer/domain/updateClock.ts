import type { UpdateState } from './events';
import type { Severity } from './severity';
import { between, epochMs, later, minutes, type EpochMs, type Ms } from './time';

/** Minutes between updates by severity and state; null = no clock. Source: product.md §4 (UPD1). */
const CADENCE: {
  readonly [S in Severity]: { readonly [U in UpdateState]: number | null };
} = {
  1: { investigating: 15, identified: 15, monitoring: 30, resolved: null },
  2: { investigating: 30, identified: 30, monitoring: 60, resolved: null },
  3: { investigating: 60, identified: 60, monitoring: 120, resolved: null },
  4: { investigating: null, identified: null, monitoring: null, resolved: null },
};

/** Shorter would leave no time for the work in between (UPD2). */
export const FEWEST_CADENCE_MINUTES = 5;
/** Longer is silence (UPD2). */
export const MOST_CADENCE_MINUTES = 120;
/** What a snooze may be (UPD12). */

/** What may be set by hand: whole minutes, 5 to 120 (UPD2). */
export const isCadence = (every: number): boolean =>
  Number.isInteger(every) && every >= FEWEST_CADENCE_MINUTES && every <= MOST_CADENCE_MINUTES;

/** What a snooze is offered for (UPD7). */
export const SNOOZE_MINUTES: readonly number[] = [5, 10, 15];
/** From so long before it is due the clock says so (UPD6). */
export const DUE_SOON = minutes(3);

/** The promise to send the next update, as far as the log knows it. */
export interface UpdateClock {
  readonly mode: 'running' | 'snoozed' | 'paused' | 'off';
  /** When the alarm is due; null when paused or off. Moved by a snooze. */
  readonly dueAt: EpochMs | null;
  /** What was promised, unmoved by snoozes; what "late by" is counted from. */
  readonly promisedAt: EpochMs | null;
  /** True when somebody stated the due time, in an update or on resuming; else the cadence gave it. */
  readonly isStated: boolean;
  /** Where the interval started: declaring, the last update, resuming, reopening, or leaving Sev 4. */
  readonly anchor: EpochMs;
  /** Set by hand, 5–120; null = the default of severity and state. */
  readonly setMinutes: number | null;
  readonly state: UpdateState;
}

/** Minutes between updates now, or null for none (UPD1, UPD2). */
export function cadence(clock: Pick<UpdateClock, 'setMinutes' | 'state'>, severity: Severity): number | null {
  const byDefault = CADENCE[severity][clock.state];
  return clock.state === 'resolved' ? null : (clock.setMinutes ?? byDefault);
}

/** The clock as it starts at `from`: running, or off when there is no cadence. */
export function started(
  from: EpochMs,
  severity: Severity,
  kept: Pick<UpdateClock, 'setMinutes' | 'state'>,
): UpdateClock {
  const every = cadence(kept, severity);
  const dueAt = every === null ? null : later(from, minutes(every));
  return {
    mode: dueAt === null ? 'off' : 'running',
    dueAt,
    promisedAt: dueAt,
    isStated: false,
    anchor: from,
    setMinutes: kept.setMinutes,
    state: kept.state,
  };
}

/**
 * The clock under a severity or cadence that is new at `now` (UPD5).
 *
 * The interval still counts from its anchor, so a worse severity may find the update overdue at
 * once: that is the truth. The other way it only moves a due time that nobody stated and that is
 * still ahead: a promise is never pushed back, and an alarm ends only by Sent, Snooze or Pause
 * (UPD7). A clock that was off starts afresh, since nobody owed an update until now.
 */
export function rescheduled(clock: UpdateClock, severity: Severity, now: EpochMs): UpdateClock {
  if (clock.mode === 'paused') return clock;
  if (clock.mode === 'off') return started(now, severity, clock);
  const before = clock.mode === 'snoozed' ? clock.promisedAt : clock.dueAt;
  const held = before !== null && (clock.isStated || before <= now) ? before : null;
  const byCadence = started(clock.anchor, severity, clock).dueAt;
  const dueAt = earliest(byCadence, held);
  if (dueAt === null) return stopped(clock);
  if (clock.mode === 'snoozed' && before !== null && dueAt >= before) return clock;
  return { ...clock, mode: 'running', dueAt, promisedAt: promisedUnder(clock, dueAt, now) };
}

/**
 * What the ledger will ask for after the due time has moved (UPD16). What somebody stated stays promised.
 * What only the cadence gave moves along, but never into the past: nobody can have promised that, so what
 * was in force until now still is.
 */
function promisedUnder({ isStated, promisedAt }: UpdateClock, dueAt: EpochMs, now: EpochMs): EpochMs | null {
  return isStated || (dueAt <= now && promisedAt !== null) ? promisedAt : dueAt;
}

/** No update is owed: resolved, the last one sent, or Sev 4. */
export const stopped = (clock: UpdateClock): UpdateClock => ({
  ...clock,
  mode: 'off',
  dueAt: null,
  promisedAt: null,
  isStated: false,
});

const earliest = (a: EpochMs | null, b: EpochMs | null): EpochMs | null =>
  a === null || b === null ? (a ?? b) : epochMs(Math.min(a, b));

/** What the clock shows at an instant; the same words as `data-state` (UPD6). */
export type ClockFace = 'ok' | 'due-soon' | 'overdue' | 'snoozed' | 'paused' | 'off';

/** Overdue from the due instant itself on; a snooze hides due-soon, never overdue (UPD6). */
export function clockFace(clock: UpdateClock, now: EpochMs): ClockFace {
  if (clock.mode === 'off' || clock.mode === 'paused') return clock.mode;
  if (clock.dueAt === null) return 'off';
  const left = between(now, clock.dueAt);
  if (left <= 0) return 'overdue';
  if (clock.mode === 'snoozed') return 'snoozed';
  return left <= DUE_SOON ? 'due-soon' : 'ok';
}

/** Where a snooze of so many minutes leads: on from the due time, or from now when that is past. */
export function snoozedUntil(dueAt: EpochMs, now: EpochMs, length: Ms): EpochMs {
  return later(epochMs(Math.max(dueAt, now)), length);
}
