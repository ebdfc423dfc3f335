/** Names pasted or typed, one a line; a list copied from a table keeps its first column. */
export interface PastedNames {
  readonly names: readonly string[];
  /** Lines that are no name: longer than a name can be. */
  readonly leftOut: number;
}

const LONGEST_NAME = 200;

/** @example pastedNames('Ana Lima\n\n Kofi  Boateng ') // { names: ['Ana Lima', 'Kofi Boateng'], leftOut: 0 } */
export function pastedNames(text: string): PastedNames {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => (line.split('\t')[0] ?? '').replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
  const names = [...new Set(lines.filter((line) => line.length <= LONGEST_NAME))];
  return { names, leftOut: lines.filter((line) => line.length > LONGEST_NAME).length };
}

const MOST_PEOPLE = 500;

/** The list with the given names in front, each once. */
export function withPeople(people: readonly string[], names: readonly string[]): readonly string[] {
  return [...new Set([...names, ...people])].slice(0, MOST_PEOPLE);
}
