import type { StorageFailure } from '../../electron/contract';
import type { Row } from '../domain/events';
import { fold, inLogOrder } from '../domain/fold';
import type { IncidentId } from '../domain/ids';
import { withRedactions } from '../domain/redaction';
import { summaryOf, type IncidentSummary } from '../domain/summary';
import type { Appended, EventLog, OpenedLog } from './eventLog';

/** The same contract in memory: for tests of what stands above it, and for trying faults. */
export class MemoryEventLog implements EventLog {
  #rows: readonly Row[] = [];
  /** Set to make appends fail, as a full disk does. */
  failure: StorageFailure | undefined;
  /** Set to make redacting fail. */
  unerasable: StorageFailure | undefined;

  list(): Promise<readonly IncidentSummary[]> {
    const ids = [...new Set(this.#rows.map((row) => row.incidentId))];
    const summaries = ids.map((id) => summaryOf(fold(this.#of(id))));
    return Promise.resolve(summaries.filter((one) => one !== undefined));
  }

  open(id: IncidentId): Promise<OpenedLog> {
    const rows = withRedactions(this.#of(id));
    const opened = { rows, incident: fold(rows), durable: rows.length, restored: 0 };
    if (this.unerasable) return Promise.resolve({ ...opened, unerased: this.unerasable });
    this.#rows = [...this.#rows.filter((row) => row.incidentId !== id), ...rows];
    return Promise.resolve(opened);
  }

  append(rows: readonly Row[]): Promise<Appended> {
    if (this.failure) return Promise.resolve({ ok: false, failure: this.failure });
    const known = new Set(this.#rows.map((row) => `${row.incidentId} ${row.stamp}`));
    const added = rows.filter((row) => !known.has(`${row.incidentId} ${row.stamp}`));
    this.#rows = [...this.#rows, ...added];
    const id = rows[0]?.incidentId;
    return Promise.resolve({ ok: true, durable: id === undefined ? 0 : this.#of(id).length });
  }

  keep(): Promise<void> {
    return Promise.resolve();
  }

  catchUp(): Promise<void> {
    return Promise.resolve();
  }

  #of(id: IncidentId): readonly Row[] {
    return inLogOrder(this.#rows.filter((row) => row.incidentId === id));
  }
}
