/**
 * THE contract between the two processes, written once. Types only: main guards and answers it
 * (ipc.ts, guards.ts), the preload exposes it (`satisfies Bridge`), the page calls it (bridge.ts).
 *
 * Expected trouble (a full disk, a read-only folder) comes back as a value, an `Outcome`;
 * a rejected promise means a bug or a foreign caller.
 */

import type {
  BackupPreview,
  BackupRestored,
  BackupSummary,
  IntegrityReport,
  StoragePlaces,
} from './storageTypes';

export type {
  BackupIncident,
  BackupPreview,
  BackupRestored,
  BackupSummary,
  IncidentIntegrity,
  IntegrityReport,
  StoragePlaces,
} from './storageTypes';

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
  readonly reason: 'disk-full' | 'read-only' | 'missing' | 'in-the-way' | 'too-many-files' | 'failed';
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
  /** Lines that could not be read; everything else was. `line` counts from 1. */
  readonly unreadableLines: readonly {
    readonly incidentId: string;
    readonly file: string;
    readonly line: number;
    readonly why: string;
  }[];
}

/** Small choices that outlive a session; main keeps them in one file, written atomically. */
export interface Settings {
  /** Who writes on this laptop; the `by` of new rows. '' until somebody has said. */
  readonly userName: string;
  /** People seen or typed so far, newest first. */
  readonly people: readonly string[];
  readonly theme: 'auto' | 'dark' | 'light';
  readonly muted: boolean;
  readonly clockZone: 'local' | 'utc';
  /** The incident to open at start, or null for the start screen. */
  readonly openIncident: string | null;
  /** The narrow layout's open tab. */
  readonly tab: 'timeline' | 'roles' | 'mitigate' | 'actions';
  /** Chosen export folder, or null for `<documents>/Incident Console`. */
  readonly exportFolder: string | null;
  /** Team wording of the severity definitions, by severity; missing = the product's. */
  readonly severityDefinitions: { readonly [severity: string]: string };
}

/** Everything the page needs to draw its first screen. */
export interface Boot {
  readonly deviceId: string;
  readonly settings: Settings;
  /** Unsent text by field, e.g. `pad:<incidentId>`. */
  readonly drafts: { readonly [key: string]: string };
  readonly platform: 'darwin' | 'linux' | 'win32';
  readonly locale: string;
  readonly timeZone: string;
  readonly version: string;
}

/** Answered separately from Boot, since a scan may take longer than the first paint. */
export interface JournalState {
  readonly journals: readonly JournalSummary[];
  readonly recovery: Recovery | null;
  /** The journal folder can't be written at all; the page says so and keeps typing alive. */
  readonly unwritable: StorageFailure | null;
}

/** Which promise an alarm is about; an incident has one in each lane. */
export type Lane = 'internal';

/** A promised update, owned by main from the moment it is armed. Instants are wall clock, epoch ms. */
export interface ArmedUpdate {
  readonly incidentId: string;
  readonly lane: Lane;
  readonly title: string;
  readonly dueAt: number;
  /** Snoozed: silent until `dueAt`, and no "due soon" on the way. */
  readonly snoozed: boolean;
}

/** One ring of the alarm. `dueSoon` at T−3 min, `due` at T, `overdue` at T+2, T+5, then every 5 min. */
export interface Ring {
  readonly incidentId: string;
  readonly lane: Lane;
  readonly level: 'due-soon' | 'due' | 'overdue';
  readonly dueAt: number;
  readonly lateMs: number;
  /** The due time passed while the machine slept or the app was closed. */
  readonly missedAsleep: boolean;
}

/** A bundle main has opened and checked whole. Nothing of it is kept until the page appends rows. */
export interface OpenedBundle {
  /** What the page names it by; it never learns the path. */
  readonly bundle: string;
  /** The file's name, for people. */
  readonly name: string;
  /** `rows` = lines in the incident's log. */
  readonly incidents: readonly { readonly incidentId: string; readonly rows: number }[];
  readonly attachments: number;
}

/** One line of a log from a bundle, counted from 1. `why` ends a sentence that starts with "the line …". */
export type BundleLine =
  { readonly line: number; readonly row: StoredRow } | { readonly line: number; readonly why: string };

