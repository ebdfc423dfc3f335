import { sameWord } from './words';

/** Somebody named in a line. */
export interface NamedPerson {
  readonly person: string;
  /** As it stands in the line, with its `@`. */
  readonly typed: string;
}

const QUOTED = /^@"([^"\n]{1,200})"(?=\s|$)/;
const ONE_WORD = /^@([^\s@,;"]+)/;

/**
 * Reads the `@name` a text starts with. A name of several words is read whole when it is one of
 * `people`, or when it stands in quotation marks; else one word counts. A word that only one of the
 * people has for a name means that one: `@ana` is Ana Lima.
 */
export function personAtStart(
  text: string,
  people: readonly string[],
): (NamedPerson & { readonly rest: string }) | undefined {
  const quoted = QUOTED.exec(text);
  const named = quoted?.[1]?.trim();
  if (quoted && named)
    return { person: spelled(named, people), typed: quoted[0], rest: after(text, quoted[0]) };
  const known = knownAtStart(text, people);
  if (known !== undefined) {
    const typed = text.slice(0, 1 + known.length);
    return { person: known, typed, rest: after(text, typed) };
  }
  const word = ONE_WORD.exec(text);
  if (!word?.[1]) return undefined;
  return { person: spelled(word[1], people), typed: word[0], rest: after(text, word[0]) };
}

/** The same for a text that ends with an `@name`; what stands before it comes back without blanks at its end. */
export function personAtEnd(
  text: string,
  people: readonly string[],
): (NamedPerson & { readonly before: string }) | undefined {
  const end = text.trimEnd();
  for (
    let from = end.lastIndexOf('@');
    from !== -1;
    from = from === 0 ? -1 : end.lastIndexOf('@', from - 1)
  ) {
    if (from > 0 && !/\s/.test(end.charAt(from - 1))) return undefined;
    const found = personAtStart(end.slice(from), people);
    return found?.rest === ''
      ? { person: found.person, typed: found.typed, before: end.slice(0, from).trimEnd() }
      : undefined;
  }
  return undefined;
}

/** A whole text as a name, with or without its `@`. */
export function wholePerson(text: string, people: readonly string[]): NamedPerson | undefined {
  const typed = text.trim();
  const bare = typed
    .replace(/^@/, '')
    .replace(/^"(.+)"$/, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return bare === '' ? undefined : { person: spelled(bare, people), typed };
}

/** The name as it is known: whole, or by the one word only one person has. */
function spelled(name: string, people: readonly string[]): string {
  const whole = people.find((one) => sameWord(one, name));
  if (whole !== undefined) return whole;
  const by = people.filter((one) => one.split(/\s+/).some((word) => sameWord(word, name)));
  return by.length === 1 ? (by[0] ?? name) : name;
}

function knownAtStart(text: string, people: readonly string[]): string | undefined {
  if (!text.startsWith('@')) return undefined;
  let longest: string | undefined;
  for (const person of people) {
    if (person.length <= (longest?.length ?? 0)) continue;
    const typed = text.slice(1, 1 + person.length);
    const next = text.charAt(1 + person.length);
    if (sameWord(typed, person) && (next === '' || /[\s,;]/.test(next))) longest = person;
  }
  return longest;
}

const after = (text: string, typed: string): string => text.slice(typed.length).trimStart();
