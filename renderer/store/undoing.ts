import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Command } from '../domain/commands';
import type { IncidentId } from '../domain/ids';
import type { Incident } from '../domain/incident';
import { oppositeOf, type Opposite } from '../domain/opposite';
import type { EpochMs } from '../domain/time';
import type { Ports } from './ports';

/** How long an undo stands; after that the entry's own menu does the same. */
const OFFERED_MS = 10_000;
/** How long the undo key of the empty pad reaches back (KEY7). */
const KEY_MS = 60_000;
/** Nobody presses it more often in a minute. */
const MOST_KEPT = 50;

export interface UndoOffer extends Opposite {
  readonly incidentId: IncidentId;
}

/** Something done here; without an offer it can't be taken back. */
interface Done {
  readonly incidentId: IncidentId;
  readonly at: EpochMs;
  readonly offer?: UndoOffer;
}

/**
 * Offers to take back what was just done, for ten seconds on a button and for a minute on the empty pad's key (UND2),
 * which goes on to what was done before. Undoing writes rows; nothing is deleted.
 */
export class Undoing {
  readonly store: StoreApi<UndoOffer | null> = createStore<UndoOffer | null>(() => null);
  readonly #ports: Pick<Ports, 'after' | 'now'>;
  #callOff: () => void = () => undefined;
  /** Oldest first. */
  #done: readonly Done[] = [];
  /** While something is taken back: what takes that back, the last one first. */
  #wayBack: Command[] | null = null;

  constructor(ports: Pick<Ports, 'after' | 'now'>) {
    this.#ports = ports;
  }

  /** Told of each command that was accepted. One that can't be taken back ends the offer: Undo means the last one. */
  did(command: Command, before: Incident, after: Incident): void {
    const opposite = oppositeOf(command, before, after);
    if (after.id === null) return this.drop();
    if (this.#wayBack) {
      this.#wayBack.unshift(...(opposite?.commands ?? []));
      return;
    }
    const offer = opposite && { ...opposite, incidentId: after.id };
    this.#keep({ incidentId: after.id, at: this.#ports.now(), ...(offer ? { offer } : {}) });
    if (offer) this.#offer(offer);
    else this.drop();
  }

  /** Several things done at once are taken back at once. */
  together(what: string, incidentId: IncidentId, commands: readonly Command[]): void {
    const single = new Set(commands);
    this.#done = this.#done.filter(({ offer }) => !offer?.commands.some((one) => single.has(one)));
    const offer = { what, commands, incidentId };
    this.#keep({ incidentId, at: this.#ports.now(), offer });
    this.#offer(offer);
  }

  /** What was done last in an incident within the last minute. */
  lastIn(incidentId: IncidentId | null): Done | undefined {
    const last = this.#done.findLast((one) => one.incidentId === incidentId);
    return last && this.#ports.now() - last.at <= KEY_MS ? last : undefined;
  }

  /** Takes back by `run`, which answers false for what was refused; `isReversible`: and offers the way back. */
  takeBack(offer: UndoOffer, run: (command: Command) => boolean, isReversible: boolean): void {
    this.drop();
    this.#done = this.#done.filter((one) => one.offer !== offer);
    const wayBack: Command[] = [];
    this.#wayBack = wayBack;
    try {
      for (const command of offer.commands) if (!run(command)) break;
    } finally {
      this.#wayBack = null;
    }
    if (isReversible && wayBack.length > 0) {
      this.#offer({ what: `Taken back: ${offer.what}`, commands: wayBack, incidentId: offer.incidentId });
    }
  }

  drop(): void {
    this.#callOff();
    this.store.setState(null, true);
  }

  #keep(done: Done): void {
    this.#done = [...this.#done.slice(1 - MOST_KEPT), done];
  }

  #offer(offer: UndoOffer): void {
    this.#callOff();
    this.store.setState(offer, true);
    this.#callOff = this.#ports.after(OFFERED_MS, () => this.drop());
  }
}
