import { MITIGATION_NAMES } from '../domain/describe';
import { ACTION_WORDS } from './commands/mitigateCommand';
import type { OpenAttempt } from './padReading';

/** A name at the start of a text: how many of its words stand there, and where they end. */
interface Match {
  readonly words: number;
  readonly isWhole: boolean;
  readonly end: number;
}

interface Word {
  readonly text: string;
  readonly end: number;
}

/**
 * The attempt that a text begins with, and where its name ends. Whole names come first, and of those the longest;
 * then the one most words of whose name stand there. Undefined when that fits none, or more than one.
 *
 * @example attemptNamed('restart cache back', attempts) // the restart of the cache, end: 13
 */
export function attemptNamed(
  text: string,
  attempts: readonly OpenAttempt[],
): { readonly attempt: OpenAttempt; readonly end: number } | undefined {
  const words = wordsOf(text);
  const found = attempts.flatMap((attempt) => {
    const match = bestOf(namesOf(attempt), words);
    return match ? [{ attempt, match }] : [];
  });
  const ordered = found.toSorted((a, b) => byWorth(a.match, b.match));
  const [first, second] = ordered;
  if (!first || (second && byWorth(first.match, second.match) === 0)) return undefined;
  return { attempt: first.attempt, end: first.match.end };
}

/** Where the whole name of an attempt at the start of a text ends; 0 when it does not stand there. One word is no name: it may be meant as it reads. */
export function attemptSaidWhole(text: string, attempt: OpenAttempt): number {
  const names = namesOf(attempt).filter((name) => name.length > 1);
  const match = bestOf(names, wordsOf(text));
  return match?.isWhole === true ? match.end : 0;
}

const byWorth = (a: Match, b: Match): number => Number(b.isWhole) - Number(a.isWhole) || b.words - a.words;

/** By what is tried, and by its kind before that, however the kind may be written. */
function namesOf({ action, what }: OpenAttempt): readonly (readonly string[])[] {
  const tried = plainWords(what);
  const kinds = [...ACTION_WORDS[action], MITIGATION_NAMES[action]].map(plainWords);
  return [tried, ...kinds.map((kind) => [...kind, ...tried])];
}

function bestOf(names: readonly (readonly string[])[], words: readonly Word[]): Match | undefined {
  return names
    .flatMap((name) => matchOf(name, words) ?? [])
    .toSorted(byWorth)
    .at(0);
}

/** Enough of a word to know it by. */
const FEWEST_LETTERS = 3;

function matchOf(name: readonly string[], words: readonly Word[]): Match | undefined {
  let count = 0;
  while (count < name.length && words[count]?.text === name[count]) count += 1;
  const [typed, meant] = [words[count], name[count]];
  // In “web to 2.31” no “web to 2.3” is meant.
  if (typed && meant !== undefined && typed.text.startsWith(meant)) return undefined;
  const isBegun =
    typed !== undefined && meant?.startsWith(typed.text) === true && typed.text.length >= FEWEST_LETTERS;
  const taken = count + (isBegun ? 1 : 0);
  const end = words[taken - 1]?.end;
  return end === undefined ? undefined : { words: taken, isWhole: count === name.length, end };
}

/** The words of a text without the marks behind them, and where each ends with its mark. */
function wordsOf(text: string): readonly Word[] {
  const found: Word[] = [];
  for (const { 0: word, index } of text.slice(0, LONGEST).matchAll(/\S+/g)) {
    found.push({ text: plain(word), end: index + word.length });
  }
  return found;
}

/** No name is longer that anybody types again. */
const LONGEST = 2_000;

const plainWords = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean).map(plain);

const plain = (word: string): string => word.toLowerCase().replace(/(?<=.)[,;:]$/, '');
