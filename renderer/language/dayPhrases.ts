import { clockAtStart } from './clockPhrases';
import { dayWithClock, ofDay } from './dayWithClock';
import { numberOf } from './numberWords';
import type { NamedDay, TimeAtStart } from './timeForms';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

const WEEKDAY = String.raw`sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?`;
const MONTH = String.raw`jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?`;
const YEAR = String.raw`(?:,?[ \t]+(?<year>(?:19|20)\d\d))?`;

const DAY_PATTERNS: readonly RegExp[] = [
  String.raw`(?<named>the[ \t]+day[ \t]+before[ \t]+yesterday|yesterday|today|tomorrow)`,
  String.raw`(?<count>\d{1,3}|two|three|four|five|six)[ \t]+days[ \t]+ago`,
  String.raw`(?:(?<which>last|next|on)[ \t]+)?(?<weekday>${WEEKDAY})`,
  String.raw`(?:on[ \t]+)?(?<day>\d{1,2})(?:st|nd|rd|th)?[ \t]+(?<month>${MONTH})${YEAR}`,
  String.raw`(?:on[ \t]+)?(?<month>${MONTH})[ \t]+(?<day>\d{1,2})(?:st|nd|rd|th)?${YEAR}`,
].map((source) => new RegExp(String.raw`^${source}(?=[\s,]|$)`, 'i'));

const CLOCK_THEN_DAY = /^[ \t]+(?<named>yesterday|today|tomorrow)(?=\s|$)/i;

type Groups = { readonly [name: string]: string | undefined };

/** A day by its name and a clock, or a clock in words alone; a day without one is left to be asked about. */
export function dayPhrase(text: string): TimeAtStart | undefined {
  return clockFirst(text) ?? dayFirst(text);
}

/** `5pm`, `noon`, `half past two`, `14:32 yesterday`. */
function clockFirst(text: string): TimeAtStart | undefined {
  const found = clockAtStart(text);
  if (!found) return undefined;
  const { clock, isUtc, isEitherHalf, rest } = found;
  const day = CLOCK_THEN_DAY.exec(rest);
  if (day) return { form: ofDay(namedDay(day.groups ?? {}), found), rest: rest.slice(day[0].length) };
  return { form: { kind: 'clock', clock, isUtc, ...(isEitherHalf ? { isEitherHalf } : {}) }, rest };
}

function dayFirst(text: string): TimeAtStart | undefined {
  const start = dayAtStart(text);
  return start && dayWithClock(start.day, start.rest);
}

/** The day a text names at its start, and what follows. */
export function dayAtStart(text: string): { readonly day: NamedDay; readonly rest: string } | undefined {
  for (const pattern of DAY_PATTERNS) {
    const match = pattern.exec(text);
    if (match) return { day: namedDay(match.groups ?? {}), rest: text.slice(match[0].length) };
  }
  return undefined;
}

function namedDay(groups: Groups): NamedDay {
  const named = groups['named']?.toLowerCase();
  if (named !== undefined) return { kind: 'shift', days: SHIFTS[named.slice(0, 3)] ?? 0 };
  if (groups['count'] !== undefined) return { kind: 'shift', days: -numberOf(groups['count']) };
  if (groups['weekday'] !== undefined) {
    const which = groups['which']?.toLowerCase();
    const weekday = DAYS.findIndex((one) => groups['weekday']?.toLowerCase().startsWith(one));
    return { kind: 'weekday', weekday, ...(which === 'last' || which === 'next' ? { which } : {}) };
  }
  const month = 1 + MONTHS.findIndex((one) => groups['month']?.toLowerCase().startsWith(one));
  const year = groups['year'];
  return {
    kind: 'date',
    month,
    day: Number(groups['day']),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** By three letters: `the day before yesterday` is the only one with `the`. */
const SHIFTS: { readonly [start: string]: number } = { the: -2, yes: -1, tod: 0, tom: 1 };
