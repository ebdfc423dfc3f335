/**
 * What text from people looks like in a document others read.
 *
 * Nothing invisible may change how a sentence reads (CVE-2021-42574, "Trojan Source"), so control
 * characters, bidirectional controls, zero-width and other invisible characters, lone surrogates and
 * noncharacters are shown as `⟦U+202E⟧`. Kept as they are: tab, line feed, the joiners inside an emoji
 * or between letters of a joining script, and a variation selector behind the character it varies.
 * Every kind of line end becomes a line feed; blanks at the end of a line and blank lines around the
 * whole go. The JSON export keeps the text exactly as it was typed.
 *
 * @example visibleText('pay\u202Eload') // 'pay⟦U+202E⟧load'
 */
export function visibleText(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(LINE_ENDS, '\n')
    .replace(HIDDEN, (character: string, at: number, whole: string) =>
      isWelcome(character, at, whole) ? character : marker(character),
    )
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(BLANK_LINES_AROUND, '');
}

/** A character that would hide, and the index of its first UTF-16 unit. */
export interface Hidden {
  readonly character: string;
  readonly from: number;
}

/** What `visibleText` marks, for whoever marks it in another way. Every line end but a line feed is among them. */
export function hiddenIn(text: string): readonly Hidden[] {
  return [...text.matchAll(HIDDEN_OR_LINE_END)].flatMap(({ 0: character, index: from }) =>
    isWelcome(character, from, text) ? [] : [{ character, from }],
  );
}

/** @example codePoint('\u202E') // 'U+202E' */
export function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The same on one line, for headings and cells: a line end shows as `⏎`. */
export function visibleLine(text: string): string {
  const shown = visibleText(text);
  return (shown.includes('\n') ? shown.replace(/\n+/g, ' ⏎ ') : shown).trim();
}

/**
 * JSON on one line with every hidden character written as its `\u` escape: it parses to the same value,
 * and shows what is in it.
 */
export function visibleJson(value: unknown): string {
  const units = (character: string): string =>
    Array.from({ length: character.length }, (_, i) => escaped(character.charCodeAt(i))).join('');
  return JSON.stringify(value).replace(LINE_ENDS, units).replace(HIDDEN, units);
}

/** Most texts are one line with nothing in it that could hide. Some characters are left out that never hide. */
const PLAIN =
  /^[ -~\u00A1-\u00AC\u00AE-\u034E\u0370-\u061B\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\u3163\u3165-\uD7FF]*$/;

const isPlain = (text: string): boolean => PLAIN.test(text) && !text.endsWith(' ');

const LINE_ENDS = /\r\n|[\r\u0085\u2028\u2029]/g;
const HIDDEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}\u{FFF9}-\u{FFFB}]/gu;
const HIDDEN_OR_LINE_END = new RegExp(`${HIDDEN.source}|[\\u2028\\u2029]`, 'gu');
const BLANK_LINES_AROUND = /^\n+|\n+$/g;

const JOINERS = new Set(['\u200C', '\u200D']);
const EMOJI_BEFORE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\u{FE0F}]$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
const JOINING_SCRIPTS = 'Arab Beng Deva Gujr Guru Khmr Knda Mlym Mong Mymr Nkoo Orya Sinh Syrc Taml Telu'
  .split(' ')
  .map((script) => `\\p{Script=${script}}`)
  .join('');
const LETTER_BEFORE = new RegExp(`[${JOINING_SCRIPTS}]$`, 'u');
const LETTER_AFTER = new RegExp(`^[${JOINING_SCRIPTS}]`, 'u');
const VARIATION_SELECTOR = /^\p{Variation_Selector}$/u;
const VARIES_NOTHING = /(?:^|[\s\p{Default_Ignorable_Code_Point}\p{Cc}])$/u;

/** True where a usually hidden character does visible work. */
function isWelcome(character: string, at: number, whole: string): boolean {
  if (character === '\n' || character === '\t') return true;
  const before = whole.slice(Math.max(0, at - 2), at);
  const after = whole.slice(at + character.length, at + character.length + 2);
  if (VARIATION_SELECTOR.test(character)) return !VARIES_NOTHING.test(before);
  if (!JOINERS.has(character)) return false;
  return (
    (EMOJI_BEFORE.test(before) && EMOJI_AFTER.test(after)) ||
    (LETTER_BEFORE.test(before) && LETTER_AFTER.test(after))
  );
}

const marker = (character: string): string => `⟦${codePoint(character)}⟧`;

const escaped = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
