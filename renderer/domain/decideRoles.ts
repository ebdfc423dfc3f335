import { accept, isTooLongName, oneLine, optional, refuse, type CommandOf, type Decision } from './decision';
import type { Incident } from './incident';

/** Handing out and taking back roles (ROL1–ROL3). One person may hold several. */
export function decideRole(state: Incident, command: CommandOf<'assign-role' | 'release-role'>): Decision {
  const person = oneLine(command.person);
  if (person === '') return refuse('person-missing');
  const area = optional('area', command.area);
  if (command.type === 'release-role') {
    if (!isHeld(state, command.role, person, area.area)) return refuse('not-holding-role');
    return accept({ type: 'role-released', role: command.role, person, ...area });
  }
  if (isTooLongName(person)) return refuse('name-too-long');
  if (isHeld(state, command.role, person, area.area)) return refuse('already-holds-role');
  const instead = command.role === 'expert' ? undefined : state.holders[command.role]?.person;
  return accept({
    type: 'role-assigned',
    role: command.role,
    person,
    ...area,
    ...optional('instead', instead),
  });
}

function isHeld(
  state: Incident,
  role: CommandOf<'assign-role'>['role'],
  person: string,
  area: string | undefined,
): boolean {
  if (role !== 'expert') return state.holders[role]?.person === person;
  return state.experts.some((held) => held.person === person && held.area === area);
}

/** True when the commander also works hands-on: they should do one of the two (ROL4). */
export function commanderIsExpert(state: Incident): boolean {
  const commander = state.holders.commander?.person;
  return commander !== undefined && state.experts.some((held) => held.person === commander);
}
