import type { Attachment } from './attachments';
import type {
  ActionCategory,
  ActionState,
  Audience,
  MitigationAction,
  NoteKind,
  UpdateState,
  Verdict,
} from './events';
import type { Stamp } from './ids';
import type { Phase, StampName } from './lifecycle';
import type { Role } from './roles';
import type { Severity } from './severity';
import type { EpochMs, Ms } from './time';

/** What a person asks for. Imperative; `decide` turns it into events or refuses. */
export type Command =
  | {
      readonly type: 'declare';
      readonly title: string;
      readonly severity: Severity;
      readonly drill: boolean;
      readonly number: number;
      /** May be ''; then nobody commands yet and the board says so. */
      readonly commander: string;
      readonly impactStartedAt?: EpochMs;
      readonly detectedAt?: EpochMs;
      readonly service?: string;
      readonly bridge?: string;
    }
  | { readonly type: 'change-title'; readonly to: string }
  | { readonly type: 'change-severity'; readonly to: Severity; readonly reason: string }
  | { readonly type: 'move-phase'; readonly to: Phase; readonly reason?: string }
  | {
      readonly type: 'set-stamps';
      /** Only the named ones change; null clears one. */
      readonly stamps: { readonly [S in StampName]?: EpochMs | null };
      readonly reason: string;
    }
  | {
      readonly type: 'assign-role';
      readonly role: Role;
      readonly person: string;
      readonly area?: string;
    }
  | {
      readonly type: 'release-role';
      readonly role: Role;
      readonly person: string;
      readonly area?: string;
    }
  | {
      readonly type: 'log-note';
      readonly text: string;
      readonly kind: NoteKind;
      /** First keystroke, or the back-dated time. */
      readonly at: EpochMs;
      readonly attachments?: readonly Attachment[];
      readonly pinned?: true;
    }
  | { readonly type: 'change-kind'; readonly entry: Stamp; readonly kind: NoteKind }
  | { readonly type: 'pin-entry'; readonly entry: Stamp }
  | { readonly type: 'unpin-entry'; readonly entry: Stamp }
  /** The one that happened first keeps both texts. */
  | { readonly type: 'merge-entries'; readonly entry: Stamp; readonly other: Stamp }
  | { readonly type: 'unmerge-entry'; readonly entry: Stamp }
  /** What stands from `offset` on (UTF-16 code units of its text) becomes a note of its own. */
  | { readonly type: 'split-entry'; readonly entry: Stamp; readonly offset: number }
  | {
      readonly type: 'edit-entry';
      readonly entry: Stamp;
      readonly text?: string;
      readonly at?: EpochMs;
    }
  | { readonly type: 'retract-entry'; readonly entry: Stamp; readonly reason?: string }
  | { readonly type: 'restore-entry'; readonly entry: Stamp }
  | { readonly type: 'redact-entry'; readonly entry: Stamp; readonly reason?: string }
  | {
      readonly type: 'attempt-mitigation';
      readonly action: MitigationAction;
      readonly what: string;
      readonly owner: string;
      readonly risk?: string;
      readonly checkBackIn: Ms;
    }
  | {
      readonly type: 'judge-mitigation';
      readonly attempt: Stamp;
      readonly verdict: Verdict;
      readonly note?: string;
    }
  | { readonly type: 'postpone-check'; readonly attempt: Stamp; readonly by: Ms }
  | {
      readonly type: 'send-update';
      readonly audience: Audience;
      readonly state: UpdateState;
      readonly impact: string;
      readonly known: string;
      readonly doing: string;
      readonly workaround?: string;
      readonly nextDueAt: EpochMs | null;
    }
  | { readonly type: 'snooze-update'; readonly minutes: number; readonly reason: string }
  | { readonly type: 'pause-updates'; readonly reason: string }
  | { readonly type: 'resume-updates' }
  | { readonly type: 'set-cadence'; readonly minutes: number | null }
  | { readonly type: 'resolve'; readonly summary?: string; readonly unticked: readonly string[] }
  | { readonly type: 'reopen'; readonly reason: string }
  | {
      readonly type: 'add-action-item';
      readonly text: string;
      readonly owner?: string;
      readonly dueOn?: string;
      readonly category?: ActionCategory;
      readonly from?: Stamp;
    }
  | {
      readonly type: 'move-action-item';
      readonly item: Stamp;
      readonly to: ActionState;
      readonly note?: string;
    }
  | {
      readonly type: 'import-records';
      /** Names the import; a long one comes in several commands. */
      readonly import: string;
      readonly format: string;
      readonly file: string;
      /** Of all records of this import. */
      readonly count: number;
      readonly records: readonly {
        readonly at: EpochMs;
        readonly key: string;
        readonly where: string;
        readonly kind: NoteKind;
        readonly author: string;
        readonly text: string;
      }[];
    }
  | { readonly type: 'undo-import'; readonly import: string }
  | { readonly type: 'restore-import'; readonly import: string };

/** The name of a command. */
export type CommandType = Command['type'];
