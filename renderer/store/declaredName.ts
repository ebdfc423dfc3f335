import type { StoredRow } from '../../electron/contract';
import { incidentName } from '../domain/incident';
import { upcast } from '../domain/upcast';

/** What an incident was declared as, from its first row; its id when that row is not there. */
export function declaredName({ incidentId, event: raw }: StoredRow): string {
  const event = upcast(raw);
  return event.type === 'incident-declared' ? `${incidentName(event)} ${event.title}` : incidentId;
}
