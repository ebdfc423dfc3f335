import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StorageFailure } from '../../electron/contract';
import type { Command } from '../domain/commands';
import { decide } from '../domain/decide';
import type { Accepted } from '../domain/decision';
import type { Row } from '../domain/events';
import { evolve } from '../domain/evolve';
import { fold } from '../domain/fold';
import type { IncidentId, Stamp } from '../domain/ids';
import { NO_INCIDENT, type Incident } from '../domain/incident';
import type { Refusal } from '../domain/refusals';
import { nextStamp } from '../domain/stamp';
import { summaryOf, type IncidentSummary } from '../domain/summary';
import type { EpochMs } from '../domain/time';
import type { EventLog, Progress } from '../persistence/eventLog';
import { Outbox } from './outbox';
import type { Ports } from './ports';

export interface SessionState {
  readonly status: 'closed' | 'opening' | 'open';
  /** Set while opening takes its time: a rebuild from the journal. */
  readonly progress: Progress | null;
  readonly openId: IncidentId | null;
  readonly incident: Incident;
  /** Rows of the open incident that the journal has acknowledged after its fsync. */
  readonly durable: number;
  /** The newest acknowledged stamp; entries behind it are not saved yet. */
  readonly savedUpTo: Stamp | null;
  readonly savedAt: EpochMs | null;
  readonly unsaved: number;
  /** Since when something has been waiting to be acknowledged. */
  readonly unsavedSince: EpochMs | null;
  readonly failure: StorageFailure | null;
}

export type Ran = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

export interface Session {
  readonly store: StoreApi<SessionState>;
  /** Opens an incident, or none. What is on its way to the journal goes on. */
  readonly open: (id: IncidentId | null) => Promise<void>;
  /** The only way anything is written. Refusals come back at once; the journal answers later. */
  readonly run: (command: Command, by: string) => Ran;
  /** Declares under a fresh id and opens it. */
  readonly declare: (command: Extract<Command, { type: 'declare' }>, by: string) => Ran;
  /** Rows typed but not acknowledged, for "Copy them". */
  readonly unsavedRows: () => readonly Row[];
  readonly retry: () => void;
  readonly settled: () => Promise<void>;
}

export interface SessionEvents {
  readonly onSummary: (summary: IncidentSummary) => void;
  /** A command given while the log was still being read was refused afterwards. */
  readonly onLateRefusal: (refusal: Refusal, command: Command) => void;
}

const CLOSED: SessionState = {
  status: 'closed',
  progress: null,
  openId: null,
  incident: NO_INCIDENT,
  durable: 0,
  savedUpTo: null,
  savedAt: null,
  unsaved: 0,
  unsavedSince: null,
  failure: null,
};

interface Waiting {
  readonly command: Command;
  readonly by: string;
}

/** The open incident: its log is folded here, and `run` is the only write path. */
export function createSession(log: EventLog, ports: Ports, events: SessionEvents): Session {
  const store = createStore<SessionState>(() => CLOSED);
  const { getState, setState } = store;
  let waiting: readonly Waiting[] = [];

  const outbox = new Outbox(log, ports.after, {
    onAcknowledged: async (rows, durable) => {
      const last = rows.at(-1);
      if (last?.incidentId === getState().openId) {
        setState({ durable, savedUpTo: last?.stamp ?? null, savedAt: ports.now() });
      }
      countUnsaved();
      ports.mark('app:durable');
      await keep(rows);
    },
    onTrouble: (failure) => {
      if (getState().failure !== (failure ?? null)) setState({ failure: failure ?? null });
    },
  });

  const countUnsaved = (): void => {
    const first = outbox.rows[0];
    setState({ unsaved: outbox.rows.length, unsavedSince: first?.recordedAt ?? null });
  };

  const keep = async (rows: readonly Row[]): Promise<void> => {
    const { incident } = getState();
    const summary = summaryOf(incident);
    if (!summary || rows[0]?.incidentId !== incident.id) return;
    events.onSummary(summary);
    await log.keep(rows, summary);
  };

  const write = (id: IncidentId, accepted: readonly Accepted[], by: string): void => {
    const now = ports.now();
    let { incident } = getState();
    const rows = accepted.map(({ event, at }): Row => {
      const stamp = nextStamp(incident.lastStamp, now, ports.deviceId);
      const row: Row = { incidentId: id, stamp, at: at ?? now, recordedAt: now, by, event };
      incident = evolve(incident, row);
      return row;
    });
    setState({ incident });
    outbox.add(rows);
    countUnsaved();
  };

  const runNow = (id: IncidentId, command: Command, by: string): Ran => {
    const decision = decide(getState().incident, command, ports.now());
    if (!decision.ok) return decision;
    write(id, decision.events, by);
    return { ok: true };
  };

  const open = async (id: IncidentId | null): Promise<void> => {
    waiting = [];
    if (id === null) return setState({ ...CLOSED, ...unsavedPart(getState()) });
    setState({ ...CLOSED, ...unsavedPart(getState()), status: 'opening', openId: id });
    const opened = await log.open(id, (progress) => {
      if (getState().openId === id) setState({ progress });
    });
    if (getState().openId !== id) return;
    // Rows still on their way belong to what is shown, whether or not the store has them already.
    const pending = outbox.rows.filter((row) => row.incidentId === id);
    const incident = fold(pending.length > 0 ? [...opened.rows, ...pending] : opened.rows);
    const savedUpTo = opened.rows.at(-1)?.stamp ?? null;
    setState({
      status: 'open',
      progress: null,
      incident,
      durable: opened.durable,
      savedUpTo,
      savedAt: incident.lastRecordedAt,
      ...(opened.failure ? { failure: opened.failure } : {}),
    });
    for (const { command, by } of waiting) {
      const ran = runNow(id, command, by);
      if (!ran.ok) events.onLateRefusal(ran.refusal, command);
    }
    waiting = [];
  };

  return {
    store,
    open,
    run: (command, by) => {
      const { status, openId } = getState();
      if (openId === null) return { ok: false, refusal: 'not-declared' };
      if (status === 'open') return runNow(openId, command, by);
      waiting = [...waiting, { command, by }];
      return { ok: true };
    },
    declare: (command, by) => {
      const decision = decide(NO_INCIDENT, command, ports.now());
      if (!decision.ok) return decision;
      const id = ports.newIncidentId();
      waiting = [];
      setState({ ...CLOSED, ...unsavedPart(getState()), status: 'open', openId: id });
      write(id, decision.events, by);
      return { ok: true };
    },
    unsavedRows: () => outbox.rows,
    retry: () => outbox.send(),
    settled: () => outbox.settled(),
  };
}

/** What belongs to the way to the journal, not to the open incident. */
const unsavedPart = ({ unsaved, unsavedSince, failure }: SessionState) => ({
  unsaved,
  unsavedSince,
  failure,
});