/** Calls from the page to main; each answers once. */
export interface Requests {
  'app:boot': { args: []; result: Boot };
  /** Waits for the start-up scan of the journals. */
  'journal:state': { args: []; result: JournalState };
  /** Answers only after the rows are fsynced. `durable` = rows of that incident now acknowledged. */
  'journal:append': {
    args: [request: { incidentId: string; rows: readonly StoredRow[] }];
    result: Outcome<{ durable: number }>;
  };
  /** Rows in file order from index `from` (0-based); `next` is null at the end. */
  'journal:read': {
    args: [request: { incidentId: string; from: number; limit: number }];
    result: Outcome<{ rows: readonly StoredRow[]; next: number | null }>;
  };
  /**
   * Erases rows, given in their erased form, in the journal's files, the backups and what is left of
   * drafts. Refuses rows that are not what is there with texts taken out.
   */
  'journal:redact': {
    args: [request: { incidentId: string; rows: readonly StoredRow[] }];
    result: Outcome<{ redacted: number }>;
  };
  'journal:verify': {
    args: [request: { incidentId: string }];
    result: Outcome<JournalVerification>;
  };
  /** Deletes the working copy, and what was kept of older ones, so that no erased text stays in them. */
  'workingCopy:discard': { args: []; result: Outcome<null> };
  /** The working copy failed a write: the next start must rebuild it, however healthy it looks. */
  'workingCopy:suspect': { args: [detail: string]; result: void };
  'settings:save': { args: [patch: Partial<Settings>]; result: Outcome<Settings> };
  'storage:places': { args: []; result: StoragePlaces };
  /** Shows one of the places in the file manager; false when it can't be shown. */
  'storage:show': { args: [place: keyof StoragePlaces]; result: boolean };
  /** Newest first. */
  'backups:list': { args: []; result: Outcome<readonly BackupSummary[]> };
  'backups:take': { args: []; result: Outcome<BackupSummary> };
  'backups:preview': { args: [file: string]; result: Outcome<BackupPreview> };
  /** Adds what only the backup has, after a backup of the present; takes nothing away. */
  'backups:restore': { args: [file: string]; result: Outcome<BackupRestored> };
  /** Reads every journal whole: checksums, digests, chain. */
  'integrity:check': { args: []; result: Outcome<IntegrityReport> };
  /**
   * A person chooses a folder, and the rows are written there together with what the journal can still
   * give, as `<folderName>/log.ndjson`, read back and counted. Null when cancelled.
   */
  'rows:saveElsewhere': {
    args: [request: { incidentId: string; folderName: string; rows: readonly StoredRow[] }];
    result: Outcome<{ path: string; rows: number }> | null;
  };
  /** Does what a due update does outside the page: notification, flash, badge. */
  'alarm:test': { args: []; result: void };
  'alarm:arm': { args: [update: ArmedUpdate]; result: void };
  'alarm:disarm': { args: [which: { incidentId: string; lane: Lane }]; result: void };
  /**
   * Writes `<export folder>/<folderName>/<fileName>` by temp file, fsync, read-back and rename.
   * The page names no path: both names are reduced to a safe set by main.
   */
  'export:save': {
    args: [request: { folderName: string; fileName: string; text: string }];
    result: Outcome<{ path: string; sha256: string; bytes: number }>;
  };
  /**
   * Writes the journals of incidents as `<export folder>/<folderName>/<fileName>`, an incident bundle,
   * and reads it back. `rows` is how many are in it.
   */
  'bundle:save': {
    args: [request: { folderName: string; fileName: string; incidentIds: readonly string[] }];
    result: Outcome<{ path: string; sha256: string; bytes: number; rows: number; incidents: number }>;
  };
  /** Opens the system's file dialog; what was chosen comes as a push. False when cancelled. */
  'bundle:choose': { args: []; result: boolean };
  /** Lines of one log from index `from` (0-based); `next` is null at the end. `why` is a sentence. */
  'bundle:read': {
    args: [request: { bundle: string; incidentId: string; from: number }];
    result:
      | { readonly ok: true; readonly lines: readonly BundleLine[]; readonly next: number | null }
      | { readonly ok: false; readonly why: string };
  };
  /** The page needs the bundle no more. */
  'bundle:close': { args: [request: { bundle: string }]; result: void };
  /** Opens the system's folder dialog; null when the person cancelled. */
  'export:chooseFolder': { args: []; result: string | null };
  /** Shows the last exported file in the file manager; false if there is none. */
  'export:reveal': { args: []; result: boolean };
  'clipboard:write': { args: [content: { text: string; html?: string }]; result: void };
  /** The page has nothing more in flight; main may end (answer to the push `app:drain`). */
  'app:drained': { args: []; result: void };
}

/** Messages from the page that need no answer; typed text must never wait for one. */
export interface Messages {
  /** '' removes the draft. Written at once, fdatasync at most 200 ms later. */
  'draft:set': [draft: { key: string; text: string }];
  'failure:report': [report: { message: string; stack: string }];
}

/** Messages from the preload alone: the page can send nothing on these channels. */
export interface PreloadMessages {
  /** Files a person dropped onto the window, as paths. */
  'bundle:dropped': [paths: readonly string[]];
}

/** Messages from main to the page. */
export interface Pushes {
  'alarm:rang': Ring;
  /** A native menu item was chosen; ids are those of the page's action registry. */
  'menu:action': { readonly id: string };
  /** Main wants to end: settle what is in flight, then call `app:drained`. */
  'app:drain': Record<string, never>;
  /** The machine woke or the wall clock jumped: draw the clocks anew. */
  'clock:changed': { readonly gapMs: number };
  /** A bundle was opened: from the command line, the file manager, the menu or by dropping it. */
  'bundle:opened': OpenedBundle;
  /** It was not; `why` is a sentence. */
  'bundle:refused': { readonly name: string; readonly why: string };
  /** The last backup failed, or (null) works again. */
  'backup:trouble': { readonly failure: StorageFailure | null };
  /** The disk of the profile is nearly full, or is no longer. */
  'disk:space': { readonly level: 'ok' | 'low' | 'critical'; readonly freeBytes: number };
  /** The idle verification found a journal damaged. */
  'journal:damaged': { readonly incidentId: string; readonly file: string; readonly why: string };
}

/** `window.bridge`, all the page can reach. */
export interface Bridge {
  call<K extends keyof Requests>(channel: K, ...args: Requests[K]['args']): Promise<Requests[K]['result']>;
  send<K extends keyof Messages>(channel: K, ...args: Messages[K]): void;
  /** Returns the function that stops listening. */
  on<K extends keyof Pushes>(channel: K, listener: (payload: Pushes[K]) => void): () => void;
}
