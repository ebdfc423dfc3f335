import type { Command } from '../domain/commands';
import type { Audience, MitigationAction, NoteKind } from '../domain/events';
import type { Stamp } from '../domain/ids';
import type { EpochMs } from '../domain/time';
import type { PadProblem } from './padProblems';
import type { TimeContext } from './readTime';

/** An attempt nobody has judged yet, as far as a verdict has to name it. */
export interface OpenAttempt {
  readonly id: Stamp;
  readonly action: MitigationAction;
  readonly what: string;
}

/** What a line of the note pad is read against. */
export interface PadContext extends TimeContext {
  /** When the person began to type the line: the note's time unless `/at` gives another. */
  readonly firstKeystroke: EpochMs;
  /** Names that `@` may mean, in the order in which they are offered. */
  readonly people?: readonly string[];
  /** Whoever writes on this laptop; '' when nobody has said. */
  readonly writer?: string;
  /** Oldest first. */
  readonly attempts?: readonly OpenAttempt[];
  /** Which of two instants a time means, once the person has chosen. */
  readonly chosen?: EpochMs;
}

/** One part of a line as it was understood. */
export interface Chip {
  readonly label: string;
  readonly value: string;
  /** The characters of the line it was read from; '' for what follows without being typed. */
  readonly typed: string;
}

/** Something a line opens, or does beside the log. */
export type Opening =
  | {
      readonly open: 'update';
      /** Absent when the line names none: internal, or whatever is being written. */
      readonly audience?: Audience;
      /** Goes to what we know; '' when nothing follows. */
      readonly known: string;
    }
  | { readonly open: 'resolve'; readonly summary: string }
  | { readonly open: 'drill'; readonly title: string }
  | { readonly open: 'help' }
  | { readonly open: 'pin' };

/** What the words behind a command come to. */
export type CommandRead =
  | {
      readonly kind: 'note';
      readonly as: NoteKind;
      readonly text: string;
      readonly pinned?: true;
      readonly chips: readonly Chip[];
    }
  | { readonly kind: 'command'; readonly command: Command; readonly chips: readonly Chip[] }
  | { readonly kind: 'opening'; readonly opening: Opening; readonly chips: readonly Chip[] }
  | Misread;

/** Why the words behind a command can't be taken, and what was understood of them so far. */
export interface Misread {
  readonly kind: 'problem';
  readonly problem: PadProblem;
  /** With `which-attempt`: the open ones, as they can be named. */
  readonly names?: readonly string[];
  /** What it would be but for a missing reason: whatever else stands against that is said at once. */
  readonly command?: Command;
  readonly chips: readonly Chip[];
}

/** Reads the words behind one command; they come without the blanks before them. */
export type ReadArgument = (argument: string, context: PadContext) => CommandRead;

/** A command that can't be taken as it stands. */
export const misread = (
  problem: PadProblem,
  chips: readonly Chip[] = [],
  names?: readonly string[],
): Misread => ({ kind: 'problem', problem, chips, ...(names ? { names } : {}) });

/** A chip for every part that is there. */
export const chipsOf = (...chips: readonly (Chip | undefined)[]): readonly Chip[] =>
  chips.filter((chip) => chip !== undefined);

/** A part shown as it was typed; nothing at all where nothing was. */
export const chip = (label: string, typed: string, value: string = typed): Chip | undefined =>
  typed === '' && value === '' ? undefined : { label, value, typed };
