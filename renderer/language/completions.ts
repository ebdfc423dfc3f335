import { argumentPiece, peopleFor, startsWith } from './argumentCompletions';
import { PAD_COMMANDS, padCommand } from './commands/padCommands';
import type { OpenAttempt } from './padReading';
import { writtenTimeAtStart } from './writtenTime';

/** One thing a line can be completed with. */
export interface Completion {
  /** What stands in place of what was typed so far. */
  readonly insert: string;
  readonly label: string;
  /** Beside it, dimmer: what follows the word, or what it means. */
  readonly hint: string;
}

/** What can stand at the cursor, and the part of the text it takes the place of (UTF-16 offsets). */
export interface Completions {
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

/** The end of the text before the cursor that is being typed, and what it can become. */
export interface Piece {
  readonly typed: string;
  readonly options: readonly Completion[];
}

/** What is known that can be offered. */
export interface Known {
  readonly people: readonly string[];
  readonly tags: readonly string[];
  readonly areas: readonly string[];
  readonly attempts: readonly OpenAttempt[];
}

/** More than that nobody reads at speed; typing on narrows the list. */
export const MOST_OPTIONS = 40;

/** A longer word is no name and no tag. */
const LONGEST_WORD = 200;
const MARKED = /(?:^|\s)([@#][^\s@#]*)$/;

/**
 * What the text before the cursor can be completed with: a command behind the first slash, what a
 * command takes next, somebody behind an `@`, a tag behind a `#`. Undefined where nothing is offered,
 * as in plain text. What follows the cursor is left alone, and nothing is offered inside a word.
 */
export function completionsAt(text: string, cursor: number, known: Known): Completions | undefined {
  if (/^\S/.test(text.charAt(cursor))) return undefined;
  const piece = pieceOf(text.slice(0, cursor), known);
  if (!piece || piece.options.length === 0) return undefined;
  return { from: cursor - piece.typed.length, to: cursor, options: piece.options.slice(0, MOST_OPTIONS) };
}

function pieceOf(line: string, known: Known): Piece | undefined {
  const marked = MARKED.exec(line.slice(-LONGEST_WORD))?.[1];
  if (marked?.startsWith('@')) return { typed: marked, options: peopleFor(marked.slice(1), known.people) };
  if (marked !== undefined) return { typed: marked, options: tagsFor(marked.slice(1), known.tags) };
  const start = commandStart(line);
  if (start === undefined) return undefined;
  const said = /^\/([a-z]*)(\s+|$)/i.exec(start.text);
  if (!said) return undefined;
  if (said[2] === '') return { typed: start.text, options: commandsFor(start.text, start.isBehindTime) };
  const command = padCommand(said[1] ?? '');
  return command && argumentPiece(command.word, start.text.slice(said[0].length), known);
}

interface CommandStart {
  readonly text: string;
  readonly isBehindTime: boolean;
}

/** The command and all behind it: at the start of the line, or behind `/at` and a time that is understood. */
function commandStart(line: string): CommandStart | undefined {
  const text = line.trimStart();
  if (!isSlashed(text)) return undefined;
  const at = /^\/at\s+/i.exec(text);
  if (!at) return { text, isBehindTime: false };
  const rest = writtenTimeAtStart(text.slice(at[0].length))?.rest.trimStart() ?? '';
  return isSlashed(rest) ? { text: rest, isBehindTime: true } : undefined;
}

const isSlashed = (text: string): boolean => text.startsWith('/') && !text.startsWith('//');

const AT: Completion = { insert: '/at ', label: '/at', hint: 'when text · say when it happened' };

function commandsFor(typed: string, isBehindTime: boolean): readonly Completion[] {
  const commands = PAD_COMMANDS.map(({ word, hint, does }): Completion => {
    const label = `/${word}`;
    return hint === ''
      ? { insert: label, label, hint: does }
      : { insert: `${label} `, label, hint: `${hint} · ${does}` };
  });
  return (isBehindTime ? commands : [AT, ...commands]).filter(
    ({ label, insert }) => startsWith(label, typed) && insert !== typed,
  );
}

const tagsFor = (typed: string, tags: readonly string[]): readonly Completion[] =>
  tags
    .filter((tag) => startsWith(tag, typed) && tag !== typed)
    .map((tag) => ({ insert: `#${tag} `, label: `#${tag}`, hint: '' }));
