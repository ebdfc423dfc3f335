import { MITIGATION_NAMES } from '../domain/describe';
import type { Audience, MitigationAction } from '../domain/events';
import { PHASE_NAMES, PHASES } from '../domain/lifecycle';
import { ROLE_RULES, type Role } from '../domain/roles';
import { severityName, SEVERITIES } from '../domain/severity';
import { SNOOZE_MINUTES } from '../domain/updateClock';
import { ACTION_WORDS } from './commands/mitigateCommand';
import { AUDIENCE_WORDS } from './commands/openingCommands';
import { ROLE_WORDS } from './commands/roleCommand';
import type { Completion, Known, Piece } from './completions';
import { personAtStart } from './personName';
import { sameWord } from './words';

/** What a command takes next, where that is one of a few things; undefined where it is free text. */
export function argumentPiece(command: string, argument: string, known: Known): Piece | undefined {
  if (command === 'role') return rolePiece(argument, known);
  if (command === 'handover') return piece(argument, named(known.people));
  const attempts = VERDICTS.has(command) && known.attempts.length > 1 ? known.attempts : [];
  const names = attempts.map(({ action, what }) => option(what, MITIGATION_NAMES[action]));
  return piece(argument, FIRST_WORDS[command] ?? names);
}

const VERDICTS: ReadonlySet<string> = new Set(['worked', 'partly', 'didnt', 'worse']);

/** Everybody one of whose names starts so, as an `@name`. */
export const peopleFor = (typed: string, people: readonly string[]): readonly Completion[] =>
  named(people.filter((person) => person.split(/\s+/).some((word) => startsWith(word, typed))));

/** True when a text begins with what was typed, in any case. */
export const startsWith = (text: string, typed: string): boolean =>
  sameWord(text.slice(0, typed.length), typed);

const option = (word: string, hint: string): Completion => ({ insert: `${word} `, label: word, hint });

const named = (people: readonly string[]): readonly Completion[] =>
  people.map((person) => ({ insert: `@${person} `, label: `@${person}`, hint: '' }));

/** Those that begin with what is typed of them; what is typed whole is not offered again. */
function piece(typed: string, options: readonly Completion[]): Piece {
  const fitting = options.filter(({ label }) => startsWith(label.replace(/^@/, ''), typed));
  return { typed, options: fitting.filter(({ label }) => label !== typed) };
}

const FIRST_WORDS: { readonly [command: string]: readonly Completion[] } = {
  sev: SEVERITIES.map((level) => option(String(level), `${severityName(level)}, then why`)),
  mitigate: (Object.keys(ACTION_WORDS) as MitigationAction[]).map((action) =>
    option(ACTION_WORDS[action][0] ?? action, `${MITIGATION_NAMES[action]}, then what`),
  ),
  phase: PHASES.map((phase) => option(phase, PHASE_NAMES[phase])),
  update: (Object.keys(AUDIENCE_WORDS) as Audience[]).map((audience) => ({
    insert: audience,
    label: audience,
    hint: 'audience',
  })),
  snooze: SNOOZE_MINUTES.map((minutes) => option(String(minutes), 'minutes, then why')),
};

const ROLES = Object.keys(ROLE_WORDS) as Role[];
const ROLE_OPTIONS = ROLES.map((role) => option(ROLE_WORDS[role][0] ?? role, ROLE_RULES[role].name));

/** First the role, then who, then for an expert the area; each once the one before is settled. */
function rolePiece(argument: string, known: Known): Piece | undefined {
  const [start = '', word = ''] = /^(\S+)\s+/.exec(argument) ?? [];
  if (start === '') return piece(argument, ROLE_OPTIONS);
  const role = ROLES.find((one) => ROLE_WORDS[one].includes(word.toLowerCase()));
  if (role === undefined) return undefined;
  const rest = argument.slice(start.length);
  if (!rest.startsWith('@')) return piece(rest, named(known.people));
  const who = role === 'expert' ? personAtStart(rest, known.people) : undefined;
  if (!who || who.typed.length + who.rest.length === rest.length) return undefined;
  return piece(
    who.rest,
    known.areas.map((area) => option(area, 'area')),
  );
}
