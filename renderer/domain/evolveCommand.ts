import type { Row, RowOf } from './events';
import type { Incident, Tenure } from './incident';
import { REDACTED } from './redaction';

/** Role changes: who holds what since when, and who held it before (ROL2). */
export function evolveCommand(state: Incident, row: RowOf<'role-assigned' | 'role-released'>): Incident {
  const { event } = row;
  switch (event.type) {
    case 'role-assigned':
      return assigned(state, { ...row, event });
    case 'role-released':
      return released(state, { ...row, event });
  }
}

function assigned(state: Incident, row: RowOf<'role-assigned'>): Incident {
  const { role, person, area } = row.event;
  const tenure: Tenure = {
    id: row.stamp,
    role,
    person,
    since: row.at,
    ...(area === undefined ? {} : { area }),
  };
  const people = withPerson(state.people, person);
  if (role === 'expert') return { ...state, people, experts: [...state.experts, tenure] };
  const before = state.holders[role];
  return {
    ...state,
    people,
    holders: { ...state.holders, [role]: tenure },
    formerTenures: before ? [...state.formerTenures, ended(before, row)] : state.formerTenures,
  };
}

function released(state: Incident, row: RowOf<'role-released'>): Incident {
  const { role, person, area } = row.event;
  if (role === 'expert') {
    const left = state.experts.find((held) => held.person === person && held.area === area);
    if (!left) return state;
    return {
      ...state,
      experts: state.experts.filter((held) => held !== left),
      formerTenures: [...state.formerTenures, ended(left, row)],
    };
  }
  const { [role]: left, ...holders } = state.holders;
  // Two laptops may have released and reassigned at once: only the person named leaves (ROL2).
  if (left === undefined || !mayBeSame(left.person, person)) return state;
  return {
    ...state,
    holders,
    formerTenures: [...state.formerTenures, ended(left, row)],
  };
}

/** A name that was erased may be anybody's: the one holder is taken to be meant. */
const mayBeSame = (holder: string, named: string): boolean =>
  holder === named || holder === REDACTED || named === REDACTED;

const ended = (tenure: Tenure, row: Row): Tenure => ({ ...tenure, until: row.at, endedBy: row.stamp });

/** The people with one more, if they are named and new (ROL6). */
export const withPerson = (people: readonly string[], person: string): readonly string[] =>
  person === '' || person === REDACTED || people.includes(person) ? people : [...people, person];
