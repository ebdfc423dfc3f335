import type { StorageFailure } from '../../electron/contract';
import type { Row } from '../domain/events';
import { withRedactions } from '../domain/redaction';
import type { Appended, EventLog } from '../persistence/eventLog';
import type { Ports } from './ports';

const RETRY_AFTER_MS = 1_500;

interface Listener {
  /** Rows that are new on the way, or have lost their text to a redaction there. */
  readonly onWaiting: (rows: readonly Row[]) => void;
  readonly onAcknowledged: (rows: readonly Row[], durable: number) => void;
  /** Undefined once writing works again. */
  readonly onTrouble: (failure: StorageFailure | undefined) => void;
}

/**
 * Rows on their way to the journal, in order, one call in flight.
 *
 * Rows typed meanwhile travel together in the next call. A failed call keeps its rows here and is
 * tried again every 1.5 s and with every new row, so nothing typed is dropped while a disk is full.
 */
export class Outbox {
  readonly #log: EventLog;
  readonly #after: Ports['after'];
  readonly #listener: Listener;
  #waiting: readonly Row[] = [];
  #sending: Promise<void> | undefined;
  #cancelRetry: (() => void) | undefined;

  constructor(log: EventLog, after: Ports['after'], listener: Listener) {
    this.#log = log;
    this.#after = after;
    this.#listener = listener;
  }

  get rows(): readonly Row[] {
    return this.#waiting;
  }

  add(rows: readonly Row[]): void {
    // A text that is redacted before it was saved is not written down at all.
    const before = new Set(this.#waiting);
    this.#waiting = withRedactions([...this.#waiting, ...rows]);
    this.#listener.onWaiting(this.#waiting.filter((row) => !before.has(row)));
    this.send();
  }

  /** Tries at once, also while a retry is waiting. */
  send(): void {
    if (this.#sending || this.#waiting.length === 0) return;
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#sending = this.#sendAll();
  }

  /** Resolves when everything is acknowledged, or when the last try has failed. */
  async settled(): Promise<void> {
    while (this.#sending) await this.#sending;
  }

  /** Ends in the same turn as its last look at what waits, so that no row falls between two calls. */
  async #sendAll(): Promise<void> {
    try {
      let went = true;
      while (went && this.#waiting.length > 0) went = await this.#sendBatch();
    } finally {
      this.#sending = undefined;
      if (this.#waiting.length > 0) this.#cancelRetry = this.#after(RETRY_AFTER_MS, () => this.send());
    }
  }

  /** True when the rows were acknowledged. */
  async #sendBatch(): Promise<boolean> {
    const batch = oneIncident(this.#waiting);
    const appended = await this.#append(batch);
    if (!appended.ok) {
      this.#putBehindOthers(batch[0]);
      this.#listener.onTrouble(appended.failure);
      return false;
    }
    this.#waiting = this.#waiting.slice(batch.length);
    this.#listener.onTrouble(undefined);
    this.#listener.onAcknowledged(batch, appended.durable);
    return true;
  }

  /** An incident that can't be written, one of a newer version say, keeps no other waiting. */
  #putBehindOthers(refused: Row | undefined): void {
    const isRefused = ({ incidentId }: Row): boolean => incidentId === refused?.incidentId;
    const others = this.#waiting.filter((row) => !isRefused(row));
    if (others.length > 0) this.#waiting = [...others, ...this.#waiting.filter(isRefused)];
  }

  async #append(batch: readonly Row[]): Promise<Appended> {
    try {
      return await this.#log.append(batch);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return { ok: false, failure: { reason: 'failed', path: '', detail } };
    }
  }
}

/** The leading rows that belong to one incident: a call carries no others. */
function oneIncident(rows: readonly Row[]): readonly Row[] {
  const end = rows.findIndex((row) => row.incidentId !== rows[0]?.incidentId);
  return end === -1 ? rows : rows.slice(0, end);
}
