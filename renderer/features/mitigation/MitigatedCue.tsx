import { useStore } from 'zustand';
import { clockText } from '../../language/formatLocal';
import { runOrTell, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Mitigation.module.css';

/** An attempt worked, yet nobody has said when impact was mitigated: one click does. Never by itself. */
export function MitigatedCue({ console }: { readonly console: Console }) {
  const mitigated = useStore(console.session.store, (state) => state.incident.stamps.mitigated);
  const isResolved = useStore(console.session.store, (state) => state.incident.isResolved);
  const attempts = useStore(console.session.store, (state) => state.incident.attempts);
  const worked = attempts.findLast((attempt) => attempt.judged?.verdict === 'worked');
  const at = worked?.judged?.at;
  if (mitigated || isResolved || worked === undefined || at === undefined) return null;
  const mark = (): void => {
    const reason = `${worked.what} worked`;
    runOrTell(console, { type: 'set-stamps', stamps: { mitigated: at }, reason });
    console.view.focusPad();
  };
  return (
    <div className={styles['cue']} role="status">
      <p>It worked. Is the impact mitigated?</p>
      <Button onClick={mark}>Mitigated at {clockText(at, shownZone(console)).slice(0, 5)}</Button>
    </div>
  );
}
