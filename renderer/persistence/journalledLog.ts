import type { Outcome, StorageFailure } from '../../electron/contract';
import type { Row } from '../domain/events';
import { fold, inLogOrder } from '../domain/fold';
import type { IncidentId } from '../domain/ids';
import { isErased, pendingErasures, withRedactions } from '../domain/redaction';
import { summaryOf, type IncidentSummary } from '../domain/summary';
import { readRow } from '../domain/upcast';
import type { Appended, EventLog, OpenedLog, Progress } from './eventLog';
import { WorkingCopyNewer } from './copyTrouble';
import type { JournalClient } from './journalClient';
import type { Copy } from './workingCopy';

/** Rows in one transaction with the working copy: some 20 ms, which nobody who types will notice. */
const PIECE = 500;

/** Told when the working copy fails; the journal has everything, so work goes on. */
export type OnCopyTrouble = (detail: string) => void;

/** Told how many rows were written back to the journal because it lacked them. */
export type OnReturned = (rows: number) => void;

/**
 * The log as the app uses it: the journal first, the working copy behind it (ADR 0002).
 *
 * Opening compares both by count and newest stamp. When they agree the working copy is read; when
 * not, both are read and each gets the rows it lacks: a set union, in either direction. What their
 * union says is redacted, and is not erased yet in one of them, is erased in both.
 */
export class JournalledLog implements EventLog {
  readonly #journal: JournalClient;
  readonly #copy: Copy;
  readonly #onCopyTrouble: OnCopyTrouble;
  readonly #onReturned: OnReturned;
  /** Rows the journal has acknowledged, by incident. */
  readonly #acknowledged = new Map<IncidentId, number>();
  #rebuilding: Promise<void> = Promise.resolve();
  /** The end of what is being written into the working copy, one after the other. */
  #copying: Promise<void> = Promise.resolve();

  constructor(
    journal: JournalClient,
    copy: Copy,
    onCopyTrouble: OnCopyTrouble,
    onReturned: OnReturned = () => undefined,
  ) {
    this.#journal = journal;
    this.#copy = copy;
    this.#onCopyTrouble = onCopyTrouble;
    this.#onReturned = onReturned;
  }

  list(): Promise<readonly IncidentSummary[]> {
    return this.#fromCopy(() => this.#copy.summaries(), []);
  }

  async open(id: IncidentId, onProgress: (progress: Progress) => void): Promise<OpenedLog> {
    const opened = await this.#open(id, onProgress);
    this.#acknowledged.set(id, opened.durable);
    return opened;
  }

  async #open(id: IncidentId, onProgress: (progress: Progress) => void): Promise<OpenedLog> {
    const { journals } = await this.#journal.state();
    const inJournal = journals.find((one) => one.incidentId === id);
    const kept = await this.#fromCopy(() => this.#copy.summary(id), undefined);
    const agree =
      kept !== undefined && kept.rowCount === inJournal?.count && kept.lastStamp === inJournal.lastStamp;
    if (agree) {
      const rows = readable(await this.#fromCopy(() => this.#copy.rows(id), []));
      // The count is the proof: a store that lost rows silently is read from the journal instead.
      const isWhole = rows.length === kept.rowCount && pendingErasures(rows).length === 0;
      if (isWhole) return { ...folded(rows), durable: rows.length, restored: 0 };
    }
    return this.#reconcile(id, inJournal?.count ?? 0, onProgress);
  }

  /**
   * A count lower than what was acknowledged before says that the journal has lost rows: somebody deleted
   * its folder. The working copy has them, and they are written again before anything is acknowledged.
   */
  async append(rows: readonly Row[]): Promise<Appended> {
    const id = rows[0]?.incidentId;
    const appended = await this.#journal.append(rows);
    if (id === undefined || !appended.ok) return appended;
    const before = this.#acknowledged.get(id) ?? 0;
    const healed = appended.durable < before ? await this.#mend(id, appended.durable) : appended;
    if (healed.ok) this.#acknowledged.set(id, healed.durable);
    return healed;
  }

  keep(rows: readonly Row[], summary: IncidentSummary): Promise<void> {
    return this.#put(rows, summary);
  }

  /** Resolves when the working copy holds all that it was to be given, or could not be given it. */
  settled(): Promise<void> {
    return this.#copying;
  }

  async catchUp(onSummary: (summary: IncidentSummary) => void): Promise<void> {
    const { journals } = await this.#journal.state();
    const kept = new Map<string, IncidentSummary>((await this.list()).map((one) => [one.id, one]));
    const journalled = new Map(journals.map((one) => [one.incidentId, one]));
    // An incident whose journal is gone is in the working copy alone.
    for (const id of new Set([...journalled.keys(), ...kept.keys()])) {
      const { count, lastStamp } = journalled.get(id) ?? { count: 0, lastStamp: null };
      const copied = kept.get(id);
      if (copied?.rowCount === count && copied.lastStamp === lastStamp) continue;
      const { incident } = await this.#reconcile(id as IncidentId, count, () => undefined);
      // One log at a time: the rows of all of them at once are too much to hold.
      await this.settled();
      const summary = summaryOf(incident);
      if (summary) onSummary(summary);
    }
  }

