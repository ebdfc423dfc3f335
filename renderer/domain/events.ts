import type { Attachment } from './attachments';
import type { IncidentId, Stamp } from './ids';
import type { Phase, StampName } from './lifecycle';
import type { NoteKind } from './noteKinds';
import type { Role } from './roles';
import type { Severity } from './severity';
import type { EpochMs } from './time';

export type { NoteKind } from './noteKinds';

/** What kind of thing is tried; the first three have buttons of their own (product: mitigation first). */
export type MitigationAction =
  'rollback' | 'shift' | 'disable' | 'restart' | 'scale' | 'failover' | 'block' | 'other';

/** How an attempt went (MIT2). */
export type Verdict = 'worked' | 'partly' | 'didnt' | 'worse';

/** Update lanes; each is reset only by its own updates. The status page gets its lane later. */
export type Lane = 'internal';

/** What an update says about the incident; it also sets the default cadence (UPD1). */
export type UpdateState = 'investigating' | 'identified' | 'monitoring' | 'resolved';

/** Who an update is written for; all of these are one lane. */
export type Audience = 'internal' | 'executives' | 'support';

/** What an action item would have made better. */
export type ActionCategory = 'detection' | 'mitigation' | 'architectural' | 'process' | 'training';

/** Where an action item stands (ACT2). */
export type ActionState = 'open' | 'in-progress' | 'done' | 'dropped';

/**
 * Everything that can happen to an incident. Past tense; a name and its meaning never change
 * after release (LOG4). Optional fields are absent, never null; null means "known to be nothing".
 */
export type IncidentEvent = Happened & {
  /** What people typed into it was erased for good; only its structure is left (RED2). */
  readonly redacted?: true;
};

type Happened =
  | {
      readonly type: 'incident-declared';
      readonly title: string;
      readonly severity: Severity;
      readonly drill: boolean;
      /** Counts per laptop; shown as INC-0142 or DR-3. The id, not this, is unique. */
      readonly number: number;
      readonly service?: string;
      readonly bridge?: string;
    }
  | { readonly type: 'title-changed'; readonly from: string; readonly to: string }
  | {
      readonly type: 'severity-changed';
      readonly from: Severity;
      readonly to: Severity;
      readonly reason: string;
      readonly afterResolution?: true;
    }
  | {
      readonly type: 'phase-moved';
      readonly from: Phase;
      readonly to: Phase;
      readonly reason?: string;
    }
  | {
      readonly type: 'stamp-set';
      readonly stamp: StampName;
      readonly from: EpochMs | null;
      readonly to: EpochMs | null;
      readonly reason: string;
    }
  | {
      readonly type: 'role-assigned';
      readonly role: Role;
      readonly person: string;
      readonly area?: string;
      /** Who held a single role until now. */
      readonly instead?: string;
    }
  | {
      readonly type: 'role-released';
      readonly role: Role;
      readonly person: string;
      readonly area?: string;
    }
  | {
      readonly type: 'note-logged';
      readonly kind: NoteKind;
      /** '' only where there are pictures. */
      readonly text: string;
      readonly attachments?: readonly Attachment[];
      /** A key entry from the start. */
      readonly pinned?: true;
      /** The note it was split from; that one keeps the words before it. */
      readonly splitFrom?: Stamp;
    }
  | { readonly type: 'entry-kind-changed'; readonly entry: Stamp; readonly kind: NoteKind }
  | { readonly type: 'entry-pinned'; readonly entry: Stamp }
  | { readonly type: 'entry-unpinned'; readonly entry: Stamp }
  /** `entry` stands in `into` from now on, which says both texts in the order they happened. */
  | { readonly type: 'entry-merged'; readonly entry: Stamp; readonly into: Stamp }
  | { readonly type: 'entry-unmerged'; readonly entry: Stamp }
  | {
      readonly type: 'entry-edited';
      readonly entry: Stamp;
      readonly text?: string;
      readonly at?: EpochMs;
    }
  | { readonly type: 'entry-retracted'; readonly entry: Stamp; readonly reason?: string }
  | { readonly type: 'entry-restored'; readonly entry: Stamp }
  | { readonly type: 'entry-redacted'; readonly entry: Stamp; readonly reason?: string }
  | {
      readonly type: 'mitigation-attempted';
      readonly action: MitigationAction;
      readonly what: string;
      readonly owner: string;
      readonly risk?: string;
      readonly checkBackAt: EpochMs;
    }
  | {
      readonly type: 'mitigation-judged';
      readonly attempt: Stamp;
      readonly verdict: Verdict;
      readonly note?: string;
    }
  | {
      readonly type: 'mitigation-check-moved';
      readonly attempt: Stamp;
      readonly checkBackAt: EpochMs;
    }
  | {
      readonly type: 'update-sent';
      readonly lane: Lane;
      readonly number: number;
      readonly audience: Audience;
      readonly state: UpdateState;
      readonly impact: string;
      readonly known: string;
      readonly doing: string;
      readonly workaround?: string;
      /** The promise this update makes; null when it makes none (a final update). */
      readonly nextDueAt: EpochMs | null;
      /** The promise it answers; null when none was open. */
      readonly promisedAt: EpochMs | null;
    }
  | {
      readonly type: 'update-snoozed';
      readonly lane: Lane;
      readonly minutes: number;
      readonly until: EpochMs;
      readonly reason: string;
    }
  | { readonly type: 'update-paused'; readonly lane: Lane; readonly reason: string }
  | { readonly type: 'update-resumed'; readonly lane: Lane; readonly dueAt: EpochMs }
  | {
      readonly type: 'cadence-set';
      readonly lane: Lane;
      /** 5–120; null = the default of severity and state again. */
      readonly minutes: number | null;
    }
  | {
      readonly type: 'incident-resolved';
      readonly summary?: string;
      /** Checklist lines left open; each also became an action item. */
      readonly unticked: readonly string[];
    }
  | { readonly type: 'incident-reopened'; readonly reason: string }
  | {
      readonly type: 'action-item-added';
      readonly text: string;
      readonly owner?: string;
      /** `YYYY-MM-DD`, a calendar day. */
      readonly dueOn?: string;
      readonly category?: ActionCategory;
      /** The entry it was made from. */
      readonly from?: Stamp;
    }
  | {
      readonly type: 'action-item-moved';
      readonly item: Stamp;
      readonly to: ActionState;
      /** Evidence when done, reason when dropped. */
      readonly note?: string;
    }
  | ImportEvent;

