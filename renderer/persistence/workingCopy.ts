import { Dexie, type Table } from 'dexie';
import type { Outcome } from '../../electron/contract';
import { writeRow } from '../domain/upcast';
import type { Row } from '../domain/events';
import type { IncidentId } from '../domain/ids';
import type { IncidentSummary } from '../domain/summary';
import { WorkingCopyNewer, WorkingCopyUnreachable } from './copyTrouble';

/** A row as it stands in IndexedDB: exactly what the journal holds. */
export type KeptRow = ReturnType<typeof writeRow>;

/** Longer than any healthy store takes to open, and no longer than a person at an outage waits for one. */
const OPENING_TAKES_MS = 2_000;

/** 1: rows and summaries. 2: also `meta`, which says which version is needed to read the store. */
export const SCHEMA = 2;
/** Dexie multiplies its versions for IndexedDB. */
const NATIVE_STEPS = 10;

interface Meta {
  readonly key: 'schema';
  readonly leastReader: number;
}

/** What the log needs of a working copy. */
export type Copy = Pick<WorkingCopy, 'summaries' | 'summary' | 'rows' | 'put' | 'renew'>;

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
  readonly #meta: Table<Meta, string>;
  /** Until it has opened or failed. */
  #opening: Promise<void> | undefined;
  /** The opening that took too long. */
  #givenUp: Promise<void> | undefined;
  #isClosed = false;
  #newer: WorkingCopyNewer | undefined;
  /** What is being read or written now. */
  readonly #busy = new Set<Promise<unknown>>();
  /** While the store is replaced by a new one; everything else waits. */
  #renewing: Promise<unknown> | undefined;

  constructor(name = DATABASE_NAME) {
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({ rows: '[incidentId+stamp]', incidents: 'id' });
    this.#db.version(SCHEMA).stores({ meta: 'key' });
    this.#rows = this.#db.table('rows');
    this.#incidents = this.#db.table('incidents');
    this.#meta = this.#db.table('meta');
  }

  summaries(): Promise<readonly IncidentSummary[]> {
    return this.#use(() => this.#incidents.toArray());
  }

  summary(id: IncidentId): Promise<IncidentSummary | undefined> {
    return this.#use(() => this.#incidents.get(id));
  }

  /** Rows in log order, as written; the caller lifts them. */
  rows(id: IncidentId): Promise<readonly KeptRow[]> {
    const from = [id, Dexie.minKey];
    const to = [id, Dexie.maxKey];
    return this.#use(() => this.#rows.where('[incidentId+stamp]').between(from, to).toArray());
  }

  /** Puts rows and the summary that counts them in one transaction; putting a row again is harmless. */
  put(rows: readonly Row[], summary: IncidentSummary | undefined): Promise<void> {
    return this.#use(() =>
      this.#db.transaction('rw', this.#rows, this.#incidents, async () => {
        await this.#rows.bulkPut(rows.map(writeRow));
        if (summary) await this.#incidents.put(summary);
      }),
    );
  }

  /**
   * Starts an empty store in place of this one, whose files `discard` deletes. LevelDB keeps what was
   * overwritten until it happens to compact, so a text can't be erased in it (RED6).
   */
  async renew(discard: () => Promise<Outcome<null>>): Promise<Outcome<null>> {
    while (this.#renewing) await this.#renewing;
    const renewing = this.#renew(discard);
    this.#renewing = renewing.catch(() => undefined);
    try {
      return await renewing;
    } finally {
      this.#renewing = undefined;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#db.close();
  }

  async #renew(discard: () => Promise<Outcome<null>>): Promise<Outcome<null>> {
    await Promise.allSettled(this.#busy);
    this.#db.close();
    return discard();
  }

  async #use<T>(work: () => PromiseLike<T>): Promise<T> {
    while (this.#renewing) await this.#renewing;
    const done = this.#reached().then(work);
    this.#busy.add(done);
    try {
      return await done;
    } finally {
      this.#busy.delete(done);
    }
  }

  /** Rejects while the store keeps everybody waiting; one that is closed or broken says so itself. */
  async #reached(): Promise<void> {
    if (this.#newer) throw this.#newer;
    // Also while it is open but not yet looked at: nothing may be written before.
    if (this.#isClosed || (this.#db.isOpen() && !this.#opening)) return;
    const opening = (this.#opening ??= this.#open());
    if (opening === this.#givenUp) throw new WorkingCopyUnreachable(OPENING_TAKES_MS);
    const late = new Promise<false>((resolve) => setTimeout(resolve, OPENING_TAKES_MS, false));
    const inTime = await Promise.race([opening.then(() => true), late]);
    if (inTime) return;
    this.#givenUp = opening;
    throw new WorkingCopyUnreachable(OPENING_TAKES_MS);
  }

  async #open(): Promise<void> {
    try {
      await this.#db.open();
      await this.#refuseNewer();
    } finally {
      this.#opening = undefined;
    }
  }

  async #refuseNewer(): Promise<void> {
    const meta = await this.#meta.get('schema');
    const version = Math.max(this.#db.backendDB().version / NATIVE_STEPS, meta?.leastReader ?? 0);
    if (version <= SCHEMA) {
      if (!meta) await this.#meta.put({ key: 'schema', leastReader: SCHEMA });
      return;
    }
    this.#newer = new WorkingCopyNewer(version, SCHEMA);
    this.#db.close();
    throw this.#newer;
  }
}
