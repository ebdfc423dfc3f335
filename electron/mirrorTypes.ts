/**
 * The part of the contract that speaks of the journal's second place; the page takes it from contract.ts.
 */
import type { StorageFailure } from './logTypes';

/** How the copy of the journal in another folder stands. */
export interface MirrorState {
  /** The folder a person chose; null when there is no second place. */
  readonly folder: string | null;
  /** 'starting' until all of it was compared once in this run; 'behind' while something is in the way. */
  readonly standing: 'off' | 'starting' | 'level' | 'behind';
  /** Rows that are in the journal and, as far as is known, not in the copy. */
  readonly rowsBehind: number;
  /** Since when it is behind, epoch ms; null while it is not. */
  readonly since: number | null;
  readonly failure: StorageFailure | null;
  /** A text that was redacted here still stands in the copy. */
  readonly redactionWaits: boolean;
  /** Files found in the copy that were not this journal's, put aside there in this run. */
  readonly putAside: number;
  /** Incidents the copy has and this journal has not. */
  readonly onlyThere: number;
}
