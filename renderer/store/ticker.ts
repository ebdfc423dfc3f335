import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochMs } from '../domain/time';
import type { Ports } from './ports';

/** The present, once a second; what counts down reads this, never the clock itself. */
export interface Ticker {
  readonly store: StoreApi<EpochMs>;
  /** Draws the clocks anew at once: after waking, after a jump of the wall clock. */
  readonly tick: () => void;
}

export function createTicker(ports: Pick<Ports, 'now' | 'after'>): Ticker {
  const store = createStore<EpochMs>(() => ports.now());
  const tick = (): void => store.setState(ports.now(), true);
  const next = (): void => {
    // Just past the full second, so that all clocks change together and none skips a beat.
    ports.after(1_005 - (ports.now() % 1_000), () => {
      tick();
      next();
    });
  };
  next();
  return { store, tick };
}
