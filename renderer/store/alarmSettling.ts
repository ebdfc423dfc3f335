import { fold } from '../domain/fold';
import type { IncidentId } from '../domain/ids';
import type { EventLog } from '../persistence/eventLog';
import type { Console } from './console';
import { hand } from './updateAlarm';

/**
 * Tells main, once the incidents are known, what has become of the promises it took up from its file: one
 * that was resolved, paused or sent by rows that came in while it was not open, or that nobody has any
 * more, would ring for ever (UPD15).
 */
export async function settleAlarms(
  { incidents, session, ports }: Pick<Console, 'incidents' | 'session' | 'ports'>,
  log: Pick<EventLog, 'open'>,
): Promise<void> {
  const [armed, journalled] = await Promise.all([ports.program.armed(), ports.journalledIncidents()]);
  for (const id of armed as readonly IncidentId[]) {
    const known = incidents.find(id);
    const isGone = known === undefined && !journalled.includes(id);
    if (isGone || known?.isResolved === true) ports.disarm({ incidentId: id, lane: 'internal' });
    else if (session.store.getState().openId !== id) await handOf(log, id, ports);
  }
}

/** The open incident's promise is handed over by itself; of another only its log can tell. */
async function handOf(log: Pick<EventLog, 'open'>, id: IncidentId, ports: Console['ports']): Promise<void> {
  const { rows, failure } = await log.open(id, () => undefined);
  // What can't be read must not silence an alarm.
  if (failure !== undefined) return;
  const incident = fold(rows);
  if (incident.clock !== null) hand(incident, incident.clock, ports);
}
