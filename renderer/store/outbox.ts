import type { StorageFailure } from '../../electron/contract';
import type { Row } from '../domain/events';
import { withRedactions } from '../domain/redaction';
import type { Appended, EventLog } from '../persistence/eventLog';
import type { Ports } from './ports';
import { keptRows, UNSENT_ROWS } from './unsentRows';

const RETRY_AFTER_MS = 2_000;

interface Listener {
  readonly onAcknowledged: (rows: readonly Row[], durable: number) => void;
  /** Undefined once writing works again. */
  readonly onTrouble: (failure: StorageFailure | undefined) => void;
}

/**
 * Rows on their way to the journal, in order, one call in flight.
 *
 * Rows typed meanwhile travel together in the next call. A failed call keeps its rows here and is
 * tried again every 2 s and with every new row, so nothing typed is dropped while a disk is full. What
 * waits behind a call is only this window's: it is kept with the drafts, lest it goes with a window that
 * hangs or crashes (FAI5).
 */
export class Outbox {
  readonly #log: EventLog;
  readonly #ports: Pick<Ports, 'after' | 'setDraft'>;
  readonly #listener: Listener;
  #waiting: readonly Row[] = [];
  #sending: Promise<void> | undefined;
  #cancelRetry: (() => void) | undefined;
  #isKept = false;

  constructor(log: EventLog, ports: Pick<Ports, 'after' | 'setDraft'>, listener: Listener) {
    this.#log = log;
    this.#ports = ports;
    this.#listener = listener;
  }

  get rows(): readonly Row[] {
    return this.#waiting;
  }

  add(rows: readonly Row[]): void {
    // A text that is redacted before it was saved is not written down at all.
    this.#waiting = withRedactions([...this.#waiting, ...rows]);
    const mustWait = this.#sending !== undefined;
    this.send();
    if (mustWait || this.#isKept) this.#keepWaiting();
  }

  /** Rows that an earlier window kept: they stay kept until they are acknowledged. */
  takeUp(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    this.#isKept = true;
    this.add(rows);
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
      if (this.#waiting.length > 0) this.#cancelRetry = this.#ports.after(RETRY_AFTER_MS, () => this.send());
    }
  }

  /** True when the rows were acknowledged. */
  async #sendBatch(): Promise<boolean> {
    const batch = oneIncident(this.#waiting);
    const appended = await this.#append(batch);
    if (!appended.ok) {
      this.#listener.onTrouble(appended.failure);
      this.#keepWaiting();
      return false;
    }
    this.#waiting = this.#waiting.slice(batch.length);
    if (this.#isKept) this.#keepWaiting();
    this.#listener.onTrouble(undefined);
    this.#listener.onAcknowledged(batch, appended.durable);
    return true;
  }

  /** All that is not acknowledged: the journal takes a row it has already for what it is. */
  #keepWaiting(): void {
    this.#isKept = this.#waiting.length > 0;
    this.#ports.setDraft(UNSENT_ROWS, keptRows(this.#waiting));
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
