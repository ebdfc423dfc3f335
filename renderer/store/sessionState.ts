import type { StorageFailure } from '../../electron/contract';
import type { Command } from '../domain/commands';
import type { IncidentId, Stamp } from '../domain/ids';
import { NO_INCIDENT, type Incident } from '../domain/incident';
import type { Refusal } from '../domain/refusals';
import type { IncidentSummary } from '../domain/summary';
import type { EpochMs } from '../domain/time';
import type { Progress } from '../persistence/eventLog';

export interface SessionState {
  readonly status: 'closed' | 'opening' | 'open';
  /** Set while opening takes its time: a rebuild from the journal. */
  readonly progress: Progress | null;
  readonly openId: IncidentId | null;
  readonly incident: Incident;
  /** Rows of the open incident that the journal has acknowledged after its fsync. */
  readonly durable: number;
  /** The newest acknowledged stamp; entries behind it are not saved yet. */
  readonly savedUpTo: Stamp | null;
  readonly savedAt: EpochMs | null;
  readonly unsaved: number;
  /** Since when something has been waiting to be acknowledged. */
  readonly unsavedSince: EpochMs | null;
  readonly failure: StorageFailure | null;
  /** Why the journal of the open incident could not be read or completed; its working copy is shown. */
  readonly unread: StorageFailure | null;
  /** Why a text that is redacted, and shown no more, is still on the disk. */
  readonly unerased: StorageFailure | null;
}

export type Ran = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

export interface SessionEvents {
  readonly onSummary: (summary: IncidentSummary) => void;
  /** Rows the working copy lacked were copied from the journal. */
  readonly onRestored: (count: number) => void;
  /** A command given while the log was still being read was refused afterwards. */
  readonly onLateRefusal: (refusal: Refusal, command: Command) => void;
}

/** No incident is open. */
export const CLOSED: SessionState = {
  status: 'closed',
  progress: null,
  openId: null,
  incident: NO_INCIDENT,
  durable: 0,
  savedUpTo: null,
  savedAt: null,
  unsaved: 0,
  unsavedSince: null,
  failure: null,
  unread: null,
  unerased: null,
};
