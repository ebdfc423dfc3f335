import { isLive } from '../domain/incident';
import type { Console } from './console';

/** What an action does, and when it can be done. */
export interface Doing {
  /** Works on the open incident, so its screen is shown first. */
  readonly inIncident: boolean;
  /** Undefined when it can be done now; else the sentence that says why not. */
  readonly unavailable: (console: Console) => string | undefined;
  readonly perform: (console: Console) => void;
}

export const always = (): undefined => undefined;

export const whenOpen = ({ session }: Console): string | undefined =>
  session.store.getState().incident.id === null ? 'Declare or open an incident first.' : undefined;

export const whenLive = (console: Console): string | undefined =>
  whenOpen(console) ??
  (isLive(console.session.store.getState().incident) ? undefined : 'The incident is resolved.');
