import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Ring } from '../../electron/contract';
import { incidentName, type Incident } from '../domain/incident';
import { severityName } from '../domain/severity';
import type { EpochMs } from '../domain/time';
import { clockFace, type ClockFace, type UpdateClock } from '../domain/updateClock';
import { visibleLine } from '../exports/visibleText';
import type { Ports } from './ports';
import type { Session } from './session';

/** The newest ring for an incident, until the promise it belongs to is settled. */
export interface Ringing {
  readonly ring: Ring;
  /** Counts all rings, so that the same level heard again is a new event. */
  readonly count: number;
}

export interface UpdateAlarm {
  /** One for each incident whose alarm is on: what happens in one silences no other. */
  readonly store: StoreApi<readonly Ringing[]>;
  readonly rang: (ring: Ring) => void;
}

/** What rings for an incident, if anything does. */
export const ringOf = (ringing: readonly Ringing[], id: string | null): Ringing | undefined =>
  ringing.find(({ ring }) => ring.incidentId === id);

/**
 * Hands every change of the open incident's promise to main, which owns the instant: it rings
 * whatever the page is doing, and after a restart before the page is there (UPD10).
 */
export function createUpdateAlarm(session: Session, ports: Pick<Ports, 'arm' | 'disarm'>): UpdateAlarm {
  const store = createStore<readonly Ringing[]>(() => []);
  const without = (id: string | null): readonly Ringing[] =>
    store.getState().filter(({ ring }) => ring.incidentId !== id);
  let told: UpdateClock | null = null;
  let count = 0;
  session.store.subscribe(({ incident }) => {
    if (incident.clock === null || incident.clock === told) return;
    told = incident.clock;
    hand(incident, incident.clock, ports);
    const ringing = ringOf(store.getState(), incident.id);
    if (ringing && ringing.ring.dueAt !== incident.clock.dueAt) store.setState(without(incident.id), true);
  });
  return {
    store,
    rang: (ring) => {
      count += 1;
      store.setState([...without(ring.incidentId), { ring, count }], true);
    },
  };
}

/** Arms or disarms main's alarm as the fold says. */
export function hand(incident: Incident, clock: UpdateClock, ports: Pick<Ports, 'arm' | 'disarm'>): void {
  if (incident.id === null) return;
  const which = { incidentId: incident.id, lane: 'internal' as const };
  if (clock.dueAt === null || clock.mode === 'off') return ports.disarm(which);
  const drill = incident.drill ? 'DRILL · ' : '';
  ports.arm({
    ...which,
    title: `${drill}${severityName(incident.severity)} · ${incidentName(incident)} ${visibleLine(incident.title)}`,
    dueAt: clock.dueAt,
    snoozed: clock.mode === 'snoozed',
  });
}

/**
 * What the clock shows: the fold's view, made stricter by main's ring. When the wall clock was set
 * back, main still knows by its steady clock that the interval has passed, and rings (UPD11).
 */
export function faceOf(clock: UpdateClock, ringing: Ringing | undefined, now: EpochMs): ClockFace {
  const face = clockFace(clock, now);
  const rang = ringing?.ring.dueAt === clock.dueAt ? ringing?.ring.level : undefined;
  if (face !== 'ok' && face !== 'due-soon' && face !== 'snoozed') return face;
  if (rang === 'due' || rang === 'overdue') return 'overdue';
  return rang === 'due-soon' && face === 'ok' ? 'due-soon' : face;
}
