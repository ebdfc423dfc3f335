import { accept, isBlank, optional, refuse, type CommandOf, type Decision } from './decision';
import type { Incident } from './incident';
import { epochMs, HOUR, minutes, type EpochMs } from './time';
import { cadence, isCadence, SNOOZE_MINUTES, snoozedUntil, started } from './updateClock';

type UpdateCommand = CommandOf<
  'send-update' | 'snooze-update' | 'pause-updates' | 'resume-updates' | 'set-cadence'
>;

const LANE = 'internal' as const;

/** A slip of the finger, `15h` for `15m`, must not silence the alarm for the night (UPD17). */
export const LONGEST_PROMISE = 24 * HOUR;

/** The internal lane: only Sent, Snooze and Pause end an alarm, each with its own row (UPD7). */
export function decideUpdate(state: Incident, command: UpdateCommand, now: EpochMs): Decision {
  switch (command.type) {
    case 'send-update':
      return sendUpdate(state, command, now);
    case 'snooze-update':
      return snooze(state, command, now);
    case 'pause-updates':
      if (!isTicking(state)) return refuse('clock-not-running');
      if (isBlank(command.reason)) return refuse('reason-missing');
      return accept({ type: 'update-paused', lane: LANE, reason: command.reason.trim() });
    case 'resume-updates':
      return resume(state, now);
    case 'set-cadence':
      return setCadence(command.minutes);
  }
}

function sendUpdate(state: Incident, command: CommandOf<'send-update'>, now: EpochMs): Decision {
  const { audience, impact, known, doing, nextDueAt } = command;
  if ([impact, known, doing].every(isBlank)) return refuse('update-empty');
  if (nextDueAt === null && owesNext(state, command)) return refuse('next-update-missing');
  if (nextDueAt !== null && nextDueAt <= now) return refuse('next-update-in-past');
  if (nextDueAt !== null && nextDueAt > now + LONGEST_PROMISE) return refuse('next-update-too-far');
  return accept({
    type: 'update-sent',
    lane: LANE,
    number: state.updates.length + 1,
    audience,
    state: command.state,
    impact: impact.trim(),
    known: known.trim(),
    doing: doing.trim(),
    ...optional('workaround', command.workaround),
    nextDueAt,
    promisedAt: state.clock?.promisedAt ?? null,
  });
}

/** Every update promises the next one, but for a last one and where there is no cadence (UPD4). */
function owesNext(state: Incident, said: CommandOf<'send-update'>): boolean {
  if (state.clock === null || state.isResolved) return false;
  return cadence({ ...state.clock, state: said.state }, state.severity) !== null;
}

function snooze(state: Incident, command: CommandOf<'snooze-update'>, now: EpochMs): Decision {
  if (!isTicking(state)) return refuse('clock-not-running');
  if (!SNOOZE_MINUTES.includes(command.minutes)) return refuse('snooze-not-offered');
  if (isBlank(command.reason)) return refuse('reason-missing');
  return accept({
    type: 'update-snoozed',
    lane: LANE,
    minutes: command.minutes,
    until: snoozedUntil(state.clock?.dueAt ?? now, now, minutes(command.minutes)),
    reason: command.reason.trim(),
  });
}

function resume(state: Incident, now: EpochMs): Decision {
  const { clock } = state;
  if (clock?.mode !== 'paused') return refuse('clock-not-paused');
  const fresh = started(now, state.severity, clock).dueAt;
  if (fresh === null) return refuse('clock-not-running');
  const promised = clock.promisedAt;
  const dueAt = promised !== null && promised > now ? epochMs(Math.min(promised, fresh)) : fresh;
  return accept({ type: 'update-resumed', lane: LANE, dueAt });
}

function setCadence(every: number | null): Decision {
  if (every !== null && !isCadence(every)) return refuse('cadence-out-of-range');
  return accept({ type: 'cadence-set', lane: LANE, minutes: every });
}

const isTicking = (state: Incident): boolean =>
  state.clock?.mode === 'running' || state.clock?.mode === 'snoozed';

/** Minutes between updates as the board shows them; null when there is no clock. */
export const cadenceOf = (state: Incident): number | null =>
  state.clock && !state.isResolved ? cadence(state.clock, state.severity) : null;
