import type { EpochMs } from '../domain/time';
import { past, type Precision, type TimeContext, type TimeRead } from './readTime';
import type { TimeProblem } from './timeProblems';
import { writtenTimeAtStart } from './writtenTime';

/** What a line of the note pad is read against. */
export interface PadContext extends TimeContext {
  /** When the person began to type the line: the note's time unless `/at` gives another. */
  readonly firstKeystroke: EpochMs;
}

/** A note to log, or a problem with the line left as typed: nothing typed is lost. */
export type PadLine =
  | {
      readonly kind: 'note';
      readonly text: string;
      readonly at: EpochMs;
      /** True when `/at` gave the time. */
      readonly backdated: boolean;
      /** How that time was written; absent without `/at`. */
      readonly precise?: Precision;
    }
  | {
      readonly kind: 'problem';
      readonly problem: TimeProblem;
      /** The whole line as typed, to be left in the pad. */
      readonly text: string;
      /** What would be logged once the time is settled; '' when there is nothing yet. */
      readonly note: string;
      /** The instant understood so far, for the time shown beside the pad. */
      readonly at?: EpochMs;
      /** With `time-twice`: the two instants, earlier first, for the person to choose from. */
      readonly candidates?: readonly EpochMs[];
    };

/** `/at` as the first word of the line; any case, since Caps Lock is not a wish for a log entry. */
const AT = /^\s*\/at(?=\s|$)/i;
const ESCAPED_AT = /^(\s*)\/(\/+at(?=\s|$))/i;

/**
 * Reads a line of the note pad. Only `/at WHEN text` is a command; every other first word, also one
 * with a slash such as `/var/log`, is plain text, kept character for character. `//at …` logs the
 * text `/at …`. A line that can't be taken comes back whole.
 *
 * `-7m` counts back from the first keystroke, which is when the person thought "seven minutes ago".
 *
 * @example readPadLine('/at 14:32 pager went', context) // { kind: 'note', text: 'pager went', backdated: true, … }
 */
export function readPadLine(text: string, context: PadContext): PadLine {
  const command = AT.exec(text);
  if (command) return backdated(text, text.slice(command[0].length).trimStart(), context);
  return plainNote(text.replace(ESCAPED_AT, '$1$2'), context);
}

/** The line as a note just as it stands, no command read (Mod+Enter in the pad). */
export function plainNote(text: string, { firstKeystroke }: Pick<PadContext, 'firstKeystroke'>): PadLine {
  return { kind: 'note', text, at: firstKeystroke, backdated: false };
}

function backdated(line: string, argument: string, context: PadContext): PadLine {
  const start = writtenTimeAtStart(argument);
  if (!start) {
    const problem = argument === '' ? 'time-missing' : 'time-unreadable';
    return { kind: 'problem', problem, text: line, note: argument };
  }
  const note = start.rest.trimStart();
  const read = past(start.form, context, context.firstKeystroke);
  if (note.trim() === '' && isUnderstood(read)) {
    const at = read.ok ? { at: read.at } : {};
    return { kind: 'problem', problem: 'text-missing', text: line, note, ...at };
  }
  if (read.ok) return { kind: 'note', text: note, at: read.at, backdated: true, precise: read.precise };
  const { problem, candidates } = read;
  return { kind: 'problem', problem, text: line, note, ...(candidates ? { candidates } : {}) };
}

const isUnderstood = (read: TimeRead): boolean => read.ok || read.problem === 'time-twice';
