import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';
import styles from './Exported.module.css';

/** Says where the draft is, after it was read back from the disk. */
export function ExportedStatus({ console }: { readonly console: Console }) {
  const exported = useStore(console.view.store, (view) => view.exported);
  return (
    <div className={styles['status']} data-shown={exported !== null}>
      <p role="status" aria-live="polite" className={styles['text']}>
        {exported && (
          <span data-testid="exported" data-path={exported.path} key={exported.name}>
            {exported.what ?? 'Post-mortem'} written and checked: {visibleLine(exported.path)}
          </span>
        )}
      </p>
      {exported && (
        <>
          <Button onClick={() => void console.ports.reveal()}>Show in folder</Button>
          <Button onClick={() => console.view.set({ exported: null })}>Dismiss</Button>
        </>
      )}
    </div>
  );
}
