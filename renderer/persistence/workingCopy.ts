import { Dexie, type Table } from 'dexie';
import { writeRow } from '../domain/upcast';
import type { Row } from '../domain/events';
import type { IncidentId } from '../domain/ids';
import type { IncidentSummary } from '../domain/summary';

/** A row as it stands in IndexedDB: exactly what the journal holds. */
type KeptRow = ReturnType<typeof writeRow>;

/** The name is part of where the data lives: it never changes. */
export const DATABASE_NAME = 'incident-console';

/**
 * The working copy: what the app reads from, and can always be rebuilt from the journal (LOG7).
 * Strict durability costs about 0.4 ms a write and is the difference between losing nothing and
 * losing everything on a power cut.
 */
export class WorkingCopy {
  readonly #db: Dexie;
  readonly #rows: Table<KeptRow, [string, string]>;
  readonly #incidents: Table<IncidentSummary, string>;

  constructor(name = DATABASE_NAME) {
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({ rows: '[incidentId+stamp]', incidents: 'id' });
    this.#rows = this.#db.table('rows');
    this.#incidents = this.#db.table('incidents');
  }

  summaries(): Promise<readonly IncidentSummary[]> {
    return this.#incidents.toArray();
  }

  summary(id: IncidentId): Promise<IncidentSummary | undefined> {
    return this.#incidents.get(id);
  }

  /** Rows in log order, as written; the caller lifts them. */
  rows(id: IncidentId): Promise<readonly KeptRow[]> {
    return this.#rows.where('[incidentId+stamp]').between([id, Dexie.minKey], [id, Dexie.maxKey]).toArray();
  }

  /** Puts rows and the summary that counts them in one transaction; putting a row again is harmless. */
  async put(rows: readonly Row[], summary: IncidentSummary | undefined): Promise<void> {
    await this.#db.transaction('rw', this.#rows, this.#incidents, async () => {
      await this.#rows.bulkPut(rows.map(writeRow));
      if (summary) await this.#incidents.put(summary);
    });
  }

  close(): void {
    this.#db.close();
  }
}
