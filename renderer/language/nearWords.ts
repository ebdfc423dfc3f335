/**
 * How many slips of the finger lie between two words: a letter left out, added, taken for another one, or two
 * changed about. Both are short: the time grows with the product of their lengths.
 *
 * @example slipsBetween('rolbak', 'rollback') // 2
 */
export function slipsBetween(one: string, other: string): number {
  let [beforeLast, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      const least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(isSwapped ? Math.min(least, (beforeLast[j - 2] ?? 0) + 1) : least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

/** More slips than that make another word of it: none in two letters, one in three or four, two in more. */
const slipsAllowed = ({ length }: string): number => (length > 4 ? 2 : length > 2 ? 1 : 0);

/**
 * The words that may be meant by a mistyped one: those with the fewest slips, and of them those that begin with
 * its letter, since the first letter is seldom the wrong one.
 */
export function nearestWords(typed: string, words: readonly string[]): readonly string[] {
  const near = words
    .map((word) => ({ word, slips: slipsBetween(typed, word) }))
    .filter(({ word, slips }) => slips <= Math.min(slipsAllowed(typed), slipsAllowed(word)));
  const fewest = Math.min(...near.map(({ slips }) => slips));
  const nearest = near.filter(({ slips }) => slips === fewest).map(({ word }) => word);
  const alike = nearest.filter((word) => word[0] === typed[0]);
  return alike.length > 0 ? alike : nearest;
}
