import type { EpochMs } from '../domain/time';

/** What wrote a file; told by its content, never by its name (IMP1). */
export type ImportFormat =
  'slack' | 'pagerduty' | 'opsgenie-logs' | 'opsgenie-webhook' | 'alertmanager' | 'grafana' | 'csv';

/** What an imported record tells of. */
export type ImportKind =
  | 'note'
  | 'detection'
  | 'escalation'
  | 'investigation'
  | 'mitigation'
  | 'decision'
  | 'communication'
  | 'handover'
  | 'recovery';

/** One thing that happened, as a file tells it, ready to be looked at. */
export interface ImportRow {
  readonly at: EpochMs;
  /** Microseconds behind `at`, 0–999: some sources are finer than a millisecond. */
  readonly micros: number;
  readonly kind: ImportKind;
  /** '' where the source names nobody. */
  readonly author: string;
  readonly text: string;
  /** Names the record within its format; the same in every copy of the file (IMP4). */
  readonly key: string;
  /** For people: file, record and line. */
  readonly where: string;
  /** Joins, reminders, notifications: not ticked unless somebody wants them (IMP7). */
  readonly noise?: true;
}

/** A record that is there already, earlier in the same file. */
export interface DuplicateRow {
  readonly row: ImportRow;
  readonly reason: string;
  /** It has the id of the other one but says something else, so it may be wanted as well. */
  readonly differs?: true;
}

/** A record or a file nothing could be made of. */
export interface Unreadable {
  readonly where: string;
  /** A sentence without its full stop. */
  readonly reason: string;
}

/** What a person may have to say before a file can be read for sure. */
export interface ImportQuestions {
  /** Some times name no zone. */
  readonly zone: boolean;
  /** Abbreviations some times have that mean several zones: `IST`. */
  readonly zones: readonly string[];
  /** Dates such as 03/04/2020 stand in it, and nothing tells which number is the day. */
  readonly dateOrder: boolean;
  /** Some times name no day. */
  readonly baseDate: boolean;
  /** Some times happened twice, when clocks went back. */
  readonly overlap: boolean;
  /** The columns of a table, and what each was taken for. */
  readonly columns: readonly ColumnGuess[];
}

/** What a column of a table is taken for. */
export type ColumnRole = 'time' | 'date' | 'zone' | 'kind' | 'author' | 'text' | 'none';

/** A column of a table. */
export interface ColumnGuess {
  readonly name: string;
  readonly role: ColumnRole;
}

/** Everything a file holds: each record is a row, a duplicate or unreadable (IMP2). */
export interface ImportReading {
  readonly format: ImportFormat;
  /** By time. */
  readonly rows: readonly ImportRow[];
  readonly duplicates: readonly DuplicateRow[];
  readonly unreadable: readonly Unreadable[];
  readonly warnings: readonly string[];
  /** Authors, in order of appearance. */
  readonly people: readonly string[];
  readonly questions: ImportQuestions;
}

/** A day and a time of day as a wall clock shows them. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/** What a person said, or the defaults: how times without zone, order or day are meant. */
export interface ImportOptions {
  /** IANA name. */
  readonly timeZone: string;
  readonly dateOrder: 'day-first' | 'month-first';
  /** `YYYY-MM-DD` for times without a day; null takes the day of a neighbour. */
  readonly baseDate: string | null;
  readonly overlap: 'earlier' | 'later';
  /** How abbreviations of several zones are meant, in minutes ahead of UTC; times with any other have none. */
  readonly zones?: { readonly [abbreviation: string]: number };
  /** Instead of the guess, one a column. */
  readonly columns?: readonly ColumnRole[];
  /** The instants at which a wall clock in a zone shows that: none, one or two. Handed in. */
  readonly instantsOf: (wall: WallClock, timeZone: string) => readonly EpochMs[];
}

/** A file to be read, wherever it lies. Bytes from `from` up to but without `to`. */
export interface SourceFile {
  /** With forward slashes; its folders are those of the export. */
  readonly path: string;
  readonly size: number;
  readonly read: (from: number, to: number) => Promise<Uint8Array>;
}

/** Called between two pieces of work; throws when the reading was called off. */
export type Breathe = () => Promise<void>;

/** How the work is shared with whoever else needs the thread. */
export interface Pace {
  readonly breathe: Breathe;
  /** Called when a file is about to be gone through twice, so that what is told of its progress counts half. */
  readonly readTwice?: () => void;
}

/** The file as a whole can't be read; the message is a sentence for people. */
export class ImportRefused extends Error {}
