import type { RowOf } from './events';
import type { Incident, SentUpdate } from './incident';
import { minutes, later } from './time';
import { cadence, rescheduled, stopped, type UpdateClock } from './updateClock';

type UpdateRow = RowOf<'update-sent' | 'update-snoozed' | 'update-paused' | 'update-resumed' | 'cadence-set'>;

/** Sent updates and the clock they reset (UPD3, UPD13). */
export function evolveUpdates(state: Incident, row: UpdateRow): Incident {
  const { clock } = state;
  if (clock === null) return state;
  if (row.event.type === 'update-sent') return sent(state, clock, { ...row, event: row.event });
  return { ...state, clock: moved(state, clock, { ...row, event: row.event }) };
}

type ClockRow = RowOf<Exclude<UpdateRow['event']['type'], 'update-sent'>>;

/** Rows of a laptop that did not know yet that the incident was resolved start no clock (UPD9). */
function moved(state: Incident, clock: UpdateClock, { event, recordedAt }: ClockRow): UpdateClock {
  if (state.isResolved && event.type !== 'cadence-set') return clock;
  switch (event.type) {
    case 'update-snoozed':
      return { ...clock, mode: 'snoozed', dueAt: event.until };
    case 'update-paused':
      return { ...clock, mode: 'paused', dueAt: null };
    case 'update-resumed':
      return { ...clock, mode: 'running', dueAt: event.dueAt, isStated: true, anchor: recordedAt };
    case 'cadence-set': {
      const set = { ...clock, setMinutes: event.minutes };
      return state.isResolved ? set : rescheduled(set, state.severity, recordedAt);
    }
  }
}

function sent(state: Incident, clock: UpdateClock, row: RowOf<'update-sent'>): Incident {
  const { type: _type, redacted: _erased, ...said } = row.event;
  const update: SentUpdate = { ...said, id: row.stamp, sentAt: row.at, by: row.by };
  const reset: UpdateClock = { ...clock, state: said.state, anchor: row.recordedAt };
  const dueAt = state.isResolved ? null : said.nextDueAt;
  return {
    ...state,
    updates: [...state.updates, update],
    clock:
      dueAt === null
        ? stopped(reset)
        : { ...reset, mode: 'running', dueAt, promisedAt: dueAt, isStated: true },
  };
}

/** The next promise by cadence, offered in the composer; null when the clock is off. */
export function nextDue(state: Incident, from: UpdateClock['anchor']): UpdateClock['dueAt'] {
  if (state.clock === null || state.isResolved) return null;
  const every = cadence(state.clock, state.severity);
  return every === null ? null : later(from, minutes(every));
}
