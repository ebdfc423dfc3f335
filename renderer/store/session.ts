import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StorageFailure } from '../../electron/contract';
import { decideAt } from '../domain/backdating';
import type { Command } from '../domain/commands';
import { decide } from '../domain/decide';
import type { Accepted } from '../domain/decision';
import type { Row } from '../domain/events';
import { evolve } from '../domain/evolve';
import { fold } from '../domain/fold';
import type { IncidentId, Stamp } from '../domain/ids';
import { NO_INCIDENT, type Incident } from '../domain/incident';
import { redactedEntries } from '../domain/redaction';
import { compareStamps, nextStamp } from '../domain/stamp';
import { summaryOf, type IncidentSummary } from '../domain/summary';
import type { EpochMs } from '../domain/time';
import type { EventLog, OpenedLog } from '../persistence/eventLog';
import { Outbox } from './outbox';
import type { Ports } from './ports';
import { CLOSED, type Ran, type SessionEvents, type SessionState } from './sessionState';
import { isTooLong } from './tooLong';
import { forgetUnsaved, keepUnsaved } from './unsavedRows';

export type { Ran, SessionEvents, SessionState } from './sessionState';

interface Waiting {
  readonly command: Command;
  readonly by: string;
  readonly at: EpochMs | undefined;
}

/** The open incident: its log is folded here, and `run` is the only write path. */
export class Session {
  readonly store: StoreApi<SessionState> = createStore<SessionState>(() => CLOSED);
  readonly #log: EventLog;
  readonly #ports: Ports;
  readonly #events: SessionEvents;
  readonly #outbox: Outbox;
  /** The logs being read. */
  readonly #openings = new Map<IncidentId, Promise<void>>();
  /** Given meanwhile; carried out in their own incident, whichever is shown by then. */
  readonly #waiting = new Map<IncidentId, readonly Waiting[]>();
  /** The newest summary of every incident written to. */
  readonly #summaries = new Map<IncidentId, IncidentSummary>();
  /** Written and not drawn yet. */
  #unseen: Incident | null = null;
  /** The end of what is being copied into the working copy, one after the other. */
  #keeping: Promise<void> = Promise.resolve();

