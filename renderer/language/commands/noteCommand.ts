import type { NoteKind } from '../../domain/events';
import { chip, chipsOf, misread, type ReadArgument } from '../padReading';

/** `/decide roll back`: a note that says what kind it is. */
export function readNote(as: NoteKind, label: string): ReadArgument {
  return (argument) => {
    const chips = chipsOf(chip(label, argument.trim()));
    if (argument.trim() === '') return misread('note-text-missing', chipsOf({ label, value: '', typed: '' }));
    return { kind: 'note', as, text: argument, chips };
  };
}

/** `/pin` marks the entry just logged as a key entry, `/pin all clear` logs one. */
export const readPin: ReadArgument = (argument) => {
  const typed = argument.trim();
  if (typed === '') {
    return {
      kind: 'opening',
      opening: { open: 'pin' },
      chips: [{ label: 'Pin', value: 'newest entry', typed }],
    };
  }
  return {
    kind: 'note',
    as: 'note',
    text: argument,
    pinned: true,
    chips: chipsOf(chip('Pinned note', typed)),
  };
};
