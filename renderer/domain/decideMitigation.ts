import {
  accept,
  isBlank,
  isTooLongName,
  oneLine,
  optional,
  refuse,
  type CommandOf,
  type Decision,
} from './decision';
import type { Incident } from './incident';
import { epochMs, HOUR, later, MINUTE, type EpochMs, type Ms } from './time';

const LONGEST_CHECK_BACK = 4 * HOUR;

/** Mitigation attempts: what, who, check back when; then how it went (MIT1–MIT3). */
export function decideMitigation(
  state: Incident,
  command: CommandOf<'attempt-mitigation' | 'judge-mitigation' | 'postpone-check'>,
  now: EpochMs,
): Decision {
  if (command.type === 'attempt-mitigation') return attempt(command, now);
  const known = state.attempts.find((one) => one.id === command.attempt);
  if (!known) return refuse('no-such-attempt');
  if (known.judged) return refuse('already-judged');
  if (command.type === 'judge-mitigation') {
    return accept({
      type: 'mitigation-judged',
      attempt: known.id,
      verdict: command.verdict,
      ...optional('note', command.note),
    });
  }
  if (!isCheckBack(command.by)) return refuse('check-back-out-of-range');
  const from = epochMs(Math.max(now, known.checkBackAt));
  return accept({
    type: 'mitigation-check-moved',
    attempt: known.id,
    checkBackAt: later(from, command.by),
  });
}

function attempt(command: CommandOf<'attempt-mitigation'>, now: EpochMs): Decision {
  if (isBlank(command.what)) return refuse('mitigation-missing');
  if (isTooLongName(command.owner)) return refuse('name-too-long');
  if (!isCheckBack(command.checkBackIn)) return refuse('check-back-out-of-range');
  return accept({
    type: 'mitigation-attempted',
    action: command.action,
    what: oneLine(command.what),
    owner: oneLine(command.owner),
    ...optional('risk', command.risk),
    checkBackAt: later(now, command.checkBackIn),
  });
}

const isCheckBack = (length: Ms): boolean =>
  Number.isInteger(length) && length >= MINUTE && length <= LONGEST_CHECK_BACK;
