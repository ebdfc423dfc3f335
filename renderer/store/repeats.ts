/** Shorter texts are in everything. */
const SHORTEST = 4;
const SHORTEST_WORD = 6;
/** No plain word is as long. */
const SURELY_NO_WORD = 20;
const SEPARATORS = /[\s"'`,;:=()<>[\]{}|]+/u;

/**
 * Whether a text repeats one of others, or something in it that may be a secret. Nobody can tell which
 * part of a redacted line was the secret, so: the whole line, a piece of it, or any word of it that is
 * no plain word (it mixes letters with digits, or is as long as only keys are).
 */
export function repeats(text: string, others: readonly string[]): boolean {
  const said = text.trim();
  return others.some((other) => {
    const whole = other.trim();
    if (whole.length >= SHORTEST && said.includes(whole)) return true;
    if (said.length >= SHORTEST_WORD && whole.includes(said)) return true;
    return secretsIn(whole).some((word) => said.includes(word));
  });
}

/** @example secretsIn('token=ab12cd34, restarted db') // ['ab12cd34'] */
export function secretsIn(text: string): readonly string[] {
  return text.split(SEPARATORS).filter((word) => word.length >= SHORTEST_WORD && isNoWord(word));
}

const isNoWord = (word: string): boolean =>
  word.length >= SURELY_NO_WORD || (/\p{L}/u.test(word) && /\p{N}/u.test(word));
