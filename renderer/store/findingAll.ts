import { createStore, type StoreApi } from 'zustand/vanilla';
import type { IncidentId, Stamp } from '../domain/ids';
import { evolve } from '../domain/evolve';
import { NO_INCIDENT, type Incident } from '../domain/incident';
import { withRedactions } from '../domain/redaction';
import { byUrgency, type IncidentSummary } from '../domain/summary';
import type { EpochMs } from '../domain/time';
import { foldText } from '../language/foldText';
import type { EventLog } from '../persistence/eventLog';
import type { Incidents } from './incidents';
import type { Ports } from './ports';
import type { Session } from './session';
import { indexOf, searchIndex, type IncidentIndex } from './searchIndex';

/** An entry that says what was looked for. `from` and `to` are where, in `snippet`. */
export interface Hit {
  readonly entry: Stamp;
  readonly at: EpochMs;
  readonly snippet: string;
  readonly from: number;
  readonly to: number;
}

export interface Found {
  readonly id: IncidentId;
  readonly name: string;
  readonly title: string;
  /** The newest ones. */
  readonly hits: readonly Hit[];
  readonly total: number;
}

export interface FindAllState {
  readonly query: string;
  readonly found: readonly Found[];
  /** Incidents looked through so far, of so many. */
  readonly read: number;
  readonly of: number;
  readonly searching: boolean;
}

const NOTHING: FindAllState = { query: '', found: [], read: 0, of: 0, searching: false };

/** After a key the reading waits so long, so that the next one finds the page free. */
const QUIET_MS = 150;
/** What one turn may take before keys and frames get theirs. */
const TURN_MS = 8;
const ROWS_A_TURN = 500;
/** More incidents than this say that the query says too little. */
const MOST_FOUND = 100;

/**
 * Find across all incidents (FND3). What they say is read while its window is open and nobody types, an incident a
 * turn, and kept; an incident whose log has changed since is dropped before it is searched, so that what was
 * redacted is never found.
 */
export class FindingAll {
  readonly store: StoreApi<FindAllState> = createStore<FindAllState>(() => NOTHING);
  readonly #parts: { readonly log: EventLog; readonly session: Session; readonly incidents: Incidents };
  readonly #ports: Pick<Ports, 'after' | 'now'>;
  readonly #indexes = new Map<IncidentId, IncidentIndex>();
  #run = 0;
  #quietUntil = 0;

  constructor(
    parts: { readonly log: EventLog; readonly session: Session; readonly incidents: Incidents },
    ports: Pick<Ports, 'after' | 'now'>,
  ) {
    this.#parts = parts;
    this.#ports = ports;
  }

  /** Looks through what is known at once, then through the rest as it is read. */
  search(query: string): void {
    this.#quietUntil = this.#ports.now() + QUIET_MS;
    this.#run += 1;
    void this.#look(query, this.#run);
  }

  /** Reading stops where it is; what was read stays. */
  stop(): void {
    this.#run += 1;
    this.store.setState({ searching: false });
  }

  /** A text of this incident was erased: nothing of it stays here. */
  forget(id: IncidentId): void {
    this.#indexes.delete(id);
    const { found } = this.store.getState();
    if (found.some((one) => one.id === id))
      this.store.setState({ found: found.filter((one) => one.id !== id) });
  }

  async #look(query: string, run: number): Promise<void> {
    const needle = foldText(query.trim());
    const all = this.#parts.incidents.store.getState().toSorted(byUrgency);
    this.store.setState({ query, found: [], read: 0, of: all.length, searching: true });
    const late: IncidentSummary[] = [];
    const isOver = (): boolean => run !== this.#run;
    let turn = this.#ports.now();
    for (const summary of all) {
      const index = this.#known(summary);
      if (index) this.#put(summary, index, needle);
      else late.push(summary);
      if (this.#ports.now() - turn < TURN_MS) continue;
      await this.#pause(0);
      if (isOver()) return;
      turn = this.#ports.now();
    }
    for (const summary of late) {
      await this.#quiet();
      if (isOver()) return;
      const index = await this.#read(summary, isOver);
      if (isOver() || !index) return;
      this.#put(summary, index, needle);
    }
    this.store.setState({ searching: false });
  }

  #put(summary: IncidentSummary, index: IncidentIndex, needle: string): void {
    const { found, read } = this.store.getState();
    const { hits, total } =
      needle === '' || found.length >= MOST_FOUND ? NO_HITS : searchIndex(index, needle);
    const { id, name, title } = summary;
    this.store.setState({
      read: read + 1,
      ...(total > 0 ? { found: [...found, { id, name, title, hits, total }] } : {}),
    });
  }

  /** The open incident is read from what is shown: it is newer than any store. */
  #known(summary: IncidentSummary): IncidentIndex | undefined {
    const { openId, incident, status } = this.#parts.session.store.getState();
    const known = this.#indexes.get(summary.id);
    const isOpen = openId === summary.id && status === 'open';
    const lastStamp = isOpen ? incident.lastStamp : summary.lastStamp;
    if (known && known.lastStamp === lastStamp && known.rowCount === (isOpen ? incident : summary).rowCount) {
      return known;
    }
    this.#indexes.delete(summary.id);
    return isOpen ? this.#keep(summary.id, incident) : undefined;
  }

  #keep(id: IncidentId, incident: Incident): IncidentIndex {
    const index = indexOf(incident);
    this.#indexes.set(id, index);
    return index;
  }

  async #read({ id }: IncidentSummary, isOver: () => boolean): Promise<IncidentIndex | undefined> {
    const { rows } = await this.#parts.log.open(id, () => undefined);
    let incident = NO_INCIDENT;
    for (const [i, row] of withRedactions(rows).entries()) {
      incident = evolve(incident, row);
      if (i % ROWS_A_TURN !== ROWS_A_TURN - 1) continue;
      await this.#pause(0);
      if (isOver()) return undefined;
    }
    return this.#keep(id, incident);
  }

  async #quiet(): Promise<void> {
    do await this.#pause(Math.max(0, this.#quietUntil - this.#ports.now()));
    while (this.#ports.now() < this.#quietUntil);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.#ports.after(ms, resolve));
  }
}

const NO_HITS = { hits: [], total: 0 };
