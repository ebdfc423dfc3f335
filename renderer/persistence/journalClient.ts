import type { Bridge, JournalState, Outcome, StorageFailure, StoredRow } from '../../electron/contract';
import type { Row } from '../domain/events';
import type { IncidentId } from '../domain/ids';
import { writeRow } from '../domain/upcast';
import type { Appended } from './eventLog';

/** Rows fetched a call: large enough to be fast, small enough to show progress. */
const PAGE = 5_000;
/** Rows sent a call: the guard in main allows no more. */
const MOST_IN_A_CALL = 5_000;

/** The rows asked for, in log order, or why the journal could not give them. */
export type JournalRead =
  | { readonly ok: true; readonly rows: readonly StoredRow[] }
  | { readonly ok: false; readonly failure: StorageFailure };

/** The first copy, kept by the main process. */
export class JournalClient {
  readonly #bridge: Pick<Bridge, 'call'>;

  constructor(bridge: Pick<Bridge, 'call'>) {
    this.#bridge = bridge;
  }

  state(): Promise<JournalState> {
    return this.#bridge.call('journal:state');
  }

  /** All rows must belong to one incident. */
  async append(rows: readonly Row[]): Promise<Appended> {
    let durable = 0;
    for (let from = 0; from < rows.length; from += MOST_IN_A_CALL) {
      const part = rows.slice(from, from + MOST_IN_A_CALL).map((row) => writeRow(row) as StoredRow);
      const incidentId = part[0]?.incidentId ?? '';
      const outcome = await this.#bridge.call('journal:append', { incidentId, rows: part });
      if (!outcome.ok) return outcome;
      durable = outcome.value.durable;
    }
    return { ok: true, durable };
  }

  /** Erases rows, given in their erased form, in everything main keeps. All must belong to one incident. */
  async redact(incidentId: IncidentId, rows: readonly Row[]): Promise<Outcome<unknown>> {
    for (let from = 0; from < rows.length; from += MOST_IN_A_CALL) {
      const part = rows.slice(from, from + MOST_IN_A_CALL).map((row) => writeRow(row) as StoredRow);
      const outcome = await this.#bridge.call('journal:redact', { incidentId, rows: part });
      if (!outcome.ok) return outcome;
    }
    return { ok: true, value: null };
  }

  /** Deletes the files of the working copy, which must be closed, and of what was kept of older ones. */
  discardWorkingCopy(): Promise<Outcome<null>> {
    return this.#bridge.call('workingCopy:discard');
  }

  async read(incidentId: IncidentId, onPage: (rowsSoFar: number) => void): Promise<JournalRead> {
    const rows: StoredRow[] = [];
    let from: number | null = 0;
    while (from !== null) {
      const outcome = await this.#readPage(incidentId, from);
      if (!outcome.ok) return outcome;
      for (const row of outcome.value.rows) rows.push(row);
      from = outcome.value.next;
      onPage(rows.length);
    }
    return { ok: true, rows };
  }

  #readPage(incidentId: IncidentId, from: number) {
    return this.#bridge.call('journal:read', { incidentId, from, limit: PAGE });
  }

  /** The working copy can't be trusted any more; the next start rebuilds it. */
  suspectWorkingCopy(detail: string): void {
    void this.#bridge.call('workingCopy:suspect', detail);
  }
}
