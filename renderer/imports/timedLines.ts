/** A pasted line that says when it happened. */
export interface TimedLine {
  /** As written, for whoever reads times: `14:32`, `2026-11-23 14:32:10`, `3:05 PM` as `15:05`. */
  readonly time: string;
  /** Am or pm was `said`, or is `open`: an hour of 1 to 12 without either. Absent for 00 and 13 to 23. */
  readonly half?: 'said' | 'open';
  /** `2:41`, which a clock of 24 hours seldom writes. */
  readonly isUnpadded?: true;
  /** Whoever is named in front of it, as Slack copies it. */
  readonly author?: string;
  readonly text: string;
}

const CLOCK = String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d{1,9})?)?`;
const ZONE = String.raw`(?:\s?(?:Z|UTC)|[+-]\d\d:?\d\d)?`;
const TIME = String.raw`(?:(?<day>\d{4}-\d\d-\d\d)[T ]+)?(?<clock>${CLOCK})(?<zone>${ZONE})(?:\s?(?<half>[AaPp])\.?[Mm]\.?)?`;
/** In brackets or not, with a bullet before it and a dash or a colon behind it. */
const LEADING = new RegExp(
  String.raw`^\s*(?:[-*•]\s+)?[[(]?${TIME}[\])]?(?:\s*[-–—|:]+\s+|\s+)(?<text>\S.*)$`,
);
/** A line of its own, as Slack copies the head of a message. */
const HEAD = new RegExp(String.raw`^\s*(?<author>[\p{L}][\p{L}\p{N} ._'-]{0,60}?)\s+\[?${TIME}\]?\s*$`, 'u');

/** Longer pastes are files, and are better imported as such. */
const MOST_LINES = 500;

/**
 * The timed notes a pasted block reads as, or undefined when it is no such block (IMP11): every line must begin
 * with a time, or, as Slack copies them, each message with a line of a name and a time.
 *
 * @example timedLines('14:32 pager went\n14:35 rolled back')?.length // 2
 */
export function timedLines(block: string): readonly TimedLine[] | undefined {
  const lines = block.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  if (lines.length < 2 || lines.length > MOST_LINES) return undefined;
  return leading(lines) ?? headed(lines);
}

function leading(lines: readonly string[]): readonly TimedLine[] | undefined {
  const found: TimedLine[] = [];
  for (const line of lines) {
    const groups = LEADING.exec(line)?.groups;
    const time = groups && timeOf(groups);
    if (groups && time !== undefined)
      found.push({ time, ...halfOf(groups), text: (groups['text'] ?? '').trim() });
    else if (found.length === 0 || !/^\s{2,}\S/.test(line)) return undefined;
    else found.push(continued(found.pop(), line));
  }
  return found.length >= 2 ? found : undefined;
}

/** An indented line goes on with the note before it. */
const continued = (before: TimedLine | undefined, line: string): TimedLine => ({
  time: '',
  ...before,
  text: `${before?.text ?? ''}\n${line.trim()}`,
});

function headed(lines: readonly string[]): readonly TimedLine[] | undefined {
  const found: { head: Omit<TimedLine, 'text' | 'author'>; author: string; lines: string[] }[] = [];
  for (const line of lines) {
    const groups = HEAD.exec(line)?.groups;
    const time = groups && timeOf(groups);
    if (groups && time !== undefined)
      found.push({ head: { time, ...halfOf(groups) }, author: (groups['author'] ?? '').trim(), lines: [] });
    else if (found.length === 0) return undefined;
    else found.at(-1)?.lines.push(line.trim());
  }
  if (found.length < 2 || found.some((one) => one.lines.length === 0)) return undefined;
  return found.map(({ head, author, lines: text }) => ({ ...head, author, text: text.join('\n') }));
}

type Groups = { readonly [name: string]: string | undefined };

function halfOf({ clock = '', half }: Groups): Pick<TimedLine, 'half' | 'isUnpadded'> {
  const hour = Number(clock.split(':')[0]);
  if (half !== undefined) return { half: 'said' };
  if (hour < 1 || hour > 12) return {};
  return /^\d:/.test(clock) ? { half: 'open', isUnpadded: true } : { half: 'open' };
}

/**
 * True when the clocks of a block may be of twelve hours, and nothing says of which half: one says am or pm and
 * another does not, or all are of 1 to 12 and are written like `2:41`, or go from 12 to 1.
 */
export function asksForHalf(lines: readonly TimedLine[]): boolean {
  const open = lines.filter(({ half }) => half === 'open');
  if (open.length === 0) return false;
  if (lines.some(({ half }) => half === 'said')) return true;
  if (open.length < lines.length) return false;
  const hours = lines.map(({ time }) => hourOf(time));
  const goesRound = hours.some((hour, i) => hour === 1 && hours[i - 1] === 12);
  return goesRound || lines.some(({ isUnpadded }) => isUnpadded);
}

/** The time of a line with its open clock put into a half of the day. */
export function inHalf({ time, half }: TimedLine, wanted: 'am' | 'pm'): string {
  if (half !== 'open') return time;
  const hour = (hourOf(time) % 12) + (wanted === 'pm' ? 12 : 0);
  return time.replace(/(^| )\d\d(?=:)/, (_, before: string) => `${before}${String(hour).padStart(2, '0')}`);
}

/** True when a line says its day itself. */
export const namesDay = ({ time }: Pick<TimedLine, 'time'>): boolean => /^\d{4}-/.test(time);

const hourOf = (time: string): number => Number(/(?:^| )(\d\d):/.exec(time)?.[1] ?? 0);

/** The time with a clock of 24 hours; undefined for what no clock shows. */
function timeOf(groups: Groups): string | undefined {
  const { day, clock = '', zone = '', half } = groups;
  const [hours = '', ...rest] = clock.split(':');
  const hour = Number(hours);
  if (hour > 23 || Number(rest[0]) > 59 || Number((rest[1] ?? '0').slice(0, 2)) > 59) return undefined;
  if (half !== undefined && (hour > 12 || hour === 0 || zone !== '')) return undefined;
  const of24 = half === undefined ? hour : (hour % 12) + (/p/i.test(half) ? 12 : 0);
  const text = [String(of24).padStart(2, '0'), ...rest].join(':');
  return `${day === undefined ? '' : `${day} `}${text}${zone.trim() === '' ? '' : zone.trim().replace('UTC', 'Z')}`;
}