  async #reconcile(
    id: IncidentId,
    total: number,
    onProgress: (progress: Progress) => void,
  ): Promise<OpenedLog> {
    const read = await this.#journal.read(id, (done) => onProgress({ done, total }));
    const copied = readable(await this.#fromCopy(() => this.#copy.rows(id), []));
    if (!read.ok) return { ...folded(copied), durable: 0, restored: 0, failure: read.failure };
    const journalled = readable(read.rows);
    const rows = withRedactions(inLogOrder([...journalled, ...copied]));
    const missingInCopy = without(rows, copied);
    const healed = await this.#heal(without(rows, journalled));
    const durable = journalled.length + healed.count;
    const failure = healed.failure ? { failure: healed.failure } : {};
    if (healed.count > 0) this.#onReturned(healed.count);
    const erased = await this.#erase(id, rows, { journalled, copied });
    // Without its summary the copy is looked through again at the next opening.
    const opened = { ...folded(rows), durable, ...failure };
    if (!erased.ok) {
      void this.#put(missingInCopy, undefined);
      return { ...opened, restored: 0, unerased: erased.failure };
    }
    const isRenewed = erased.value;
    void this.#put(isRenewed ? rows : missingInCopy, summaryOf(opened.incident));
    if (isRenewed) this.#rebuildOthers();
    return { ...opened, restored: isRenewed ? 0 : missingInCopy.length };
  }

  /**
   * Nobody waits for the working copy, and a long log goes into it piece by piece, so that keys are taken
   * in between. The summary, whose count vouches for the rows, comes with the last piece.
   */
  #put(rows: readonly Row[], summary: IncidentSummary | undefined): Promise<void> {
    const putting = this.#copying.then(() =>
      this.#toCopy(async () => {
        let from = 0;
        for (; rows.length - from > PIECE; from += PIECE) {
          await this.#copy.put(rows.slice(from, from + PIECE), undefined);
        }
        await this.#copy.put(rows.slice(from), summary);
      }),
    );
    this.#copying = putting;
    return putting;
  }

  /**
   * Erases in both stores what is erased in `rows`, the journal first; true when the working copy had to
   * be replaced by an empty one for it.
   */
  async #erase(
    id: IncidentId,
    rows: readonly Row[],
    stores: { readonly journalled: readonly Row[]; readonly copied: readonly Row[] },
  ): Promise<Outcome<boolean>> {
    const erased = new Map(rows.filter(isErased).map((row) => [row.stamp, row]));
    const inClear = (had: readonly Row[]): readonly Row[] =>
      had.filter((row) => !isErased(row)).flatMap((row) => erased.get(row.stamp) ?? []);
    const inJournal = inClear(stores.journalled);
    if (inJournal.length === 0 && inClear(stores.copied).length === 0) return { ok: true, value: false };
    // What is still to be copied was read before; nothing of it may come behind the erasing.
    await this.settled();
    const redacted = await this.#journal.redact(id, inJournal);
    if (!redacted.ok) return redacted;
    const renewed = await this.#copy.renew(() => this.#journal.discardWorkingCopy());
    return renewed.ok ? { ok: true, value: true } : renewed;
  }

  /** The store that held the other incidents too is a new one. */
  #rebuildOthers(): void {
    this.#rebuilding = this.#rebuilding
      .then(() => this.catchUp(() => undefined))
      .catch((error: unknown) => this.#distrust(error));
  }

  async #mend(id: IncidentId, count: number): Promise<Appended> {
    const { durable, failure } = await this.#reconcile(id, count, () => undefined);
    return failure ? { ok: false, failure } : { ok: true, durable };
  }

  async #heal(rows: readonly Row[]): Promise<{ count: number; failure?: StorageFailure }> {
    if (rows.length === 0) return { count: 0 };
    const appended = await this.#journal.append(rows);
    return appended.ok ? { count: rows.length } : { count: 0, failure: appended.failure };
  }

  async #fromCopy<T>(read: () => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await read();
    } catch (error) {
      this.#distrust(error);
      return otherwise;
    }
  }

  async #toCopy(write: () => Promise<void>): Promise<void> {
    try {
      await write();
    } catch (error) {
      this.#distrust(error);
    }
  }

  /**
   * Any failure, whatever its name, distrusts the store: a full disk shows up as AbortError or
   * DatabaseClosedError too, and a store that failed once may be gone at the next launch.
   */
  #distrust(error: unknown): void {
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    // What a newer version wrote is left to it.
    if (!(error instanceof WorkingCopyNewer)) this.#journal.suspectWorkingCopy(detail.slice(0, 500));
    this.#onCopyTrouble(detail);
  }
}

const folded = (rows: readonly Row[]): Pick<OpenedLog, 'rows' | 'incident'> => ({
  rows,
  incident: fold(rows),
});

function readable(stored: readonly unknown[]): readonly Row[] {
  const rows: Row[] = [];
  for (const one of stored) {
    const row = readRow(one);
    if (row) rows.push(row);
  }
  return rows;
}

function without(rows: readonly Row[], others: readonly Row[]): readonly Row[] {
  const taken = new Set(others.map((row) => row.stamp));
  return rows.filter((row) => !taken.has(row.stamp));
}
