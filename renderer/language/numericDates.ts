import { clockAtStart } from './clockPhrases';
import { dayWithClock } from './dayWithClock';
import type { NamedDay, TimeAtStart } from './timeForms';

const END = String.raw`(?=[\s,]|$)`;
const YEAR = String.raw`(?<year>\d{4}|\d\d)`;
/** `2026-10-01`, `2026/10/1`: the year first leaves no doubt. */
const YEAR_FIRST = new RegExp(
  String.raw`^(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})${END}`,
);
/** `1.10.`, `01.10.2026`: dots are written where the day comes first. */
const DOTTED = new RegExp(String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.${YEAR}?${END}`);
/** `01/10`, `01/10/2026`, `01-10-2026`: either may come first. */
const SLASHED = new RegExp(
  String.raw`^(?<one>\d{1,2})(?:\/(?<other>\d{1,2})(?:\/${YEAR})?|-(?<dashed>\d{1,2})-(?<dashedYear>\d{4}))${END}`,
);
/** `14.32` is a clock in some countries, `31.10` a day, `01.10` may be either. */
const TWO_NUMBERS = /^(?<one>\d{1,2})\.(?<other>\d\d)(?:[ \t]?(?<utc>Z|UTC))?(?=[\s,]|$)/i;

type Groups = { readonly [name: string]: string | undefined };

/** A day in digits with its clock, or two numbers that may be either; undefined when a text begins with neither. */
export function numericDate(text: string): TimeAtStart | undefined {
  const sure = YEAR_FIRST.exec(text) ?? DOTTED.exec(text);
  if (sure) return dayWithClock(dateOf(sure.groups ?? {}), text.slice(sure[0].length));
  const slashed = SLASHED.exec(text);
  if (slashed) return eitherFirst(slashed.groups ?? {}, text.slice(slashed[0].length));
  const numbers = TWO_NUMBERS.exec(text);
  return numbers ? twoNumbers(numbers.groups ?? {}, text.slice(numbers[0].length)) : undefined;
}

/** Without a clock behind it `5/6` is a share of something, and no day. */
function eitherFirst(groups: Groups, rest: string): TimeAtStart | undefined {
  const [one, other] = [Number(groups['one']), Number(groups['other'] ?? groups['dashed'])];
  const year = groups['year'] ?? groups['dashedYear'];
  const of = (day: number, month: number): NamedDay =>
    dateOf({ day: String(day), month: String(month), year });
  if (one > 31 || other > 31 || (one > 12 && other > 12) || one < 1 || other < 1) return undefined;
  const found = dayWithClock(one > 12 || one === other ? of(one, other) : of(other, one), rest);
  if (found?.form.kind !== 'of-day') return found;
  const { clock } = found.form;
  if (clock === undefined) return year === undefined ? undefined : found;
  if (one > 12 || other > 12 || one === other) return found;
  return { ...found, form: { ...found.form, kind: 'dates', days: [of(one, other), of(other, one)], clock } };
}

function twoNumbers(groups: Groups, rest: string): TimeAtStart | undefined {
  const [one, other] = [Number(groups['one']), Number(groups['other'])];
  const isUtc = groups['utc'] !== undefined;
  const mayBeClock = one <= 23 && other <= 59;
  const mayBeDay = !isUtc && one >= 1 && one <= 31 && other >= 1 && other <= 12;
  const day: NamedDay = { kind: 'date', day: one, month: other };
  if (mayBeDay && (!mayBeClock || clockAtStart(rest.trimStart()))) return dayWithClock(day, rest);
  if (mayBeDay) return { form: { kind: 'unclear', problem: 'day-or-clock' }, rest };
  if (!mayBeClock) return undefined;
  const clock = { hour: one, minute: other, second: 0, millisecond: 0 };
  return { form: { kind: 'clock', clock, isUtc }, rest };
}

function dateOf({ day, month, year }: Groups): NamedDay {
  const date = { kind: 'date', day: Number(day), month: Number(month) } as const;
  if (year === undefined) return date;
  return { ...date, year: year.length === 2 ? 2000 + Number(year) : Number(year) };
}
