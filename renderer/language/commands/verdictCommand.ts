import { MITIGATION_NAMES, VERDICT_NAMES } from '../../domain/describe';
import type { Verdict } from '../../domain/events';
import { chip, chipsOf, misread, type OpenAttempt, type ReadArgument } from '../padReading';
import { firstWord, sameWord } from '../words';
import { actionOf } from './mitigateCommand';

/**
 * `/worked`, `/partly`, `/didnt`, `/worse`, with a note. The one open attempt is meant; among several the
 * line names it first, by what is tried or by its kind if only one is of that kind.
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
    const { attempt, typed, note } = meant;
    const tried = `${MITIGATION_NAMES[attempt.action]}: ${attempt.what}`;
    const chips = chipsOf(said, chip('Attempt', typed, tried), chip('Note', note));
    const command = { type: 'judge-mitigation', attempt: attempt.id, verdict } as const;
    return { kind: 'command', command: note === '' ? command : { ...command, note }, chips };
  };
}

interface Meant {
  readonly attempt: OpenAttempt;
  readonly typed: string;
  readonly note: string;
}

function theOneMeant(text: string, attempts: readonly OpenAttempt[]): Meant | undefined {
  const [only] = attempts;
  if (only && attempts.length === 1) return { attempt: only, typed: '', note: text };
  return byWhat(text, attempts) ?? byKind(text, attempts);
}

/** The longest of those with which the text begins; two that are tried in the same words can't be told apart. */
function byWhat(text: string, attempts: readonly OpenAttempt[]): Meant | undefined {
  const begins = attempts
    .filter(
      ({ what }) =>
        sameWord(text.slice(0, what.length), what) && /^[,;:]?(?:\s|$)/.test(text.slice(what.length)),
    )
    .toSorted((a, b) => b.what.length - a.what.length);
  const [attempt, next] = begins;
  if (!attempt || next?.what.length === attempt.what.length) return undefined;
  const mark = /[,;:]/.test(text.charAt(attempt.what.length)) ? 1 : 0;
  const end = attempt.what.length + mark;
  return { attempt, typed: text.slice(0, end), note: text.slice(end).trimStart() };
}

function byKind(text: string, attempts: readonly OpenAttempt[]): Meant | undefined {
  const { word, rest } = firstWord(text);
  const action = actionOf(word);
  const [attempt, next] = attempts.filter((one) => one.action === action);
  return attempt && !next ? { attempt, typed: word, note: rest } : undefined;
}
