import { useStore } from 'zustand';
import { between, formatElapsed } from '../../domain/time';
import { elapsedSpan } from '../../domain/elapsed';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import styles from './IncidentHeader.module.css';

/** How long it has been going on: from impact start if known, else from declaring; stands when resolved. */
export function Elapsed({ console }: { readonly console: Console }) {
  const incident = useStore(console.session.store, (state) => state.incident);
  const now = useStore(console.ticker.store);
  const span = elapsedSpan(incident, now);
  if (!span) return null;
  const since = `since ${span.basis} ${formatLocal(span.from, shownZone(console))}`;
  return (
    <div className={styles['elapsed']}>
      <span className={styles['caption']}>{span.running ? 'Elapsed' : 'Lasted'}</span>
      <span role="timer" aria-label="Elapsed" title={since} className={styles['figure']}>
        {formatElapsed(between(span.from, span.to))}
      </span>
    </div>
  );
}
