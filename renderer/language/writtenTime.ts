import { timeAtStart, type TimeAtStart } from './timeForms';
import { phraseAtStart } from './timePhrases';

/**
 * The time a text starts with, in digits (timeForms.ts) or in words (timePhrases.ts). Where both read
 * one, the longer reading counts: `2:30 pm` is no 02:30 followed by a `pm`. Digits win a tie.
 *
 * @example writtenTimeAtStart('ten minutes ago db01 died') // { form: { kind: 'relative', … }, rest: ' db01 died' }
 */
export function writtenTimeAtStart(text: string): TimeAtStart | undefined {
  const digits = timeAtStart(text);
  const words = phraseAtStart(text);
  if (!digits || !words) return digits ?? words;
  return words.rest.length < digits.rest.length ? words : digits;
}
