import type { RowOf } from './events';
import type { Incident, SentUpdate } from './incident';
import { minutes, later } from './time';
import { cadence, rescheduled, type UpdateClock } from './updateClock';

type UpdateRow = RowOf<'update-sent' | 'update-snoozed' | 'update-paused' | 'update-resumed' | 'cadence-set'>;

/** Sent updates and the clock they reset (UPD3–UPD9). */
export function evolveUpdates(state: Incident, row: UpdateRow): Incident {
  const { event } = row;
  const { clock } = state;
  if (clock === null) return state;
  switch (event.type) {
    case 'update-sent':
      return sent(state, clock, { ...row, event });
    case 'update-snoozed':
      return { ...state, clock: { ...clock, mode: 'snoozed', dueAt: event.until } };
    case 'update-paused':
      return { ...state, clock: { ...clock, mode: 'paused', dueAt: null } };
    case 'update-resumed':
      return { ...state, clock: { ...clock, mode: 'running', dueAt: event.dueAt } };
    case 'cadence-set':
      return {
        ...state,
        clock: state.isResolved
          ? { ...clock, setMinutes: event.minutes }
          : rescheduled({ ...clock, setMinutes: event.minutes }, state.severity, null),
      };
  }
}

function sent(state: Incident, clock: UpdateClock, row: RowOf<'update-sent'>): Incident {
  const { type: _type, ...said } = row.event;
  const update: SentUpdate = { ...said, id: row.stamp, sentAt: row.at, by: row.by };
  const reset: UpdateClock = { ...clock, state: said.state, anchor: row.recordedAt };
  const off = state.isResolved || said.nextDueAt === null;
  return {
    ...state,
    updates: [...state.updates, update],
    clock: off
      ? { ...reset, mode: 'off', dueAt: null, promisedAt: null }
      : { ...reset, mode: 'running', dueAt: said.nextDueAt, promisedAt: said.nextDueAt },
  };
}

/** The next promise by cadence, offered in the composer; null when the clock is off. */
export function nextDue(state: Incident, from: UpdateClock['anchor']): UpdateClock['dueAt'] {
  if (state.clock === null || state.isResolved) return null;
  const every = cadence(state.clock, state.severity);
  return every === null ? null : later(from, minutes(every));
}
