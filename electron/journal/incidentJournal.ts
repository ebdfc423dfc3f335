import type { JournalVerification, Outcome, StoredRow } from '../contract';
import { failed, ok } from '../files/storageFailure';
import { copyFiles } from './copyFiles';
import { eraseInFiles } from './eraseFiles';
import { refuseOthers } from './erasure';
import { IncidentFile } from './incidentFile';
import { scanIncident, type IncidentState } from './incidentScan';
import type { JournalPlace } from './journalPlace';
import { readRows } from './readRow';
import type { RowIndex } from './rowIndex';
import { segmentsByIncident } from './segmentName';
import { newRowsOf, StampTaken } from './sift';
import { verifyChain } from './verifyChain';

/** Rows in file order; `next` is the index to go on from, null at the end. */
export interface RowsPage {
  readonly rows: readonly StoredRow[];
  readonly next: number | null;
}

type Appended = Outcome<{ durable: number }>;

interface Waiting {
  readonly rows: readonly StoredRow[];
  readonly answer: (outcome: Appended) => void;
}

/**
 * The journal of one incident: acknowledged means fsynced.
 *
 * Appends wait in one queue with one flusher (group commit): whatever gathered while the last fsync
 * ran is written as one block with one fsync and acknowledged together, so a slow disk costs one
 * wait and not one per row, and rows reach the file in the order they came.
 */
export class IncidentJournal {
  private readonly queue: Waiting[] = [];
  private readonly file: IncidentFile;
  private head: Omit<IncidentState, 'segments'>;
  private index: RowIndex | null = null;
  /** The end of the chain of things done to the files; one at a time. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly place: JournalPlace,
    private readonly incidentId: string,
    state: IncidentState,
  ) {
    this.head = state;
    this.file = new IncidentFile(place, incidentId, state.segments);
  }

  get state(): IncidentState {
    return { ...this.head, segments: this.file.segments };
  }

  /** Whether the files are certainly as `state` says, so that a checkpoint may vouch for them. */
  get certain(): boolean {
    return !this.file.stale && this.file.segments.every((one) => one.use === 'open');
  }

  /** Answers once the rows are durable, or with the reason why none of them was accepted. */
  append(rows: readonly StoredRow[]): Promise<Appended> {
    return new Promise((answer) => {
      this.queue.push({ rows, answer });
      if (this.queue.length === 1) void this.exclusively(() => this.commit(this.queue.splice(0)));
    });
  }

  /** At most `limit` rows from the row with index `from` (0-based) on. */
  async read(from: number, limit: number): Promise<Outcome<RowsPage>> {
    try {
      return ok(await this.page(from, limit));
    } catch {
      // A line that went bad since it was indexed: look again, then leave it out.
      this.index = null;
    }
    try {
      return ok(await this.page(from, limit));
    } catch (error) {
      return failed(error, this.file.path);
    }
  }

  /** Erases rows in the files (RED6). Each must be the erased form of one that is there. */
  async redact(rows: readonly StoredRow[]): Promise<Outcome<{ redacted: number }>> {
    try {
      await this.exclusively(() => this.erase(rows));
      this.place.changed(this.incidentId, 'erased');
      return ok({ redacted: rows.length });
    } catch (error) {
      return failed(error, this.file.path);
    }
  }

  /** Walks the chain from its first line to its last (RED7). */
  async verify(): Promise<Outcome<JournalVerification>> {
    const { files, folder } = this.place;
    const names = async () => segmentsByIncident(await files.list(folder)).get(this.incidentId) ?? [];
    try {
      return ok(await this.exclusively(async () => verifyChain(files, folder, await names())));
    } catch (error) {
      return failed(error, this.file.path);
    }
  }

