import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import styles from './Rebuilding.module.css';

/** Shown only when opening takes more than half a second: the working copy is being rebuilt. */
export function Rebuilding({ console }: { readonly console: Console }) {
  const status = useStore(console.session.store, (state) => state.status);
  const progress = useStore(console.session.store, (state) => state.progress);
  if (status !== 'opening') return null;
  const text = progress
    ? `Rebuilding from the journal: ${progress.done} of ${progress.total} rows. You can type already.`
    : 'Opening the log. You can type already.';
  return (
    <p role="status" className={styles['rebuilding']}>
      {text}
    </p>
  );
}
