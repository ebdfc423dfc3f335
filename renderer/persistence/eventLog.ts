import type { StorageFailure } from '../../electron/contract';
import type { Row } from '../domain/events';
import type { IncidentId, Stamp } from '../domain/ids';
import type { Incident } from '../domain/incident';
import type { IncidentSummary } from '../domain/summary';

/** What became of an append: `durable` = rows of the incident acknowledged after their fsync. */
export type Appended =
  { readonly ok: true; readonly durable: number } | { readonly ok: false; readonly failure: StorageFailure };

/** How far a rebuild of the working copy is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What opening an incident gives: its rows, and how far they are safe. */
export interface OpenedLog {
  /** Every readable row, in log order. */
  readonly rows: readonly Row[];
  /** Their fold. */
  readonly incident: Incident;
  /** How many of them the journal has acknowledged. */
  readonly durable: number;
  /** Rows that the working copy lacked; they are copied into it from the journal, behind all else. */
  readonly restored: number;
  /** The journal could not be read; what the working copy holds is shown. */
  readonly failure?: StorageFailure;
  /** Why a redacted text is still on the disk; it is tried again at each opening. */
  readonly unerased?: StorageFailure;
}

/**
 * Where rows are kept. Rows are only ever added; the same row twice counts once. Opening carries out the
 * redactions that the rows ask for, and that were not or not wholly carried out before (RED6).
 */
export interface EventLog {
  /** All incidents known, in no particular order, each as its last fold described it. */
  list(): Promise<readonly IncidentSummary[]>;
  open(incidentId: IncidentId, onProgress: (progress: Progress) => void): Promise<OpenedLog>;
  /** Resolves once the rows are acknowledged, or with why they could not be. Never rejects for a full disk. */
  append(rows: readonly Row[]): Promise<Appended>;
  /** Copies acknowledged rows and their fold's summary into the working copy. */
  keep(rows: readonly Row[], summary: IncidentSummary): Promise<void>;
  /** Brings every other incident's working copy up to the journal; what it learns is called back. */
  catchUp(onSummary: (summary: IncidentSummary) => void): Promise<void>;
}

/** The name of a row within everything: what merges and repairs compare. */
export interface RowKey {
  readonly incidentId: IncidentId;
  readonly stamp: Stamp;
}