  /**
   * Takes in rows that were read out of a working copy, those of them whose stamp is not here; how many.
   * A row that is here, be it redacted, is the better one.
   */
  adopt(rows: readonly StoredRow[]): Promise<number> {
    return this.exclusively(async () => {
      const index = await this.indexed();
      const missing = rows.filter(({ stamp }) => !index.find(stamp));
      if (missing.length > 0) await this.write(missing.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)));
      return missing.length;
    });
  }

  /** A line went bad: reads the files anew, so that its row counts as lacking and can be written again. */
  async recheck(): Promise<void> {
    await this.exclusively(() => this.rescan());
  }

  /** The files as they stand at one moment, each as far as it is acknowledged. */
  async copy(): Promise<Outcome<readonly { readonly file: string; readonly bytes: Buffer }[]>> {
    const { files, folder } = this.place;
    try {
      return ok(await this.exclusively(() => copyFiles(files, folder, this.incidentId, this.file.segments)));
    } catch (error) {
      return failed(error, this.file.path);
    }
  }

  /** Waits for what is queued and closes the files; a later append opens them again. */
  async close(): Promise<void> {
    await this.exclusively(() => this.file.close());
  }

  private async page(from: number, limit: number): Promise<RowsPage> {
    const index = this.index ?? (await this.exclusively(() => this.indexed()));
    const places = index.page(from, limit);
    const { files, folder } = this.place;
    const rows = await readRows(files, folder, this.incidentId, places);
    const after = from + places.length;
    return { rows, next: after < index.count ? after : null };
  }

  private exclusively<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }

  private async commit(batch: readonly Waiting[]): Promise<void> {
    const accepted: Waiting[] = [];
    const fresh = new Map<string, StoredRow>();
    const erased: StoredRow[] = [];
    try {
      if (this.file.stale) await this.rescan();
      for (const waiting of batch) {
        const sifted = newRowsOf(waiting.rows, await this.keptAmong(waiting.rows), fresh);
        if (sifted instanceof StampTaken) {
          waiting.answer(failed(sifted, this.file.path));
          continue;
        }
        for (const [stamp, row] of sifted.added) fresh.set(stamp, row);
        erased.push(...sifted.erased);
        accepted.push(waiting);
      }
      if (fresh.size > 0) await this.write([...fresh.values()]);
      if (erased.length > 0) await this.erase(erased);
    } catch (error) {
      // A promise keeps its first answer, so those already refused stay so.
      for (const { answer } of batch) answer(failed(error, this.file.path));
      return;
    }
    for (const { answer } of accepted) answer(ok({ durable: this.head.count }));
    if (fresh.size > 0) this.place.changed(this.incidentId, 'appended');
    if (erased.length > 0) this.place.changed(this.incidentId, 'erased');
  }

  private async erase(rows: readonly StoredRow[]): Promise<void> {
    await this.rescan();
    this.file.refuseNewer();
    refuseOthers(rows, await this.keptAmong(rows));
    // Until it has been read again, nothing is known of a file that was to be replaced.
    this.file.stale = true;
    this.index = null;
    const segments = this.file.segments.map((one) => one.segment);
    await eraseInFiles(this.place, this.incidentId, segments, rows);
    await this.rescan();
  }

  /** Rows of the journal under the stamps of `rows`; a stamp beyond the last needs no looking up. */
  private async keptAmong(rows: readonly StoredRow[]): Promise<ReadonlyMap<string, StoredRow>> {
    const greatest = this.head.lastStamp;
    const old = rows.filter((row) => greatest !== null && row.stamp <= greatest);
    if (old.length === 0) return new Map();
    const index = await this.indexed();
    const places = old.flatMap((row) => index.find(row.stamp) ?? []);
    const { files, folder } = this.place;
    const kept = await readRows(files, folder, this.incidentId, places);
    return new Map(kept.map((row) => [row.stamp, row]));
  }

  private async write(rows: readonly StoredRow[]): Promise<void> {
    const { places, seq, link } = await this.file.append(this.head, rows);
    let { count, lastStamp } = this.head;
    for (const place of places) {
      this.index?.add(place);
      count += 1;
      if (lastStamp === null || place.stamp > lastStamp) lastStamp = place.stamp;
    }
    this.head = { count, lastStamp, seq, link };
  }

  private async indexed(): Promise<RowIndex> {
    return this.index ?? this.rescan();
  }

  /** Reads the incident's files; from then on memory says what the disk says. */
  private async rescan(): Promise<RowIndex> {
    await this.file.close();
    const names = segmentsByIncident(await this.place.files.list(this.place.folder));
    const scan = await scanIncident(this.place, names.get(this.incidentId) ?? []);
    this.head = scan.state;
    await this.file.reset(scan.state.segments);
    this.index = scan.index;
    return scan.index;
  }
}
