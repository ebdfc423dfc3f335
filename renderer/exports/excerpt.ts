/** Longer than any sentence people say at once; a paste is. UTF-16 code units. */
const LONGEST_EXCERPT = 1000;
const MOST_LINES = 12;

/** What stands behind a text that was cut short. */
export const SHORTENED = '… (all of it stands in the appendix)';

/**
 * The beginning of a text that is repeated outside the full log, where a pasted page would bury the
 * rest. Short texts come back as they are; never cuts a surrogate pair in two.
 */
export function excerpt(text: string, longest = LONGEST_EXCERPT): string {
  if (text.length <= longest && !text.includes('\n')) return text;
  const lines = text.split('\n', MOST_LINES + 1);
  const begun = lines.slice(0, MOST_LINES).join('\n');
  if (lines.length <= MOST_LINES && text.length <= longest) return text;
  const cut = begun.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()} ${SHORTENED}`;
}