  constructor(log: EventLog, ports: Ports, events: SessionEvents) {
    this.#log = log;
    this.#ports = ports;
    this.#events = events;
    this.#outbox = new Outbox(log, ports.after, {
      onWaiting: (rows) => keepUnsaved(rows, ports.setDraft),
      onAcknowledged: (rows, durable) => this.#acknowledged(rows, durable),
      onTrouble: (failure) => this.#trouble(failure ?? null),
    });
  }

  /** Opens an incident, or none. What is on its way to the journal goes on. */
  async open(id: IncidentId | null): Promise<void> {
    const { status, openId } = this.#state;
    if (status === 'open' && openId === id) return;
    this.#reset(id, id === null ? 'closed' : 'opening');
    if (id === null) return;
    const opening = this.#openings.get(id) ?? this.#read(id);
    this.#openings.set(id, opening);
    await opening;
  }

  /** Reads the open incident anew, because rows have come in from elsewhere; what is shown stays till then. */
  async reread(id: IncidentId): Promise<void> {
    if (this.#state.openId !== id) return;
    await this.#openings.get(id);
    const reading = this.#openings.get(id) ?? this.#read(id);
    this.#openings.set(id, reading);
    await reading;
  }

  /** The only way anything is written. Refusals come back at once; the journal later. `at`: when it happened (GRM2). */
  run(command: Command, by: string, at?: EpochMs): Ran {
    return this.#carryOut(command, by, at, true);
  }

  /** As `run`, but drawn with the next `run` or by `showUnseen`: not for each piece of a long file. */
  runUnseen(command: Command, by: string): Ran {
    return this.#carryOut(command, by, undefined, false);
  }

  #carryOut(command: Command, by: string, at: EpochMs | undefined, isDrawn: boolean): Ran {
    const { openId } = this.#state;
    const incident = this.#unseen ?? this.#state.incident;
    if (openId === null) return { ok: false, refusal: 'not-declared' };
    if (isTooLong(command)) return { ok: false, refusal: 'text-too-long' };
    if (this.#openings.has(openId)) {
      this.#waiting.set(openId, [...(this.#waiting.get(openId) ?? []), { command, by, at }]);
      return { ok: true };
    }
    const decision = decideAt(incident, command, this.#ports.now(), at);
    if (!decision.ok) return decision;
    this.#write(openId, incident, decision.events, by, isDrawn);
    return { ok: true };
  }

  /** Draws what `runUnseen` wrote. */
  showUnseen(): void {
    if (this.#unseen === null) return;
    const incident = this.#unseen;
    this.#unseen = null;
    this.store.setState({ incident });
  }

  /** Declares under a fresh id and opens it. */
  declare(command: Extract<Command, { type: 'declare' }>, by: string): Ran {
    if (isTooLong(command)) return { ok: false, refusal: 'text-too-long' };
    const decision = decide(NO_INCIDENT, command, this.#ports.now());
    if (!decision.ok) return decision;
    const id = this.#ports.newIncidentId();
    this.#reset(id, 'open');
    this.#write(id, NO_INCIDENT, decision.events, by);
    return { ok: true };
  }

  /** Sends on what was on its way when the last run ended; to be called before anything is opened. */
  resume(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    this.#outbox.add(rows);
    this.#countUnsaved();
  }

  /** Rows typed but not acknowledged, for "Copy them". */
  unsavedRows(): readonly Row[] {
    return this.#outbox.rows;
  }

  /** Tries again to erase what is redacted from the disk. */
  eraseAgain(): void {
    const { openId } = this.#state;
    if (openId !== null) this.#redact(openId);
  }

  retry(): void {
    this.#outbox.send();
  }

  /** Resolves when nothing is on its way to a store any more, or the last try has failed. */
  async settled(): Promise<void> {
    await this.#outbox.settled();
    await this.#keeping;
  }

  get #state(): SessionState {
    return this.store.getState();
  }

  /** Keeps what belongs to the way to the journal; all else is the next incident's. */
  #reset(openId: IncidentId | null, status: SessionState['status']): void {
    this.#unseen = null;
    const { unsaved, unsavedSince, failure } = this.#state;
    const onTheWay = { unsaved, unsavedSince, failure: unsaved > 0 ? failure : null };
    this.store.setState({ ...CLOSED, ...onTheWay, openId, status });
  }

  async #read(id: IncidentId): Promise<void> {
    // What is on its way now may be acknowledged while the store is read, and be missing in both then.
    const onTheWay = this.#outbox.rows.filter((row) => row.incidentId === id);
    const opened = await this.#log
      .open(id, (progress) => {
        if (this.#state.openId === id) this.store.setState({ progress });
      })
      .finally(() => this.#openings.delete(id));
    const incident = onTheWay.length > 0 ? fold([...opened.rows, ...onTheWay]) : opened.incident;
    if (this.#state.openId === id) this.#show(incident, opened);
    this.#summarise(id, incident);
    if (opened.restored > 0) this.#events.onRestored(opened.restored);
    this.#runWaiting(id, incident);
  }

  #runWaiting(id: IncidentId, opened: Incident): void {
    let incident = opened;
    const waiting = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    for (const { command, by, at } of waiting) {
      const decision = decideAt(incident, command, this.#ports.now(), at);
      if (decision.ok) incident = this.#write(id, incident, decision.events, by);
      else this.#events.onLateRefusal(decision.refusal, command);
    }
  }

  /** What was acknowledged meanwhile is newer than what was read. */
  #show(incident: Incident, { rows, durable, failure, unerased }: OpenedLog): void {
    const { durable: acknowledged, savedUpTo } = this.#state;
    this.#unseen = null;
    this.store.setState({
      status: 'open',
      progress: null,
      incident,
      durable: Math.max(durable, acknowledged),
      savedUpTo: newer(savedUpTo, rows.at(-1)?.stamp ?? null),
      savedAt: incident.lastRecordedAt,
      unread: failure ?? null,
      unerased: unerased ?? null,
    });
  }

  /** Draws the rows at once, marked as not yet saved, and sends them on. */
  #write(
    id: IncidentId,
    before: Incident,
    accepted: readonly Accepted[],
    by: string,
    isDrawn = true,
  ): Incident {
    const now = this.#ports.now();
    let incident = before;
    const rows = accepted.map(({ event, at }): Row => {
      const stamp = nextStamp(incident.lastStamp, now, this.#ports.deviceId);
      const row: Row = { incidentId: id, stamp, at: at ?? now, recordedAt: now, by, event };
      incident = evolve(incident, row);
      return row;
    });
    if (this.#state.openId === id) {
      this.#unseen = isDrawn ? null : incident;
      if (isDrawn) this.store.setState({ incident });
    }
    this.#summarise(id, incident);
    this.#outbox.add(rows);
    this.#countUnsaved();
    return incident;
  }

  #summarise(id: IncidentId, incident: Incident): void {
    const summary = summaryOf(incident);
    if (!summary) return;
    this.#summaries.set(id, summary);
    this.#events.onSummary(summary);
  }

  #acknowledged(rows: readonly Row[], durable: number): void {
    const last = rows.at(-1);
    if (!last) return;
    forgetUnsaved(rows, this.#ports.setDraft);
    if (last.incidentId === this.#state.openId) {
      this.store.setState({ durable, savedUpTo: last.stamp, savedAt: this.#ports.now() });
    }
    this.#countUnsaved();
    this.#ports.mark('app:durable');
    if (redactedEntries(rows).size > 0) return this.#redact(last.incidentId);
    const summary = this.#summaries.get(last.incidentId);
    if (summary) this.#keeping = this.#keeping.then(() => this.#log.keep(rows, summary));
  }

  /**
   * Opening the log carries the redaction out, in the stores and in all that is shown. It comes behind
   * what is being copied now, so that no text is copied after it was erased.
   */
  #redact(id: IncidentId): void {
    const opened = (): Promise<unknown> =>
      this.#state.openId === id ? this.reread(id) : this.#log.open(id, () => undefined);
    this.#keeping = this.#keeping.then(opened).then(
      () => undefined,
      // A broken bridge: the next opening does it.
      () => undefined,
    );
  }

  #trouble(failure: StorageFailure | null): void {
    if (this.#state.failure !== failure) this.store.setState({ failure });
  }

  #countUnsaved(): void {
    const { rows } = this.#outbox;
    this.store.setState({ unsaved: rows.length, unsavedSince: rows[0]?.recordedAt ?? null });
  }
}

/** Rows that came in from elsewhere may lie behind the last one written here, or before it. */
function newer(one: Stamp | null, other: Stamp | null): Stamp | null {
  if (one === null || other === null) return one ?? other;
  return compareStamps(one, other) < 0 ? other : one;
}
