/** `Europe/Berlin`, with or without brackets, behind a time. */
const NAMED_ZONE = / ?[([]?([A-Za-z][A-Za-z_]{1,20}(?:\/[A-Za-z][A-Za-z0-9_+-]{1,30}){1,2})[)\]]?$/;
/** Behind an offset it says the same again: `+02:00[Europe/Berlin]`, `+0200 CEST`, `GMT+0200 (Central …)`. */
const REPEATED_ZONE = /([+-]\d\d:?\d\d) ?[([]?[A-Za-z][A-Za-z_/ ]{1,40}[)\]]?$/;
/** `Wed May 1 10:00:00 UTC 2024`, as `date` and Java write it. */
const YEAR_LAST =
  /^(?:[A-Za-z]{2,9},? )?([A-Za-z]{3,9}) (\d{1,2}) (\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)( [A-Za-z]{2,5}| [+-]\d{4})? (\d{4})$/;
/** `20240501T100000Z`; without a letter between only as a whole, or it is a count of something. */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:[T ]|(?=\d{6}$))(\d\d):?(\d\d):?(\d\d)?(?![\d:])/;
/** `10:00 AM, May 1, 2024` */
const CLOCK_FIRST = /^(\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?: ?[ap]\.? ?m\.?)?),? (?:on )?(.*\d{4}.*)$/i;

/** A time's text in the one form among many that the reader knows, and the zone it names by its IANA name. */
export interface TidyTime {
  readonly text: string;
  readonly timeZone?: string;
}

/** Takes out of a time's text what programs write in different ways and always mean the same by. */
export function tidyTime(cell: string): TidyTime {
  const text = cell
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('\u2212', '-')
    .replace(/ m=[+-][\d.]+$/, '')
    .replace(REPEATED_ZONE, '$1')
    .replace(/^(\d{9,19}),(\d{1,9})$/, '$1.$2')
    .replace(YEAR_LAST, '$1 $2, $5 $3$4')
    .replace(COMPACT, expanded)
    .replace(/ ?\(([A-Za-z]{1,5})\)$/, ' $1');
  const timeZone = NAMED_ZONE.exec(text);
  const before = text.slice(0, timeZone?.index).trim();
  if (timeZone?.[1] === undefined || !/(?:\d|[ap]\.? ?m\.?)$/i.test(before)) return { text };
  return { text: before, timeZone: timeZone[1] };
}

/** The day put in front, if the clock stands there. */
export const dayInFront = (text: string): string => text.replace(CLOCK_FIRST, '$2 $1');

const expanded = (...[, year, month, day, hour, minute, second = '00']: readonly string[]): string =>
  `${year}-${month}-${day} ${hour}:${minute}:${second}`;
