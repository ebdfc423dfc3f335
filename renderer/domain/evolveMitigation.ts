import type { RowOf } from './events';
import { withPerson } from './evolveCommand';
import type { Attempt, Incident } from './incident';

/** Mitigation attempts and how they went (MIT1–MIT3). */
export function evolveMitigation(
  state: Incident,
  row: RowOf<'mitigation-attempted' | 'mitigation-judged' | 'mitigation-check-moved'>,
): Incident {
  const { event } = row;
  switch (event.type) {
    case 'mitigation-attempted': {
      const attempt: Attempt = {
        id: row.stamp,
        action: event.action,
        what: event.what,
        owner: event.owner,
        ...(event.risk === undefined ? {} : { risk: event.risk }),
        startedAt: row.at,
        checkBackAt: event.checkBackAt,
      };
      return {
        ...state,
        attempts: [...state.attempts, attempt],
        people: withPerson(state.people, event.owner),
      };
    }
    case 'mitigation-judged': {
      const { verdict, note } = event;
      const judged = { id: row.stamp, verdict, at: row.at, ...(note === undefined ? {} : { note }) };
      return withAttempt(state, event.attempt, (attempt) => ({ ...attempt, judged }));
    }
    case 'mitigation-check-moved':
      return withAttempt(state, event.attempt, (attempt) => ({
        ...attempt,
        checkBackAt: event.checkBackAt,
      }));
  }
}

function withAttempt(state: Incident, id: Attempt['id'], change: (attempt: Attempt) => Attempt): Incident {
  if (!state.attempts.some((attempt) => attempt.id === id)) return state;
  return {
    ...state,
    attempts: state.attempts.map((attempt) => (attempt.id === id ? change(attempt) : attempt)),
  };
}
