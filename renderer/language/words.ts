/** The first word of a text and what follows it, without the blanks between. '' when there is none. */
export function firstWord(text: string): { readonly word: string; readonly rest: string } {
  const start = text.trimStart();
  const end = start.search(/\s/);
  if (end === -1) return { word: start, rest: '' };
  return { word: start.slice(0, end), rest: start.slice(end).trimStart() };
}

/** True when two texts are the same but for upper and lower case. */
export const sameWord = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
