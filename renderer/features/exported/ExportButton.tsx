import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';
import { ExportAs } from './ExportAs';
import styles from './Exported.module.css';

export function ExportButton({ console }: { readonly console: Console }) {
  const exporting = useStore(console.view.store, (view) => view.exporting);
  const isOpen = useStore(console.session.store, ({ incident }) => incident.id !== null);
  useEffect(() => {
    if (!isOpen) return undefined;
    return console.ports.whenIdle(() => void console.exporting.warmUp());
  }, [console, isOpen]);
  return (
    <span className={styles['pair']}>
      <Button aria-busy={exporting} onClick={() => void console.exporting.postMortem()}>
        Export post-mortem
      </Button>
      <ExportAs console={console} />
    </span>
  );
}
