import { Check } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { isEarlier, PHASE_NAMES, PHASES, type Phase } from '../../domain/lifecycle';
import { runOrTell, type Console } from '../../store/console';
import styles from './Phase.module.css';

/**
 * The six phases. Forward is one click; back asks for a reason. A window too narrow for the row names the
 * present one on a button that unfolds the others.
 */
export function PhaseStepper({ console }: { readonly console: Console }) {
  const phase = useStore(console.session.store, (state) => state.incident.phase);
  const [unfolded, setUnfolded] = useState(false);
  const moveTo = (to: Phase): void => {
    setUnfolded(false);
    if (to === phase) return;
    if (isEarlier(to, phase)) console.view.openDialog({ name: 'phase', to });
    else {
      runOrTell(console, { type: 'move-phase', to });
      console.view.focusPad();
    }
  };
  return (
    <nav aria-label="Phase" className={styles['phases']}>
      <button
        type="button"
        className={styles['fold']}
        aria-expanded={unfolded}
        onClick={() => setUnfolded(!unfolded)}
      >
        Phase: {PHASE_NAMES[phase]} ({PHASES.indexOf(phase) + 1} of {PHASES.length})
      </button>
      <ol className={styles['steps']} data-unfolded={unfolded}>
        {PHASES.map((one) => (
          <li key={one}>
            <button
              type="button"
              className={styles['step']}
              aria-current={one === phase ? 'step' : undefined}
              onClick={() => moveTo(one)}
            >
              {isEarlier(one, phase) && <Check size={13} aria-hidden="true" />}
              {PHASE_NAMES[one]}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
