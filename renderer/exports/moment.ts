import { epochMs, iso, isInstant, type EpochMs } from '../domain/time';

/** An instant as a reader needs it: exact, and in both zones. */
export interface Moment {
  readonly epochMs: EpochMs;
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
const DAY = 86_400_000;
const IN_UTC = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT', 'Etc/UCT', 'Etc/Zulu', 'Zulu', 'UCT']);

/**
 * A clock for `timeZone`, an IANA name.
 *
 * The zone's offset is asked for once per quarter of an hour: offsets change on none but such
 * boundaries since 1972 (IANA tz), and `Intl` is what 10,000 entries would otherwise wait for.
 */
export function clockIn(timeZone: string): Clock {
  const format = offsetFormat(timeZone);
  const inUtc = utcClock();
  if (!format) return { timeZone: 'UTC', moment: rememberingLast(inUtc) };
  const offsets = new Map<number, Offset>();
  const offsetAt = (at: EpochMs): Offset => {
    const quarter = Math.floor(at / QUARTER_HOUR);
    let offset = offsets.get(quarter);
    if (!offset) offsets.set(quarter, (offset = readOffset(format, at)));
    return offset;
  };
  const local = localClock();
  return { timeZone, moment: rememberingLast((at) => ({ ...inUtc(at), local: local(at, offsetAt(at)) })) };
}

/** Most entries are written down in the moment in which they happened. */
function rememberingLast(moment: Clock['moment']): Clock['moment'] {
  let last: Moment | undefined;
  return (at) => (last?.epochMs === at ? last : (last = moment(at)));
}

/** Both zones in one text; the local date only where it differs from the date in UTC. */
export function inBothZones({ utc, local }: Moment): string {
  if (local === undefined) return utc;
  const behindDay = local.indexOf(' ') + 1;
  return `${utc} (${utc.startsWith(local.slice(0, behindDay)) ? local.slice(behindDay) : local})`;
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

/** Milliseconds east of UTC, and how that is written. */
interface Offset {
  readonly ms: number;
  readonly name: string;
}

/** `GMT+01:00`, `GMT-00:01:15` (before 1972) or plain `GMT`. */
function readOffset(format: Intl.DateTimeFormat, at: EpochMs): Offset {
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? [];
  if (sign === undefined) return NO_OFFSET;
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds ?? 0) * 1000;
  return { ms: sign === '-' ? -size : size, name: `${sign}${hours ?? ''}:${minutes ?? ''}` };
}

const NO_OFFSET: Offset = { ms: 0, name: '+00:00' };

function localClock(): (at: EpochMs, offset: Offset) => string {
  const dateOf = dates();
  return (at, offset) => {
    const shifted = at + offset.ms;
    const [shown, name] = isInstant(shifted) ? [shifted, offset.name] : [at, NO_OFFSET.name];
    return `${dateOf(shown)} ${timeOfDay(shown)} ${name}`;
  };
}

function utcClock(): Clock['moment'] {
  const dateOf = dates();
  return (at) => ({ epochMs: at, utc: `${dateOf(at)} ${timeOfDay(at)} UTC` });
}

/** The date in UTC. Its text is made once a day: a long log would else wait for its `Date`s. */
function dates(): (at: EpochMs) => string {
  let day = Number.NaN;
  let date = '';
  return (at) => {
    const asked = Math.floor(at / DAY);
    if (asked !== day) {
      day = asked;
      date = iso(at).slice(0, -'T00:00:00.000Z'.length);
    }
    return date;
  };
}

/** `23:27:00`; milliseconds only where they are not `.000`. */
function timeOfDay(at: EpochMs): string {
  const inDay = at - Math.floor(at / DAY) * DAY;
  const seconds = Math.floor(inDay / 1000);
  const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  const rest = inDay % 1000;
  return rest === 0 ? time : `${time}.${String(rest).padStart(3, '0')}`;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
