import type { Entry } from '../../domain/timeline';
import { LONGEST_SHOWN } from './EntryText';
import { IMAGES_HEIGHT } from './EntryImages';

// CSS px, as Timeline.module.css sets them.
const LINE = 22;
const ABOVE_AND_BELOW = 8;
/** Beside the text: the time, who said it, the glyph, and the row's own edges. */
const BESIDE = 236;
const BESIDE_NARROW = 128;
const NARROW = 600;
/** The buttons, which the first line leaves free. */
const BUTTONS = 106;
/** A letter on average; fonts differ. */
const LETTER = 7.8;
/** `96ch`. */
const WIDEST = 900;
/** Before a width is known. */
const USUAL = 700;

/**
 * What a row is likely to measure before it was ever drawn, in a list of that inner width, both in CSS px. With a
 * poor guess too many rows are drawn after a jump, or too few and then others.
 */
export function guessedHeight({ text, attachments }: Entry, width: number): number {
  const list = width || USUAL;
  const room = Math.min(WIDEST, Math.max(LETTER, list - (list < NARROW ? BESIDE_NARROW : BESIDE)));
  const shown = Math.min(text.length, LONGEST_SHOWN);
  const lines = Math.ceil((BUTTONS + shown * LETTER) / room) + breaksIn(text);
  return ABOVE_AND_BELOW + LINE * lines + (attachments ? IMAGES_HEIGHT : 0);
}

function breaksIn(text: string): number {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < LONGEST_SHOWN; at = text.indexOf('\n', at + 1))
    breaks += 1;
  return breaks;
}
