import type { EpochMs } from '../domain/time';
import { timedLines, type TimedLine } from '../imports/timedLines';
import type { Command } from '../domain/commands';
import { REFUSAL_SENTENCES } from '../domain/refusals';
import { readTime } from '../language/readTime';
import { TIME_SENTENCES } from '../language/timeProblems';
import { run, sentenceOf, type Console } from './console';
import { undoOffered } from './entryActions';
import { LONGEST_TEXT } from './tooLong';
import { shownZone } from './zone';

/** The timed notes of a pasted block, or nothing to offer (IMP11). */
export const pastedLines = (text: string): readonly TimedLine[] => timedLines(text) ?? [];

/** Logs each line at its time, all of them or none; a sentence says why none. */
export function logLines(console: Console, lines: readonly TimedLine[]): string | undefined {
  const context = { now: console.ports.now(), timeZone: shownZone(console) };
  const notes: { readonly at: EpochMs; readonly text: string }[] = [];
  for (const { time, author, text } of lines) {
    const read = readTime(time, context);
    if (!read.ok) return `“${time} ${text.slice(0, 60)}”: ${TIME_SENTENCES[read.problem]}`;
    const said = author === undefined ? text : `${author}: ${text}`;
    if (said.length > LONGEST_TEXT) return REFUSAL_SENTENCES['note-too-long'];
    notes.push({ at: read.at, text: said });
  }
  const commands: Command[] = [];
  for (const note of notes) {
    const problem = sentenceOf(run(console, { type: 'log-note', kind: 'note', ...note }));
    if (problem !== undefined) return problem;
    commands.push(...(undoOffered(console)?.commands ?? []));
  }
  const { openId } = console.session.store.getState();
  if (openId !== null) console.undoing.together(`${notes.length} notes logged`, openId, commands);
  return undefined;
}
