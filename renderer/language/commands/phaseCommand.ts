import { PHASE_NAMES, PHASES, type Phase } from '../../domain/lifecycle';
import { chip, chipsOf, misread, type ReadArgument } from '../padReading';

/** A phase by its name or as much of it as belongs to no other, three letters at least. */
const WORD = /^(post[- ]?mortem|[a-z]{3,})[:,;]?(?=\s|$)/i;

/** `/phase mitigation`, `/phase triage errors are rising again`. */
export const readPhase: ReadArgument = (argument) => {
  const match = WORD.exec(argument);
  const to = match?.[1] === undefined ? undefined : phaseOf(match[1]);
  if (!match || !to) return misread('phase-missing', chipsOf(chip('Unclear', argument)));
  const reason = argument.slice(match[0].length).trim();
  const chips = chipsOf(chip('Phase', match[0], PHASE_NAMES[to]), chip('Reason', reason));
  const command = { type: 'move-phase', to } as const;
  return { kind: 'command', command: reason === '' ? command : { ...command, reason }, chips };
};

function phaseOf(word: string): Phase | undefined {
  const plain = word.toLowerCase().replace(' ', '-').replace('postm', 'post-m');
  const [phase, next] = PHASES.filter((one) => one.startsWith(plain));
  return next === undefined ? phase : undefined;
}
