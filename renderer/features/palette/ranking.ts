import { foldText } from '../../language/foldText';

const initialsOf = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1))
    .join('');

/** How well one word of the query fits, best is 0; undefined when it does not. */
function fit(word: string, text: string): number | undefined {
  if (text === word) return 0;
  if (text.startsWith(word)) return 1;
  const at = text.indexOf(word);
  if (at > 0 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 2;
  const isInitials = word.length > 1 && initialsOf(text).includes(word);
  if (isInitials) return 3;
  return at === -1 ? undefined : 4;
}

/** How well a text fits all words of a query, best is 0; undefined when one of them is not in it. */
export function rank(query: string, text: string): number | undefined {
  const against = foldText(text);
  let worst = 0;
  for (const word of foldText(query).split(/\s+/).filter(Boolean)) {
    const one = fit(word, against);
    if (one === undefined) return undefined;
    worst = Math.max(worst, one);
  }
  return worst;
}

/** What fits, best first; among equals the order it came in. */
export function ranked<T>(
  query: string,
  all: readonly T[],
  textsOf: (one: T) => readonly string[],
): readonly T[] {
  return all
    .flatMap((one) => {
      const ranks = textsOf(one).flatMap((text) => rank(query, text) ?? []);
      return ranks.length === 0 ? [] : [{ one, rank: Math.min(...ranks) }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}
