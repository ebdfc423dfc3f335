import { MITIGATION_NAMES, VERDICT_NAMES } from '../../domain/describe';
import type { Verdict } from '../../domain/events';
import { attemptNamed, attemptSaidWhole } from '../attemptNames';
import { chip, chipsOf, misread, type OpenAttempt, type ReadArgument } from '../padReading';

/**
 * `/worked`, `/partly`, `/didnt`, `/worse`, with a note. The one open attempt is meant; among several the
 * line names it first, by what is tried, by its kind, or by as much of either as fits only one.
 */
export function readVerdict(verdict: Verdict): ReadArgument {
  return (argument, { attempts = [] }) => {
    const said = chip('Verdict', '', VERDICT_NAMES[verdict]);
    const text = argument.trim();
    if (attempts.length === 0) return misread('no-open-attempt', chipsOf(said, chip('Note', text)));
    const meant = theOneMeant(text, attempts);
    if (!meant) {
      const names = attempts.map(({ what }) => what);
      return misread('which-attempt', chipsOf(said, chip('Note', text)), names);
    }
    const { attempt, end } = meant;
    const note = text.slice(end).trimStart();
    const tried = `${MITIGATION_NAMES[attempt.action]}: ${attempt.what}`;
    const chips = chipsOf(said, chip('Attempt', text.slice(0, end), tried), chip('Note', note));
    const command = { type: 'judge-mitigation', attempt: attempt.id, verdict } as const;
    return { kind: 'command', command: note === '' ? command : { ...command, note }, chips };
  };
}

/** What is said of the only one is a note, unless it begins with the whole name. */
function theOneMeant(
  text: string,
  attempts: readonly OpenAttempt[],
): { readonly attempt: OpenAttempt; readonly end: number } | undefined {
  const [only] = attempts;
  if (!only || attempts.length > 1) return attemptNamed(text, attempts);
  return { attempt: only, end: attemptSaidWhole(text, only) };
}
