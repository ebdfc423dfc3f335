import { useStore } from 'zustand';
import { between, ms, type EpochMs } from '../../domain/time';
import { clockText } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { LATE } from '../../store/lateness';
import { shownZone } from '../../store/zone';
import styles from './Saved.module.css';

/** Past this, waiting for the disk is worth saying loudly. */
const STUCK = ms(2_000);

/** Says "Saved" only for what the journal has acknowledged after its fsync. */
export function SavedStatus({ console }: { readonly console: Console }) {
  const state = useStore(console.session.store);
  const { unsavedSince } = state;
  // Only what waits is looked at once a second.
  const waited = useStore(console.ticker.store, (now) =>
    unsavedSince === null ? ms(0) : between(unsavedSince, now),
  );
  const stuck = state.unsaved > 0 && (state.failure !== null || waited > STUCK);
  return (
    <span
      data-testid="saved"
      data-durable={state.durable}
      data-state={stuck ? 'stuck' : 'ok'}
      className={styles['saved']}
    >
      {stuck ? `NOT SAVED: ${state.unsaved}` : calm(state, waited, shownZone(console))}
    </span>
  );
}

function calm(
  state: { readonly status: string; readonly savedAt: EpochMs | null; readonly durable: number },
  waited: number,
  timeZone: string,
): string {
  if (state.status === 'opening') return 'Opening…';
  if (waited > LATE) return 'Saving…';
  if (state.savedAt === null) return '';
  const rows = state.durable === 1 ? '1 row' : `${state.durable} rows`;
  return `Saved ${clockText(state.savedAt, timeZone)} · ${rows}`;
}
