import type { EpochMs } from '../domain/time';
import { timedLines, type TimedLine } from '../imports/timedLines';
import { readTime } from '../language/readTime';
import { TIME_SENTENCES } from '../language/timeProblems';
import { run, sentenceOf, type Console } from './console';

/** The timed notes of a pasted block, or nothing to offer (IMP11). */
export const pastedLines = (text: string): readonly TimedLine[] => timedLines(text) ?? [];

/** Logs each line at its time, all of them or none; a sentence says why none. */
export function logLines(console: Console, lines: readonly TimedLine[]): string | undefined {
  const { now, timeZone } = console.ports;
  const notes: { readonly at: EpochMs; readonly text: string }[] = [];
  for (const { time, author, text } of lines) {
    const read = readTime(time, { now: now(), timeZone });
    if (!read.ok) return `“${time} ${text.slice(0, 60)}”: ${TIME_SENTENCES[read.problem]}`;
    notes.push({ at: read.at, text: author === undefined ? text : `${author}: ${text}` });
  }
  for (const note of notes) {
    const problem = sentenceOf(run(console, { type: 'log-note', kind: 'note', ...note }));
    if (problem !== undefined) return problem;
  }
  return undefined;
}
