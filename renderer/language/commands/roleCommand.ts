import { ROLE_RULES, type Role } from '../../domain/roles';
import { chip, chipsOf, misread, type PadContext, type CommandRead, type ReadArgument } from '../padReading';
import { personAtStart, wholePerson } from '../personName';
import { firstWord } from '../words';

/** How roles may be written; the first of each is the one that is offered. */
export const ROLE_WORDS: { readonly [R in Role]: readonly string[] } = {
  commander: ['ic', 'commander'],
  communications: ['comms', 'communications', 'comm'],
  scribe: ['scribe'],
  deputy: ['deputy'],
  expert: ['sme', 'expert'],
};

/** `/role comms @ana`, `/role sme @sam payments`. */
export const readRole: ReadArgument = (argument, context) => {
  const { word, rest } = firstWord(argument);
  const role = roleOf(word);
  if (!role) return misread('role-missing', chipsOf(chip('Unclear', argument)));
  return role === 'expert' ? expert(word, rest, context) : holder(role, word, rest, context);
};

/** `/handover @maria`: command itself, until hand-overs have both parties' word. */
export const readHandover: ReadArgument = (argument, { people = [] }) => {
  const to = wholePerson(argument, people);
  if (!to) return misread('handover-person-missing');
  const chips = chipsOf(chip('Incident Commander', to.typed, to.person));
  return { kind: 'command', command: { type: 'assign-role', role: 'commander', person: to.person }, chips };
};

function holder(role: Role, word: string, rest: string, { people = [] }: PadContext): CommandRead {
  const { name } = ROLE_RULES[role];
  const who = wholePerson(rest, people);
  if (!who) return misread('role-person-missing', chipsOf(chip('Role', word, name)));
  const chips = chipsOf(chip('Role', word, name), chip('Who', who.typed, who.person));
  return { kind: 'command', command: { type: 'assign-role', role, person: who.person }, chips };
}

function expert(word: string, rest: string, { people = [] }: PadContext): CommandRead {
  const { name } = ROLE_RULES.expert;
  const who = personAtStart(rest, people);
  if (!who) {
    const problem = rest === '' ? 'role-person-missing' : 'role-person-unclear';
    return misread(problem, chipsOf(chip('Role', word, name), chip('Unclear', rest)));
  }
  const area = who.rest.trim();
  const chips = chipsOf(chip('Role', word, name), chip('Who', who.typed, who.person), chip('Area', area));
  const command = { type: 'assign-role', role: 'expert', person: who.person } as const;
  return { kind: 'command', command: area === '' ? command : { ...command, area }, chips };
}

function roleOf(word: string): Role | undefined {
  const roles = Object.keys(ROLE_WORDS) as Role[];
  return roles.find((role) => ROLE_WORDS[role].includes(word.toLowerCase()));
}
