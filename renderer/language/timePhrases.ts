import { HOUR, MINUTE, ms, type Ms } from '../domain/time';
import { countsFromElsewhere, type TimeAtStart, type TimeForm } from './timeForms';
import { dayPhrase } from './dayPhrases';
import { NUMBER_WORDS, numberOf } from './numberWords';

/**
 * Reads the plain English a text starts with: `ten minutes ago`, `an hour and a half ago`, `in 20 min`,
 * `5pm`, `noon`, `half past two`, `yesterday 14:00`, `last friday at 5pm`, `23 nov 14:32`. Only what has one
 * meaning, or two that can be asked about, is in it: no "a few", no "this evening". Undefined when the text starts with nothing of the kind.
 */
export function phraseAtStart(text: string): TimeAtStart | undefined {
  return length(text, AGO, -1) ?? length(text, IN, 1) ?? bare(text) ?? now(text) ?? dayPhrase(text);
}

/** Lengths that are no sum of numbers and units. */
const WHOLE: { readonly [words: string]: Ms } = {
  'half an hour': ms(30 * MINUTE),
  'a quarter of an hour': ms(15 * MINUTE),
  'three quarters of an hour': ms(45 * MINUTE),
  'half a minute': ms(30_000),
};

const UNITS: { readonly [initial: string]: Ms } = { s: ms(1_000), m: MINUTE, h: HOUR };

const NUMBER = String.raw`\d{1,4}|${['a', 'an', ...Object.keys(NUMBER_WORDS)].toSorted().toReversed().join('|')}`;
const UNIT = 'seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h';
const PART = String.raw`(?:${NUMBER})[ \t]*(?:${UNIT})\b`;
const SUM = String.raw`${PART}(?:(?:[ \t]+and|,)?[ \t]*${PART}){0,2}`;
const HALVES = String.raw`(?:an|one|${NUMBER})[ \t]+hours?[ \t]+and[ \t]+a[ \t]+half|(?:${NUMBER})[ \t]+and[ \t]+a[ \t]+half[ \t]+hours`;
const LENGTH = String.raw`(?<length>${HALVES}|${Object.keys(WHOLE).join('|')}|${SUM})`;
const END = String.raw`(?=\s|$)`;

const AGO = new RegExp(String.raw`^${LENGTH}[ \t]+ago${END}`, 'i');
const IN = new RegExp(String.raw`^in[ \t]+${LENGTH}${END}`, 'i');
const NOW = new RegExp(String.raw`^(?:just[ \t]+)?now${END}`, 'i');
/** Only in digits: “a second deploy” is no length. */
const BARE = new RegExp(
  String.raw`^(?<length>\d{1,4}[ \t]*(?:${UNIT})\b(?:(?:[ \t]+and|,)?[ \t]*\d{1,4}[ \t]*(?:${UNIT})\b){0,2})${END}`,
  'i',
);
const EACH = new RegExp(String.raw`(?<number>${NUMBER})[ \t]*(?<unit>[smh])[a-z]*`, 'gi');

function length(text: string, pattern: RegExp, sign: 1 | -1): TimeAtStart | undefined {
  const match = pattern.exec(text);
  const words = match?.groups?.['length'];
  if (!match || words === undefined) return undefined;
  return { form: relative(ms(sign * sizeOf(words))), rest: text.slice(match[0].length) };
}

/** `7 min`: ago or ahead, as is asked for. */
function bare(text: string): TimeAtStart | undefined {
  const match = BARE.exec(text);
  const rest = text.slice(match?.[0].length ?? 0);
  const words = match?.groups?.['length'];
  if (words === undefined || countsFromElsewhere(rest)) return undefined;
  return { form: { kind: 'relative', length: ms(sizeOf(words)), isSigned: false }, rest };
}

function now(text: string): TimeAtStart | undefined {
  const match = NOW.exec(text);
  return match ? { form: relative(ms(0)), rest: text.slice(match[0].length) } : undefined;
}

const relative = (by: Ms): TimeForm => ({ kind: 'relative', length: by, isSigned: true });

function sizeOf(words: string): number {
  const plain = words.toLowerCase().replace(/[ \t]+/g, ' ');
  const whole = WHOLE[plain];
  if (whole !== undefined) return whole;
  const half = / and a half\b/.test(plain) ? HOUR / 2 : 0;
  let sum = half;
  for (const { groups } of plain.replace(' and a half', '').matchAll(EACH)) {
    sum += countOf(groups?.['number'] ?? '') * (UNITS[groups?.['unit'] ?? ''] ?? 0);
  }
  return sum;
}

const countOf = (word: string): number => (word === 'a' || word === 'an' ? 1 : numberOf(word));
