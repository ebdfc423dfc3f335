import type { StoreApi } from 'zustand/vanilla';
import { between, ms } from '../domain/time';
import type { Ports } from './ports';
import type { SessionState } from './sessionState';

/** Waiting for the disk is worth saying past this. */
export const LATE = ms(300);

/**
 * Tells whether something could not be saved, or has been waiting for the disk for longer than `LATE`, whenever
 * that changes, until what comes back is called.
 */
export function watchLateness(
  session: Pick<StoreApi<SessionState>, 'getState' | 'subscribe'>,
  { now, after }: Pick<Ports, 'now' | 'after'>,
  tell: (late: boolean) => void,
): () => void {
  let callOff = (): void => undefined;
  const look = ({ unsavedSince, failure }: SessionState): void => {
    callOff();
    callOff = () => undefined;
    if (unsavedSince === null) return tell(false);
    const left = failure === null ? LATE - between(unsavedSince, now()) : 0;
    tell(left <= 0);
    if (left > 0) callOff = after(left, () => tell(true));
  };
  look(session.getState());
  const leave = session.subscribe((state, before) => {
    if (state.unsavedSince !== before.unsavedSince || state.failure !== before.failure) look(state);
  });
  return () => {
    callOff();
    leave();
  };
}
