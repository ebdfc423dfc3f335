import type { Command } from '../domain/commands';
import type { IncidentId } from '../domain/ids';
import type { Console } from './console';
import { NO_FILTER } from './filtering';
import type { Ran } from './session';

/** Another incident's timeline starts whole and at its end. */
const FRESH_TIMELINE = { editing: null, rowMenu: null, filter: NO_FILTER, filterOpen: false, revealed: null };

/** Shows an incident and remembers it for the next start. */
export async function openIncident(console: Console, id: IncidentId): Promise<void> {
  console.view.set({ atHome: false, composerOpen: false, exported: null, ...FRESH_TIMELINE });
  console.settings.change({ openIncident: id });
  await console.session.open(id);
  console.view.focusPad();
}

/**
 * Declares and opens. Who declares first on a laptop is taken as the one who writes on it, if
 * nobody has said otherwise: one question less at 3 a.m.
 */
export function declareIncident(
  console: Console,
  command: Omit<Extract<Command, { type: 'declare' }>, 'type' | 'number'>,
): Ran {
  const { settings, incidents, session, view, drafts } = console;
  const name = settings.store.getState().userName || command.commander.trim();
  const number = incidents.nextNumber(command.drill);
  const ran = session.declare({ type: 'declare', number, ...command }, name);
  if (!ran.ok) return ran;
  if (name !== '' && settings.store.getState().userName === '') settings.change({ userName: name });
  settings.meet(command.commander);
  settings.change({ openIncident: session.store.getState().openId });
  drafts.drop((key) => key.startsWith('declare:'));
  view.set({ atHome: false, composerOpen: false, exported: null, dialog: null, ...FRESH_TIMELINE });
  view.focusPad();
  return ran;
}
