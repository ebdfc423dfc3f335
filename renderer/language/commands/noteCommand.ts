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
