/** A `#tag` or an `@name` in a text: `from` and `to` are UTF-16 offsets, the sign included. */
export interface TextMark {
  readonly sign: '#' | '@';
  /** As typed, without the sign. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Code in backticks and addresses come first, so that a sign in them is passed over. A sign counts at the start of
 * a word only: `dana@example.org` and `a#b` hold none. Every part ends at a bound, so a long text costs its length.
 */
const TOKENS =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|\b[a-z][a-z0-9+.-]{0,20}:\/\/\S+|\bwww\.\S+|(?<![\p{L}\p{M}\p{N}_&/#@.-])[#@][\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*/giu;

/** A tag longer than this is something pasted. UTF-16 code units. */
const LONGEST_MARK = 100;

/**
 * The tags and mentions of a text, in its order (TML14). `#123` is a ticket and no tag: a tag has a letter. A dot or a
 * dash at the end is the sentence's.
 *
 * @example marksIn('#Cause found by @sam.') // [{ sign: '#', name: 'Cause', … }, { sign: '@', name: 'sam', … }]
 */
export function marksIn(text: string): readonly TextMark[] {
  if (!text.includes('#') && !text.includes('@')) return [];
  const marks: TextMark[] = [];
  for (const { 0: token, index: from } of text.matchAll(TOKENS)) {
    const sign = token[0];
    if (sign !== '#' && sign !== '@') continue;
    const name = token.slice(1).replace(/[.-]+$/, '');
    if (name.length > LONGEST_MARK || (sign === '#' && !/\p{L}/u.test(name))) continue;
    marks.push({ sign, name, from, to: from + 1 + name.length });
  }
  return marks;
}

/** What makes two tags or two names the same: case does not matter (TML14). */
export const markKey = (name: string): string => name.normalize('NFC').toLocaleLowerCase('en');

/** The tags of a text, each once, as first typed. */
export const tagsOf = (text: string): readonly string[] => namesOf(text, '#');

/** The people a text mentions, each once, as first typed. */
export const mentionsOf = (text: string): readonly string[] => namesOf(text, '@');

function namesOf(text: string, sign: TextMark['sign']): readonly string[] {
  const names = new Map<string, string>();
  for (const mark of marksIn(text)) {
    const key = markKey(mark.name);
    if (mark.sign === sign && !names.has(key)) names.set(key, mark.name);
  }
  return [...names.values()];
}
