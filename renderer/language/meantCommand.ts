import { ACTION_WORDS } from './commands/mitigateCommand';
import { PAD_COMMANDS, padCommand } from './commands/padCommands';
import { ROLE_WORDS } from './commands/roleCommand';
import { nearestWords } from './nearWords';
import { writtenTimeAtStart } from './writtenTime';

/** A command that a line may have meant, and where its word goes (UTF-16 offsets). */
export interface MeantCommand {
  readonly from: number;
  readonly to: number;
  /** What stands there instead: `/snooze`, `/mitigate rollback`; with a blank where none follows. */
  readonly insert: string;
}

/** Other words for the commands, as people say them. */
const ALSO_SAID: { readonly [command: string]: readonly string[] } = {
  role: ['assign', 'give', 'take', 'roles'],
  action: ['task', 'todo', 'followup', 'actionitem'],
  sev: ['severity', 'level', 'priority', 'escalated'],
  decide: ['decision', 'decided', 'agreed'],
  observe: ['observation', 'saw', 'seen'],
  hypothesis: ['hypo', 'guess', 'theory', 'cause'],
  worked: ['fixed', 'works', 'success'],
  partly: ['partial', 'partially'],
  didnt: ['didn’t', "didn't", 'failed', 'notworked'],
  told: ['communicate', 'communicated', 'informed'],
  escalate: ['page', 'paged'],
  detect: ['detected', 'detection', 'alert'],
  handover: ['handoff', 'hand-over', 'hand-off'],
  resolve: ['resolved', 'close', 'closed', 'done'],
  snooze: ['postpone', 'delay', 'later'],
  update: ['status', 'comms-update'],
  phase: ['stage'],
  pin: ['star'],
  help: ['commands', 'keys'],
  at: ['time', 'when', 'backdate'],
};

/** What each word stands for, the commands themselves first. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...['at', ...PAD_COMMANDS.map(({ word }) => word)].map((word) => [word, `/${word}`] as const),
  ...Object.entries(ALSO_SAID).flatMap(([command, words]) =>
    words.map((word) => [word, `/${command}`] as const),
  ),
  ...Object.values(ACTION_WORDS)
    .flatMap((words) => words.map((word) => [word, `/mitigate ${words[0] ?? ''}`] as const))
    .filter(([word]) => word !== 'other'),
  ...Object.values(ROLE_WORDS).flatMap((words) =>
    words.map((word) => [word, `/role ${words[0] ?? ''}`] as const),
  ),
]);

/** Folders that lie at the root of a disk: `/dev is full` is about one. */
const FOLDERS: ReadonlySet<string> = new Set(
  'bin boot data dev etc home lib media mnt opt proc root run sbin srv sys tmp usr var volumes users'.split(
    ' ',
  ),
);

const LONGEST_WORD = 20;
const FIRST_WORD = /^\/([a-z][a-z’'-]*)(?=\s|$)/i;
/** A known word with what follows it run into it: `/sev2`, `/at-7m`, `/snooze5`, `/decide: roll back`. */
const RUN_TOGETHER = /^\/([a-z]+)([:,;]|(?=[-+−–\d]))[^/\s]*(?=\s|$)/i;

/**
 * The command that a line of text nearly begins with: mistyped, shortened, or by another word for it.
 * Undefined for a known command, which is none of this one's business, and for anything else with a slash.
 *
 * @example meantCommand('/snoze 5 x') // { from: 0, to: 6, insert: '/snooze' }
 */
export function meantCommand(line: string): MeantCommand | undefined {
  const from = startOf(line);
  if (line.charAt(from) !== '/') return undefined;
  const text = line.slice(from, from + 3 * LONGEST_WORD);
  const [, whole = '', mark = ''] = RUN_TOGETHER.exec(text) ?? [];
  const known = whole.toLowerCase();
  if (known === 'at' || padCommand(known)) {
    const to = from + 1 + whole.length + mark.length;
    return { from, to, insert: /^\s|^$/.test(line.charAt(to)) ? `/${known}` : `/${known} ` };
  }
  const typed = FIRST_WORD.exec(text)?.[1]?.toLowerCase();
  const insert = typed === undefined ? undefined : meaningOf(typed);
  return typed === undefined || insert === undefined
    ? undefined
    : { from, to: from + 1 + typed.length, insert };
}

/** Where the first word stands: behind `/at` and a time that is understood, else behind the blanks. */
function startOf(line: string): number {
  const at = /^\s*\/at\s+/i.exec(line.slice(0, 200));
  if (!at) return line.length - line.trimStart().length;
  const rest = writtenTimeAtStart(line.slice(at[0].length))?.rest.trimStart();
  return rest === undefined ? line.length : line.length - rest.length;
}

function meaningOf(typed: string): string | undefined {
  if (typed === 'at' || padCommand(typed) || FOLDERS.has(typed) || typed.length > LONGEST_WORD)
    return undefined;
  const begun = typed.length < 2 ? [] : PAD_COMMANDS.filter(({ word }) => word.startsWith(typed));
  const near = MEANINGS.has(typed) ? [typed] : begun.map(({ word }) => word);
  const words = near.length > 0 ? near : nearestWords(typed, WORDS);
  // A slip in the command itself is likelier than one in another word for it.
  const own = words.filter((word) => padCommand(word) !== undefined);
  const [meaning, another] = new Set((own.length > 0 ? own : words).map((word) => MEANINGS.get(word)));
  return another === undefined ? meaning : undefined;
}

const WORDS: readonly string[] = [...MEANINGS.keys()];
