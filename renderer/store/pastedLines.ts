import type { EpochMs } from '../domain/time';
import { asksForHalf, inHalf, namesDay, timedLines, type TimedLine } from '../imports/timedLines';
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

/** What a person says of the clocks of a block. */
export interface BlockTimes {
  /** Undefined until it is said. */
  readonly half?: 'as-written' | 'am' | 'pm';
  /** The day of all lines that name none, as typed; '' for the latest past one each. */
  readonly day: string;
}

/** A line as it would be logged, or why it can't be. */
export interface ReadLine {
  /** Its place in the block, from 1. */
  readonly place: number;
  readonly text: string;
  readonly at?: EpochMs;
  readonly problem?: string;
}

/** True while it has to be said of which half of the day the clocks are. */
export const lacksHalf = (lines: readonly TimedLine[], { half }: BlockTimes): boolean =>
  half === undefined && asksForHalf(lines);

/** Each line with the instant it would be logged at. */
export function readLines(
  console: Console,
  lines: readonly TimedLine[],
  { half, day }: BlockTimes,
): readonly ReadLine[] {
  const context = { now: console.ports.now(), timeZone: shownZone(console) };
  return lines.map((line, i) => {
    const time = half === 'am' || half === 'pm' ? inHalf(line, half) : line.time;
    const read = readTime(day.trim() === '' || namesDay(line) ? time : `${day.trim()} ${time}`, context);
    const text = line.author === undefined ? line.text : `${line.author}: ${line.text}`;
    const place = i + 1;
    return read.ok
      ? { place, text, at: read.at }
      : { place, text, problem: `“${time}”: ${TIME_SENTENCES[read.problem]}` };
  });
}

/** True when a line happened before the one above it: a day may be another one. */
export const runsBackwards = (lines: readonly ReadLine[]): boolean =>
  lines.some(({ at }, i) => {
    const before = lines[i - 1]?.at;
    return at !== undefined && before !== undefined && at < before;
  });

/** Logs each line at its time, all of them or none; a sentence says why none. */
export function logLines(console: Console, lines: readonly ReadLine[]): string | undefined {
  const notes: { readonly at: EpochMs; readonly text: string }[] = [];
  for (const { at, text, problem } of lines) {
    if (at === undefined) return problem;
    if (text.length > LONGEST_TEXT) return REFUSAL_SENTENCES['note-too-long'];
    notes.push({ at, text });
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
