import { numericDate } from './numericDates';
import { timeAtStart, type TimeAtStart } from './timeForms';
import { phraseAtStart } from './timePhrases';

/**
 * The time a text starts with, in digits (timeForms.ts), in words (timePhrases.ts) or as a day in digits
 * (numericDates.ts). Where several read one, the longest reading counts: `2:30 pm` is no 02:30 followed by a `pm`.
 * Digits win a tie.
 *
 * @example writtenTimeAtStart('ten minutes ago db01 died') // { form: { kind: 'relative', … }, rest: ' db01 died' }
 */
export function writtenTimeAtStart(text: string): TimeAtStart | undefined {
  const found = [timeAtStart(text), phraseAtStart(text), numericDate(text)].filter(
    (one) => one !== undefined,
  );
  return found.toSorted((a, b) => a.rest.length - b.rest.length).at(0);
}
