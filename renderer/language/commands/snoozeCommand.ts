import { formatLength, minutes } from '../../domain/time';
import { chip, chipsOf, misread, type ReadArgument } from '../padReading';

const MINUTES = /^(\d{1,3})[ \t]*(?:m|mins?|minutes?)?[:,;]?(?=\s|$)/i;

/** `/snooze 5 rollback is finishing`. */
export const readSnooze: ReadArgument = (argument) => {
  const match = MINUTES.exec(argument);
  if (!match) return misread('snooze-minutes-missing', chipsOf(chip('Unclear', argument)));
  const count = Number(match[1]);
  const reason = argument.slice(match[0].length).trim();
  const chips = chipsOf(chip('Snooze for', match[0], formatLength(minutes(count))), chip('Reason', reason));
  const command = { type: 'snooze-update', minutes: count, reason } as const;
  if (reason === '') return { ...misread('snooze-reason-missing', chips), command };
  return { kind: 'command', command, chips };
};
