import type { Command, CommandType } from './commands';
import { decide } from './decide';
import { isFuture, refuse, type Decision } from './decision';
import type { Incident } from './incident';
import { severityAt } from './severityOrder';
import type { EpochMs } from './time';

/**
 * Commands that may have happened before they were written: what they cause is reckoned from that time,
 * as if their line's time had been edited afterwards (TML6). The update clock, resolving and reopening
 * are about now. A note carries its own time.
 */
const BACKDATABLE: ReadonlySet<CommandType> = new Set<CommandType>([
  'change-severity',
  'move-phase',
  'assign-role',
  'release-role',
  'attempt-mitigation',
  'judge-mitigation',
  'add-action-item',
]);

/** True when the command may be given a time at which it happened. */
export const isBackdatable = (type: CommandType): boolean => BACKDATABLE.has(type);

/** A change of severity is one from what was in force then (SEV6). */
function asOf(state: Incident, { type }: Command, at: EpochMs | undefined): Incident {
  if (type !== 'change-severity' || at === undefined) return state;
  return { ...state, severity: severityAt(state, at) };
}

/** `decide`, where what is asked for may have happened earlier: then its events carry that time (GRM2). */
export function decideAt(
  state: Incident,
  command: Command,
  now: EpochMs,
  happenedAt: EpochMs | undefined,
): Decision {
  const decision = decide(asOf(state, command, happenedAt), command, now);
  if (happenedAt === undefined || !decision.ok) return decision;
  if (!isBackdatable(command.type)) return refuse('happens-now');
  if (isFuture(happenedAt, now)) return refuse('time-in-future');
  if (command.type === 'judge-mitigation') {
    const judged = state.attempts.find((one) => one.id === command.attempt);
    if (judged && happenedAt < judged.startedAt) return refuse('verdict-before-attempt');
  }
  return { ok: true, events: decision.events.map(({ event }) => ({ event, at: happenedAt })) };
}
