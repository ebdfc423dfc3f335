import { statusText } from '../exports/statusText';
import { formatLocal } from '../language/formatLocal';
import type { Console } from './console';
import { shownZone } from './zone';

/** Puts where the incident stands on the clipboard, and says so. */
export async function copyStatus(console: Console): Promise<void> {
  const { session, ports, notices } = console;
  const { incident } = session.store.getState();
  const zone = shownZone(console);
  const dueAt = incident.isResolved ? undefined : (incident.clock?.dueAt ?? undefined);
  await ports.copy(statusText(incident, ports.now(), dueAt, (at) => formatLocal(at, zone).slice(11, 16)));
  notices.show({
    id: 'status-copied',
    tone: 'info',
    text: 'Copied where the incident stands, as plain text. The console sends nothing: paste it where it belongs.',
  });
}
