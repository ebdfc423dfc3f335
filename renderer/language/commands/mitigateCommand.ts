import { MITIGATION_NAMES } from '../../domain/describe';
import type { MitigationAction } from '../../domain/events';
import { formatLength, minutes, type Ms } from '../../domain/time';
import { chip, chipsOf, misread, type ReadArgument } from '../padReading';
import { personAtEnd, type NamedPerson } from '../personName';
import { firstWord } from '../words';

/** How actions may be written; the first of each is the one that is offered. */
export const ACTION_WORDS: { readonly [A in MitigationAction]: readonly string[] } = {
  rollback: ['rollback', 'roll-back', 'revert'],
  shift: ['shift'],
  disable: ['disable'],
  restart: ['restart'],
  scale: ['scale'],
  failover: ['failover', 'fail-over'],
  block: ['block'],
  other: ['other'],
};

const CHECK_BACK = minutes(5);
const CHECK = /(?:^|\s)(check(?:[ \t]+(?:back|in))*[ \t]+(\d{1,3})[ \t]*(m|mins?|minutes?|h|hours?)?)$/i;

/** `/mitigate rollback web to 2026.11.22.4 @sam check 5m`: what kind, what, who, when to look again. */
export const readMitigate: ReadArgument = (argument, context) => {
  const { word, rest } = firstWord(argument);
  const action = actionOf(word);
  if (!action) return misread('action-missing', chipsOf(chip('Unclear', argument)));
  const { what, who, check } = parts(rest, context.people ?? []);
  const owner = who?.person ?? context.writer ?? '';
  const checkBackIn = check?.length ?? CHECK_BACK;
  const chips = chipsOf(
    chip('Mitigation', word, MITIGATION_NAMES[action]),
    chip('What', what),
    chip('Who', who?.typed ?? '', owner),
    chip('Check back in', check?.typed ?? '', formatLength(checkBackIn)),
  );
  if (what === '') return misread('mitigation-what-missing', chips);
  return {
    kind: 'command',
    command: { type: 'attempt-mitigation', action, what, owner, checkBackIn },
    chips,
  };
};

/** The action a word stands for. */
export function actionOf(word: string): MitigationAction | undefined {
  const actions = Object.keys(ACTION_WORDS) as MitigationAction[];
  return actions.find((action) => ACTION_WORDS[action].includes(word.toLowerCase()));
}

interface Parts {
  readonly what: string;
  readonly who?: NamedPerson;
  readonly check?: { readonly typed: string; readonly length: Ms };
}

/** Who and when stand at the end, in either order, each at most once. */
function parts(text: string, people: readonly string[]): Parts {
  let read: Parts = { what: text.trim() };
  for (let more = true; more;) {
    const next = withCheck(read) ?? withPerson(read, people);
    more = next !== undefined;
    read = next ?? read;
  }
  return read;
}

function withCheck(read: Parts): Parts | undefined {
  const match = read.check ? null : CHECK.exec(read.what);
  const typed = match?.[1];
  if (!match || typed === undefined) return undefined;
  const count = Number(match[2]) * (match[3]?.toLowerCase().startsWith('h') ? 60 : 1);
  return {
    ...read,
    what: read.what.slice(0, match.index).trimEnd(),
    check: { typed, length: minutes(count) },
  };
}

function withPerson(read: Parts, people: readonly string[]): Parts | undefined {
  const found = read.who ? undefined : personAtEnd(read.what, people);
  return found && { ...read, what: found.before, who: { person: found.person, typed: found.typed } };
}