/** What comes from files of other tools (IMP8–IMP10). `import` names one import. */
export type ImportEvent =
  | {
      readonly type: 'file-imported';
      readonly import: string;
      readonly format: string;
      readonly file: string;
      /** Records that were taken. */
      readonly count: number;
    }
  | {
      readonly type: 'record-imported';
      readonly import: string;
      readonly format: string;
      /** The record's own id within its format: what is here already is known by it (IMP4). */
      readonly key: string;
      readonly file: string;
      /** Place in the file, for people. */
      readonly where: string;
      readonly kind: NoteKind;
      /** '' where the file names nobody. */
      readonly author: string;
      readonly text: string;
    }
  | {
      readonly type: 'import-undone';
      readonly import: string;
      readonly file: string;
      readonly count: number;
    }
  | {
      readonly type: 'import-restored';
      readonly import: string;
      readonly file: string;
      readonly count: number;
    };

/** True for what comes from files. */
export const isImportEvent = (event: IncidentEvent | Unrecognised): event is ImportEvent =>
  event.type === 'file-imported' ||
  event.type === 'record-imported' ||
  event.type === 'import-undone' ||
  event.type === 'import-restored';

/** The name of an event. */
export type EventType = IncidentEvent['type'];

/** An event this version can't read: a later version's, or damaged. Kept and carried whole (LOG3). */
export interface Unrecognised {
  readonly type: 'unrecognised';
  readonly raw: { readonly type: string; readonly [key: string]: unknown };
}

/** One row of the log; never changed once written. Key: `incidentId` + `stamp`. */
export interface Row<E = IncidentEvent | Unrecognised> {
  readonly incidentId: IncidentId;
  readonly stamp: Stamp;
  /** When it happened; may be back-dated. */
  readonly at: EpochMs;
  /** When it was written. */
  readonly recordedAt: EpochMs;
  /** Who wrote it, as they call themselves; '' when nobody has said yet. */
  readonly by: string;
  readonly event: E;
}

/** A row whose event is of one of the given types. */
export type RowOf<T extends EventType> = Row<Extract<IncidentEvent, { readonly type: T }>>;

/** An event that changes the line another row wrote. */
export type EntryEvent = Extract<IncidentEvent, { readonly type: `entry-${string}` }>;

/** True for an event that changes another row's line. By its type alone: a later version may give others an `entry`. */
export const changesEntry = (event: IncidentEvent | Unrecognised): event is EntryEvent =>
  event.type.startsWith('entry-');
