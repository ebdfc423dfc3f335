import { epochMs, iso, isInstant, type EpochMs } from '../domain/time';

/** An instant as a reader needs it: exact, in both zones, and fit for JSON. */
export interface Moment {
  readonly epochMs: EpochMs;
  /** `2017-01-31T23:27:00.000Z`. */
  readonly iso: string;
  /** `2017-01-31 23:27:00 UTC`; milliseconds only where they are not `.000`. */
  readonly utc: string;
  /** `2017-02-01 00:27:00 +01:00`; absent when the reader's zone is UTC itself. */
  readonly local?: string;
}

/** Writes instants in UTC and one zone. */
export interface Clock {
  /** The IANA name in use; `UTC` when the one asked for is unknown on this machine. */
  readonly timeZone: string;
  readonly moment: (at: EpochMs) => Moment;
}

const QUARTER_HOUR = 900_000;
const IN_UTC = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Etc/UCT', 'Etc/Zulu', 'Zulu', 'UCT']);

/**
 * A clock for `timeZone`, an IANA name.
 *
 * The zone's offset is asked for once per quarter of an hour: offsets change on none but such
 * boundaries since 1972 (IANA tz), and `Intl` is what 10,000 entries would otherwise wait for.
 */
export function clockIn(timeZone: string): Clock {
  const format = offsetFormat(timeZone);
  if (!format) return { timeZone: 'UTC', moment: inUtc };
  const offsets = new Map<number, number>();
  const offsetAt = (at: EpochMs): number => {
    const quarter = Math.floor(at / QUARTER_HOUR);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = readOffset(format, at);
    offsets.set(quarter, offset);
    return offset;
  };
  return {
    timeZone,
    moment: (at) => ({ ...inUtc(at), local: localText(at, offsetAt(at)) }),
  };
}

/** Both zones in one text; the local date only where it differs from the date in UTC. */
export function inBothZones(moment: Moment): string {
  if (moment.local === undefined) return moment.utc;
  const [utcDay = '', ...utcRest] = moment.utc.split(' ');
  const [localDay, ...localRest] = moment.local.split(' ');
  const local = localDay === utcDay ? localRest.join(' ') : moment.local;
  return `${[utcDay, ...utcRest].join(' ')} (${local})`;
}

const INSTANT_IN_TEXT = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z/g;

/** The text with each ISO instant in UTC printed for people; what is no real instant stays. */
export function withReadableInstants(text: string, clock: Clock): string {
  return text.replace(INSTANT_IN_TEXT, (written) => {
    const at = Date.parse(written);
    return Number.isNaN(at) ? written : inBothZones(clock.moment(epochMs(at)));
  });
}

function offsetFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  if (IN_UTC.has(timeZone)) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** Milliseconds east of UTC; `GMT+01:00`, `GMT-00:01:15` (before 1972) or plain `GMT`. */
function readOffset(format: Intl.DateTimeFormat, at: EpochMs): number {
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  if (sign === undefined) return 0;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds ?? 0) * 1000;
  return sign === '-' ? -size : size;
}

function localText(at: EpochMs, offset: number): string {
  const shifted = at + offset;
  return isInstant(shifted) ? dateAndTime(iso(shifted), offsetName(offset)) : dateAndTime(iso(at), '+00:00');
}

function inUtc(at: EpochMs): Moment {
  const text = iso(at);
  return { epochMs: at, iso: text, utc: dateAndTime(text, 'UTC') };
}

/** `2017-01-31T23:27:00.000Z` as `2017-01-31 23:27:00`, and the zone behind it. */
function dateAndTime(text: string, zone: string): string {
  const [day = '', time = ''] = text.replace('Z', '').split('T');
  return `${day} ${time.replace('.000', '')} ${zone}`;
}

function offsetName(offset: number): string {
  const minutes = Math.floor(Math.abs(offset) / 60_000);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
