import type { Command } from '../domain/commands';

/** Characters main takes in one text, and in all texts of a row with room for their names. */
export const LONGEST_TEXT = 1_000_000;
const MOST_CHARACTERS = 3_900_000;

/**
 * True for a command whose row main would turn down. Such a row could never be saved and would stand in
 * the way of all later ones, so it is refused before it is drawn.
 */
export function isTooLong(command: Command): boolean {
  const texts = textsIn(command);
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  return all > MOST_CHARACTERS || texts.some((text) => text.length > LONGEST_TEXT);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
