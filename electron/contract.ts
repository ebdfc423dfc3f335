/**
 * THE contract between the two processes, written once. Types only: main guards and answers it
 * (ipc.ts, guards.ts), the preload exposes it (`satisfies Bridge`), the page calls it (bridge.ts).
 *
 * Expected trouble (a full disk, a read-only folder) comes back as a value, an `Outcome`;
 * a rejected promise means a bug or a foreign caller.
 */

import type { JournalState, JournalVerification, Outcome, StorageFailure, StoredRow } from './logTypes';
import type { Boot, Settings } from './bootTypes';
import type { ArmedUpdate, Lane, Ring } from './alarmTypes';
import type { BundleLine, OpenedBundle } from './bundleTypes';
import type { ChosenImage, SavedImage, StoredImage } from './attachmentTypes';
import type { DeepLink, FailureNews, LeaveAnswer } from './endTypes';
import type { MirrorState } from './mirrorTypes';
import type { NoteKeyChoice, NoteKeyState } from './noteKeyTypes';
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
export type {
  JournalState,
  JournalSummary,
  JournalVerification,
  Json,
  Outcome,
  Recovery,
  StorageFailure,
  StoredRow,
} from './logTypes';
export type { Boot, Settings } from './bootTypes';
export type { ArmedUpdate, Lane, Ring } from './alarmTypes';
export type { BundleLine, OpenedBundle } from './bundleTypes';
export type { ChosenImage, ImageDamage, ImageRefusal, SavedImage, StoredImage } from './attachmentTypes';
export type { DeepLink, FailureNews, LeaveAnswer } from './endTypes';
export type { MirrorState } from './mirrorTypes';
export type { NoteKeyChoice, NoteKeyState } from './noteKeyTypes';

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
  /** Stores an image, if by its bytes it is one; answers when it is on the disk and read back. */
  'attachment:save': { args: [request: { bytes: Uint8Array }]; result: SavedImage };
  /** A person chooses image files, which are stored; empty when cancelled. */
  'attachment:choose': { args: []; result: readonly ChosenImage[] };
  /** The page has taken an image off an unsent note: its file goes, unless a row or another unsent note names it. */
  'attachment:discard': {
    args: [image: Pick<StoredImage, 'sha256' | 'type'>];
    result: void;
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
  'mirror:state': { args: []; result: MirrorState };
  /** A person chooses the folder the journal is copied to as well; null when cancelled. */
  'mirror:choose': { args: []; result: Outcome<MirrorState> | null };
  /** No second place any more; what is in it stays. */
  'mirror:turnOff': { args: []; result: MirrorState };
  /** Shows it in the file manager; false when it can't be shown. */
  'mirror:show': { args: []; result: boolean };
  /** Adds what only the second place has, after a backup of the present; takes nothing away. */
  'mirror:restore': { args: []; result: Outcome<BackupRestored> };
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
  /**
   * A person chooses another folder to keep data in, and the console starts anew there. Null when
   * cancelled; a failure when that one can't be written either.
   */
  'profile:another': { args: []; result: Outcome<null> | null };
  /** Does what a due update does outside the page: notification, flash, badge. */
  'alarm:test': { args: []; result: void };
  'alarm:arm': { args: [update: ArmedUpdate]; result: void };
  'alarm:disarm': { args: [which: { incidentId: string; lane: Lane }]; result: void };
  /**
   * Writes `<export folder>/<folderName>/<fileName>` by temp file, fsync, read-back and rename.
   * The page names no path: both names are reduced to a safe set by main. The `images` (file names) are
   * copied into `attachments` beside it; `missing` counts those that are not there or were changed.
   * `text` may come as UTF-8: a long one as a string would hold up both sides.
   */
  'export:save': {
    args: [
      request: {
        folderName: string;
        fileName: string;
        text: string | Uint8Array;
        images?: readonly string[];
      },
    ];
    result: Outcome<{ path: string; sha256: string; bytes: number; missing: number }>;
  };
  /**
   * Writes the journals of incidents as `<export folder>/<folderName>/<fileName>`, an incident bundle,
   * and reads it back. `rows` is how many are in it; `missing` counts images that could not be put in.
   */
  'bundle:save': {
    args: [request: { folderName: string; fileName: string; incidentIds: readonly string[] }];
    result: Outcome<{
      path: string;
      sha256: string;
      bytes: number;
      rows: number;
      incidents: number;
      missing: number;
    }>;
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
  /**
   * Stores images of the bundle, by file name, before the rows that name them are appended. Those it
   * does not hold are left out; `taken` counts the others.
   */
  'bundle:takeImages': {
    args: [request: { bundle: string; images: readonly string[] }];
    result: { readonly ok: true; readonly taken: number } | { readonly ok: false; readonly why: string };
  };
  /** The page needs the bundle no more. */
  'bundle:close': { args: [request: { bundle: string }]; result: void };
  /** Opens the system's folder dialog; null when the person cancelled. */
  'export:chooseFolder': { args: []; result: string | null };
  /** Shows the last exported file in the file manager; false if there is none. */
  'export:reveal': { args: []; result: boolean };
  'clipboard:write': { args: [content: { text: string; html?: string }]; result: void };
  /** The incidents that main has an alarm for, live or not. */
  'alarm:armed': { args: []; result: readonly string[] };
  'noteKey:state': { args: []; result: NoteKeyState };
  /** The key that begins a note from any program; null turns it off. A refusal leaves what was. */
  'noteKey:choose': { args: [chosen: { key: string | null }]; result: NoteKeyChoice };
  /** Ends in order and starts again with the same arguments. */
  'app:restart': { args: []; result: void };
  /** What to do about a window that was closed, or about Quit. Also unasked: a person chose Quit in the page. */
  'leave:answer': { args: [answer: LeaveAnswer]; result: void };
  /** Shows the newest failure report in the file manager; false if there is none. */
  'failure:show': { args: []; result: boolean };
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
  /** The answer to `app:ping`. */
  'app:pong': [];
}

/** Messages from main to the page. */
export interface Pushes {
  'alarm:rang': Ring;
  /** A native menu item was chosen; ids are those of the page's action registry. */
  'menu:action': { readonly id: string };
  /** Main wants to end: settle what is in flight, then call `app:drained`. */
  'app:drain': Record<string, never>;
  /** A person closes the window or chose Quit in the menu; answered by `leave:answer`. */
  'leave:asked': { readonly how: 'close' | 'quit' };
  /** Are you there? The preload answers, since a page that hangs takes the preload along. */
  'app:ping': Record<string, never>;
  /** An error that nobody caught, in either process. */
  'failure:happened': FailureNews;
  /** A note is to begin, by the key that counts everywhere or by a start that asks for it. */
  'note:now': { readonly at: number; readonly how: 'key' | 'start' };
  /** The system does not give that key back in this run; `why` is a sentence. */
  'noteKey:refused': { readonly why: string };
  /** A checked link was followed. */
  'link:opened': DeepLink;
  /** One that is not what such links look like. */
  'link:refused': Record<string, never>;
  /** The machine woke or the wall clock jumped: draw the clocks anew. */
  'clock:changed': { readonly gapMs: number };
  /** A bundle was opened: from the command line, the file manager, the menu or by dropping it. */
  'bundle:opened': OpenedBundle;
  /** It was not; `why` is a sentence. */
  'bundle:refused': { readonly name: string; readonly why: string };
  /** The last backup failed, or (null) works again. */
  'backup:trouble': { readonly failure: StorageFailure | null };
  /** The journal's second place stands otherwise than told last. */
  'mirror:changed': MirrorState;
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
