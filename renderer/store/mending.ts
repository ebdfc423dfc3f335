import type { Pushes } from '../../electron/contract';
import type { IncidentId } from '../domain/ids';
import type { EventLog } from '../persistence/eventLog';
import type { Console } from './console';
import { tellDamage } from './storageNotices';

/** Main found a journal damaged: what the working copy has of it is written back, then it is told (REC4). */
export async function mendDamage(
  console: Console,
  log: EventLog,
  { incidentId, file, why }: Pushes['journal:damaged'],
): Promise<void> {
  const id = incidentId as IncidentId;
  const { session, notices } = console;
  const mended = session.store.getState().openId === id ? session.reread(id) : log.open(id, () => undefined);
  await mended.catch(() => undefined);
  tellDamage(file, why, notices, () => showDamage(console));
}

/** Everything that is damaged, by file and line: the check lists it anew, in the settings. */
export function showDamage({ view, safekeeping }: Pick<Console, 'view' | 'safekeeping'>): void {
  view.openDialog({ name: 'settings', at: 'backups' });
  void safekeeping.check();
}
