import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { undo } from '../../store/entryActions';
import { Button } from '../../ui/Button';
import styles from './Undo.module.css';

/** For ten seconds after something was done: what it was, and the way back. It has its place, so nothing moves. */
export function UndoToast({ console }: { readonly console: Console }) {
  const offer = useStore(console.undoing.store);
  const openId = useStore(console.session.store, (state) => state.openId);
  const shown = offer?.incidentId === openId ? offer : null;
  return (
    // Each note read out again would talk over the call; it was typed a moment ago.
    <span
      role="status"
      aria-live={shown?.what === 'Note logged' ? 'off' : 'polite'}
      className={styles['toast']}
    >
      {shown && (
        <>
          <span className={styles['what']} aria-hidden="true">
            {shown.what}
          </span>
          <span className="visually-hidden">{shown.what}</span>
          <Button
            title={`${shown.what}: take it back`}
            onClick={() => {
              undo(console);
              console.view.focusPad();
            }}
          >
            Undo
          </Button>
        </>
      )}
    </span>
  );
}
