import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../domain/commands';
import type { IncidentId } from '../domain/ids';
import type { Incident } from '../domain/incident';
import { oppositeOf, type Opposite } from '../domain/opposite';
import type { Ports } from './ports';

/** How long an undo stands; after that the entry's own menu does the same. */
const OFFERED_MS = 10_000;

export interface UndoOffer extends Opposite {
  readonly incidentId: IncidentId;
}

/** Offers to take back what was just done, for ten seconds (UND2). Undoing writes rows; nothing is deleted. */
export class Undoing {
  readonly store: StoreApi<UndoOffer | null> = createStore<UndoOffer | null>(() => null);
  readonly #after: Ports['after'];
  #callOff: () => void = () => undefined;

  constructor({ after }: Pick<Ports, 'after'>) {
    this.#after = after;
  }

  /** Told of each command that was accepted. One that can't be taken back ends the offer: Undo means the last one. */
  did(command: Command, before: Incident, after: Incident): void {
    const opposite = oppositeOf(command, before, after);
    if (!opposite || after.id === null) return this.drop();
    this.#offer({ ...opposite, incidentId: after.id });
  }

  /** Several things done at once are taken back at once. */
  together(what: string, incidentId: IncidentId, commands: readonly Command[]): void {
    this.#offer({ what, commands, incidentId });
  }

  drop(): void {
    this.#callOff();
    this.store.setState(null, true);
  }

  #offer(offer: UndoOffer): void {
    this.#callOff();
    this.store.setState(offer, true);
    this.#callOff = this.#after(OFFERED_MS, () => this.drop());
  }
}
