/**
 * The part of the contract that speaks of rows and the journal; the page takes it from contract.ts.
 */

/** JSON that has been parsed from, or will be written to, a file. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * One row of the log as it crosses the process border and as it stands in the journal.
 *
 * Main never looks inside `event`; it only keeps it. `at` and `recordedAt` are milliseconds
 * since 1970-01-01T00:00:00Z; `stamp` sorts as text in log order (renderer/domain/stamp.ts).
 */
export interface StoredRow {
  readonly incidentId: string;
  readonly stamp: string;
  readonly at: number;
  readonly recordedAt: number;
  readonly by: string;
  readonly event: { readonly type: string; readonly [key: string]: Json };
}

/** Why a store could not be written or read. `path` is where; `detail` is the system's own word. */
export interface StorageFailure {
  readonly reason:
    'disk-full' | 'read-only' | 'missing' | 'in-the-way' | 'too-many-files' | 'newer-version' | 'failed';
  readonly path: string;
  readonly detail: string;
}

/** What came of a call that a full disk or a missing folder may fail: a value, never a rejection. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: StorageFailure };

/** What the journal holds of one incident. `count` = acknowledged rows; `lastStamp` is null when 0. */
export interface JournalSummary {
  readonly incidentId: string;
  readonly count: number;
  readonly lastStamp: string | null;
}

/** What walking an incident's chain found. The same for the same files. */
export interface JournalVerification {
  readonly rows: number;
  /** Stamps of the rows whose text was erased, in file order. */
  readonly redacted: readonly string[];
  /** The first line that is not what was written, or not where it was; null when the chain holds. */
  readonly brokenAt: { readonly file: string; readonly line: number; readonly why: string } | null;
  /** The chain's end (of what holds): whoever kept an earlier one can tell whether it is still in there. */
  readonly link: string;
}

/** What main found and mended before the window opened; shown once as a banner. */
export interface Recovery {
  /** The last run did not end by itself (kill, power cut, crash). */
  readonly uncleanExit: boolean;
  /** The old working copy was moved aside, so it must be rebuilt from the journal. */
  readonly workingCopyMovedAside: boolean;
  /** Journal files whose torn last line was cut and kept beside them. */
  readonly tornTails: readonly { readonly incidentId: string; readonly keptAt: string }[];
  /** Rows the journal lacked that were read out of the working copy and written back. */
  readonly returnedRows: number;
  /** Lines that could not be read, and were not told of before; everything else was. `line` counts from 1. */
  readonly unreadableLines: readonly {
    readonly incidentId: string;
    readonly file: string;
    readonly line: number;
    readonly why: string;
  }[];
}

/** Answered separately from Boot, since a scan may take longer than the first paint. */
export interface JournalState {
  readonly journals: readonly JournalSummary[];
  readonly recovery: Recovery | null;
  /** The journal folder can't be written at all; the page says so and keeps typing alive. */
  readonly unwritable: StorageFailure | null;
}
