import type { BackupIncident, BackupRestored, StoredRow } from '../contract';
import type { RowsPage } from '../journal/incidentJournal';
import type { Journal } from '../journal/journal';
import type { Snapshot } from './readSnapshot';
import { planRestore, type IncidentPlan } from './restorePlan';
import { valueOf } from './storageTrouble';

export interface RestorePlace {
  readonly journal: Pick<Journal, 'state' | 'read' | 'append' | 'redact'>;
}

/** Rows by incident, from a backup or another copy. */
export type RestoredRows = Pick<Snapshot, 'rows'>;

/** Rows a call: small enough that main answers the page in between. */
const ROWS_A_CALL = 500;

/** The way from a backup back into the journals, through their ordinary door. */
export class Restoring {
  constructor(private readonly place: RestorePlace) {}

  async preview(snapshot: RestoredRows): Promise<readonly BackupIncident[]> {
    const incidents: BackupIncident[] = [];
    for (const [incidentId, backup] of snapshot.rows) {
      const { inBackup, here, missing } = await this.plan(incidentId, backup);
      const first = backup.reduce((a, b) => (b.stamp < a.stamp ? b : a));
      incidents.push({ incidentId, inBackup, here, onlyInBackup: missing.length, first });
    }
    return incidents;
  }

  /** Throws `StorageTrouble` where the journal refuses; what was added before stays, and is right. */
  async restore(snapshot: RestoredRows): Promise<Omit<BackupRestored, 'presentKeptAs'>> {
    let rows = 0;
    let incidents = 0;
    for (const [incidentId, backup] of snapshot.rows) {
      const { missing, toRedact } = await this.plan(incidentId, backup);
      if (toRedact.length > 0) valueOf(await this.place.journal.redact(incidentId, toRedact));
      for (let from = 0; from < missing.length; from += ROWS_A_CALL) {
        valueOf(await this.place.journal.append(incidentId, missing.slice(from, from + ROWS_A_CALL)));
      }
      rows += missing.length;
      if (missing.length > 0) incidents += 1;
    }
    return { rows, incidents };
  }

  private async plan(incidentId: string, backup: readonly StoredRow[]): Promise<IncidentPlan> {
    const { journals } = await this.place.journal.state();
    const isHere = journals.some((one) => one.incidentId === incidentId);
    return planRestore(incidentId, backup, isHere ? await this.here(incidentId) : []);
  }

  private async here(incidentId: string): Promise<readonly StoredRow[]> {
    const rows: StoredRow[] = [];
    for (let from: number | null = 0; from !== null;) {
      const page: RowsPage = valueOf(await this.place.journal.read(incidentId, from, ROWS_A_CALL));
      for (const row of page.rows) rows.push(row);
      from = page.next;
    }
    return rows;
  }
}
