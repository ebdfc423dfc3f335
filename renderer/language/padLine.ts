import { isBackdatable } from '../domain/backdating';
import type { Command } from '../domain/commands';
import type { NoteKind } from '../domain/events';
import type { EpochMs } from '../domain/time';
import { readAction } from './commands/actionCommand';
import { padCommand } from './commands/padCommands';
import type { PadProblem } from './padProblems';
import type { Chip, CommandRead, Opening, PadContext, ReadArgument } from './padReading';
import { past, type Precision, type TimeRead } from './readTime';
import type { TimeForm } from './timeForms';
import { writtenTimeAtStart } from './writtenTime';
import { namesZone } from './zoneLetters';

export type { PadContext } from './padReading';

/** When a line happened. */
interface When {
  readonly at: EpochMs;
  /** True when `/at` gave the time. */
  readonly backdated: boolean;
  /** How that time was written; absent without `/at`. */
  readonly precise?: Precision;
}

/** What a line of the pad comes to; a problem with it is left as typed: nothing typed is lost. */
export type PadLine = PadNote | PadRun | PadOpening | PadMisread;

/** A note to log. */
export interface PadNote extends When {
  readonly kind: 'note';
  readonly text: string;
  /** Absent for a plain one. */
  readonly as?: NoteKind;
  readonly pinned?: true;
  /** Absent for a plain one. */
  readonly chips?: readonly Chip[];
}

/** A command to run. */
export interface PadRun extends When {
  readonly kind: 'command';
  readonly command: Command;
  readonly chips: readonly Chip[];
}

/** Something to open. */
export interface PadOpening {
  readonly kind: 'opening';
  readonly opening: Opening;
  readonly chips: readonly Chip[];
}

/** A line that can't be taken as it stands. */
export interface PadMisread {
  readonly kind: 'problem';
  readonly problem: PadProblem;
  /** The whole line as typed, to be left in the pad. */
  readonly text: string;
  /** What would be logged once the time is settled; '' when there is nothing yet. */
  readonly note: string;
  /** The instant understood so far, for the time shown beside the pad. */
  readonly at?: EpochMs;
  /** Where one of several may be meant: those instants, earliest first, for the person to choose from. */
  readonly candidates?: readonly EpochMs[];
  /** With `which-attempt`: the open ones. */
  readonly names?: readonly string[];
  /** What it would be but for a missing reason. */
  readonly command?: Command;
  readonly chips?: readonly Chip[];
}

const AT = /^\s*\/at(?=\s|$)/i;
const WORD = /^\s*\/([a-z]+)(?=\s|$)/i;
const ESCAPED = /^(\s*)\/(\/+([a-z]+)(?=\s|$))/i;
/** Shouted, or with its colon: "Todo list is down" is a note. */
const TODO = /^\s*(?:TODO(?::|(?=\s|$))|[Tt]odo:)/;

/**
 * Reads a line of the note pad. It is a command only when its first word is a known one behind a slash,
 * or `TODO`; every other first word, also one with a slash such as `/var/log`, is plain text, kept
 * character for character. `//sev …` logs the text `/sev …`. `/at WHEN` goes before a text or a command,
 * or right behind the command's word. A line that can't be taken comes back whole.
 *
 * `-7m` counts back from the first keystroke, which is when the person thought "seven minutes ago".
 *
 * @example readPadLine('/at 14:32 pager went', context) // { kind: 'note', text: 'pager went', backdated: true, … }
 */
export function readPadLine(text: string, context: PadContext): PadLine {
  const at = AT.exec(text);
  if (at) {
    return timed(text, text.slice(at[0].length).trimStart(), context, (rest, when) =>
      AT.test(rest) ? { kind: 'note', text: rest, ...when } : body(text, rest, context, when),
    );
  }
  return body(text, text, context, { at: context.firstKeystroke, backdated: false });
}

/** The line as a note just as it stands, no command read (Mod+Enter in the pad). */
export function plainNote(text: string, { firstKeystroke }: Pick<PadContext, 'firstKeystroke'>): PadNote {
  return { kind: 'note', text, at: firstKeystroke, backdated: false };
}

type ReadRest = (rest: string, when: When) => PadLine;

/** Reads the time at the start of `argument`, then what follows it. */
function timed(line: string, argument: string, context: PadContext, read: ReadRest): PadLine {
  const start = writtenTimeAtStart(argument);
  if (!start) {
    const problem = argument === '' ? 'time-missing' : 'time-unreadable';
    return { kind: 'problem', problem, text: line, note: argument };
  }
  const note = start.rest.trimStart();
  if (hasClock(start.form) && namesZone(note)) {
    return { kind: 'problem', problem: 'zone-by-letters', text: line, note };
  }
  const time = chosenOf(past(start.form, context, context.firstKeystroke), context);
  if (note.trim() === '' && isUnderstood(time)) {
    const at = time.ok ? { at: time.at } : {};
    return { kind: 'problem', problem: 'text-missing', text: line, note, ...at };
  }
  if (time.ok) return read(note, { at: time.at, backdated: true, precise: time.precise });
  const { problem, candidates } = time;
  return { kind: 'problem', problem, text: line, note, ...(candidates ? { candidates } : {}) };
}

const hasClock = (form: TimeForm): boolean =>
  form.kind === 'clock' ||
  form.kind === 'dates' ||
  (form.kind === 'of-day' && form.clock !== undefined) ||
  (form.kind === 'full' && form.offset === null);

const isUnderstood = (read: TimeRead): boolean => read.ok || read.candidates !== undefined;

/** Which of two instants is meant is settled once the person has said so. */
function chosenOf(read: TimeRead, { chosen }: PadContext): TimeRead {
  if (read.ok || chosen === undefined || !read.candidates?.includes(chosen)) return read;
  return { ok: true, at: chosen, precise: 'full' };
}

/** A text, or a command with what follows it. */
function body(line: string, text: string, context: PadContext, when: When): PadLine {
  const todo = TODO.exec(text);
  if (todo) return command(line, text.slice(todo[0].length).trimStart(), { context, when, read: readAction });
  const word = WORD.exec(text);
  const known = word?.[1] === undefined ? undefined : padCommand(word[1]);
  if (!word || !known) return { kind: 'note', text: unescaped(text), ...when };
  const argument = text.slice(word[0].length).trimStart();
  const inner = when.backdated ? null : AT.exec(argument);
  if (!inner) return command(line, argument, { context, when, read: known.read });
  return timed(line, argument.slice(inner[0].length).trimStart(), context, (rest, then) =>
    command(line, rest, { context, when: then, read: known.read }),
  );
}

interface Reading {
  readonly context: PadContext;
  readonly when: When;
  readonly read: ReadArgument;
}

function command(line: string, argument: string, { context, when, read }: Reading): PadLine {
  const said = read(argument, context);
  const at = when.backdated ? { at: when.at } : {};
  if (said.kind === 'problem') return { ...said, text: line, note: argument, ...at };
  if (when.backdated && isAboutNow(said)) {
    return { kind: 'problem', problem: 'now-only', text: line, note: argument, chips: said.chips };
  }
  return said.kind === 'opening' ? said : { ...said, ...when };
}

const isAboutNow = (said: CommandRead): boolean =>
  said.kind === 'opening' || (said.kind === 'command' && !isBackdatable(said.command.type));

/** A second slash before a known command says that the text is meant. */
function unescaped(text: string): string {
  const match = ESCAPED.exec(text);
  const word = match?.[3]?.toLowerCase() ?? '';
  if (!match || (word !== 'at' && !padCommand(word))) return text;
  return `${match[1]}${match[2]}${text.slice(match[0].length)}`;
}
