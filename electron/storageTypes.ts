/**
 * The part of the contract that speaks of backups and places; the page takes it from contract.ts.
 */
import type { ImageDamage } from './attachmentTypes';
import type { StoredRow } from './logTypes';

/** A verified copy of all journals in `<profile>/backups`; `file` names it. `takenAt` is epoch ms. */
export interface BackupSummary {
  readonly file: string;
  readonly takenAt: number;
  readonly incidents: number;
  readonly rows: number;
  readonly bytes: number;
}

/** What a backup has of one incident, in rows. `first` is the oldest: it says what was declared. */
export interface BackupIncident {
  readonly incidentId: string;
  readonly inBackup: number;
  readonly here: number;
  readonly onlyInBackup: number;
  readonly first: StoredRow;
}

/** A backup read whole and compared with the journals. */
export interface BackupPreview {
  readonly file: string;
  readonly takenAt: number;
  readonly incidents: readonly BackupIncident[];
}

/** Rows added by restoring, to how many incidents; `presentKeptAs` is the backup of what was here before. */
export interface BackupRestored {
  readonly rows: number;
  readonly incidents: number;
  readonly presentKeptAs: string | null;
}

/** Where things are kept, as paths for people. */
export interface StoragePlaces {
  readonly profile: string;
  readonly journal: string;
  readonly backups: string;
  readonly exports: string;
}

/** What a journal's files say of themselves: readable rows, and all that is wrong, by file. */
export interface IncidentIntegrity {
  readonly incidentId: string;
  readonly rows: number;
  readonly damage: readonly { readonly file: string; readonly why: string }[];
}

/** Every journal read from its first byte to its last. */
export interface IntegrityReport {
  readonly incidents: readonly IncidentIntegrity[];
  /** How many images rows name, and those that are not there or not what was stored. Absent: not looked at. */
  readonly images?: { readonly named: number; readonly damage: readonly ImageDamage[] };
}
