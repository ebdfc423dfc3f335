import { severityName, SEVERITIES } from '../../domain/severity';
import { chip, chipsOf, misread, type ReadArgument } from '../padReading';

const LEVEL = /^(?:sev[ \t]*)?([1-4])[:,;]?(?=\s|$)/i;

/** `/sev 2 EU only`: the level, then why. */
export const readSeverity: ReadArgument = (argument) => {
  const match = LEVEL.exec(argument);
  const to = SEVERITIES.find((level) => String(level) === match?.[1]);
  if (!match || to === undefined) return misread('level-missing', chipsOf(chip('Unclear', argument)));
  const reason = argument.slice(match[0].length).trim();
  const chips = chipsOf(chip('Severity', match[0], severityName(to)), chip('Reason', reason));
  const command = { type: 'change-severity', to, reason } as const;
  if (reason === '') return { ...misread('level-reason-missing', chips), command };
  return { kind: 'command', command, chips };
};
