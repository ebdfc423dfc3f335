import type { Audience } from '../../domain/events';
import { chip, chipsOf, misread, type ReadArgument } from '../padReading';
import { firstWord } from '../words';

/** How audiences may be written; the first of each is the one that is offered. */
export const AUDIENCE_WORDS: { readonly [A in Audience]: readonly string[] } = {
  internal: ['internal'],
  executives: ['executives', 'exec', 'execs'],
  support: ['support'],
};

const AUDIENCE_NAMES: { readonly [A in Audience]: string } = {
  internal: 'Internal',
  executives: 'Executives',
  support: 'Support',
};

/** `/update`, `/update executives`, `/update internal 5xx at 3 %`: opens the composer, with what is known now. */
export const readUpdate: ReadArgument = (argument) => {
  const { word, rest } = firstWord(argument);
  if (word === '') {
    return {
      kind: 'opening',
      opening: { open: 'update', known: '' },
      chips: [{ label: 'Write update', value: '', typed: '' }],
    };
  }
  const audiences = Object.keys(AUDIENCE_WORDS) as Audience[];
  const audience = audiences.find((one) => AUDIENCE_WORDS[one].includes(word.toLowerCase()));
  if (!audience) return misread('audience-unknown', chipsOf(chip('Unclear', argument)));
  const known = rest.trim();
  const chips = chipsOf(
    chip('Write update for', word, AUDIENCE_NAMES[audience]),
    chip('What we know', known),
  );
  return { kind: 'opening', opening: { open: 'update', audience, known }, chips };
};

/** `/resolve rolled back`: opens the checklist, with how it ended filled in. */
export const readResolve: ReadArgument = (argument) => {
  const summary = argument.trim();
  const chips = chipsOf({ label: 'Resolve', value: summary, typed: summary });
  return { kind: 'opening', opening: { open: 'resolve', summary }, chips };
};

/** `/drill checkout fails`: opens the declaring dialog for a drill, with its title filled in. */
export const readDrill: ReadArgument = (argument) => {
  const title = argument.trim();
  const chips = chipsOf({ label: 'Declare drill', value: title, typed: title });
  return { kind: 'opening', opening: { open: 'drill', title }, chips };
};

/** `/help`: opens the sheet of keys and commands. */
export const readHelp: ReadArgument = (argument) =>
  argument.trim() === ''
    ? { kind: 'opening', opening: { open: 'help' }, chips: [{ label: 'Help', value: '', typed: '' }] }
    : misread('nothing-follows', chipsOf(chip('Unclear', argument)));
