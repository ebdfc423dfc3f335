import type { Row, RowOf } from './events';
import type { Incident, LifecycleStamp } from './incident';
import { isEarlier, isNeeded, type StampName } from './lifecycle';
import { worse } from './severity';
import type { EpochMs } from './time';
import { rescheduled, started, stopped } from './updateClock';
import { severityAfter } from './severityOrder';

type LifecycleRow = RowOf<
  | 'incident-declared'
  | 'title-changed'
  | 'severity-changed'
  | 'phase-moved'
  | 'stamp-set'
  | 'incident-resolved'
  | 'incident-reopened'
>;

/** What declaring, resolving, reopening and changes of title, severity, phase and stamps do. */
export function evolveLifecycle(state: Incident, row: LifecycleRow): Incident {
  const { event } = row;
  switch (event.type) {
    case 'incident-declared':
      return declared(state, { ...row, event });
    case 'title-changed':
      return { ...state, title: event.to };
    case 'severity-changed':
      return severityChanged(state, { ...row, event });
    case 'phase-moved':
      return { ...state, phase: event.to };
    case 'stamp-set':
      if (event.to === null && isNeeded(event.stamp)) return state;
      return {
        ...state,
        stamps:
          event.to === null
            ? without(state.stamps, event.stamp)
            : withStamp(state.stamps, event.stamp, { at: event.to, id: row.stamp, byHand: true }),
      };
    case 'incident-resolved':
      return resolved(state, row);
    case 'incident-reopened':
      return reopened(state, row.recordedAt);
  }
}

function declared(state: Incident, row: RowOf<'incident-declared'>): Incident {
  // A second declaring row can only come from a damaged or forged log: the first one stands (LIF2).
  if (state.id !== null) return state;
  const { event } = row;
  return {
    ...state,
    id: row.incidentId,
    title: event.title,
    number: event.number,
    drill: event.drill,
    ...(event.service === undefined ? {} : { service: event.service }),
    ...(event.bridge === undefined ? {} : { bridge: event.bridge }),
    severity: event.severity,
    declaredSeverity: event.severity,
    peakSeverity: event.severity,
    stamps: withStamp(state.stamps, 'declared', { at: row.at, id: row.stamp, byHand: false }),
    // Counted from when it was written: a past incident declared now owes no update from back then.
    clock: started(row.recordedAt, event.severity, { setMinutes: null, state: 'investigating' }),
  };
}

function severityChanged(state: Incident, row: RowOf<'severity-changed'>): Incident {
  const { from, to, reason } = row.event;
  const change = { id: row.stamp, from, to, reason, at: row.at, by: row.by };
  const severityChanges = [...state.severityChanges, change];
  // One that happened before another is not the one that counts now.
  const severity = severityAfter(severityChanges, to);
  const isCounted = state.clock && !state.isResolved && (severity === to || severity !== state.severity);
  return {
    ...state,
    severity,
    peakSeverity: worse(state.peakSeverity, to),
    severityChanges,
    clock: isCounted && state.clock ? rescheduled(state.clock, severity, row.recordedAt) : state.clock,
  };
}

function resolved(state: Incident, { at, stamp: id }: Row): Incident {
  return {
    ...state,
    isResolved: true,
    phase: isEarlier(state.phase, 'resolution') ? 'resolution' : state.phase,
    stamps: state.stamps.resolved?.byHand
      ? state.stamps
      : withStamp(state.stamps, 'resolved', { at, id, byHand: false }),
    clock: state.clock && stopped(state.clock),
  };
}

function reopened(state: Incident, recordedAt: EpochMs): Incident {
  return {
    ...state,
    isResolved: false,
    reopenings: state.reopenings + 1,
    stamps: without(state.stamps, 'resolved'),
    clock:
      state.clock &&
      started(recordedAt, state.severity, {
        setMinutes: state.clock.setMinutes,
        state: 'investigating',
      }),
  };
}

function withStamp(stamps: Incident['stamps'], name: StampName, stamp: LifecycleStamp): Incident['stamps'] {
  return { ...stamps, [name]: stamp };
}

function without(stamps: Incident['stamps'], name: StampName): Incident['stamps'] {
  const { [name]: _cleared, ...rest } = stamps;
  return rest;
}
