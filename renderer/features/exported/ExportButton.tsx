import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';

export function ExportButton({ console }: { readonly console: Console }) {
  const exporting = useStore(console.view.store, (view) => view.exporting);
  return (
    <Button aria-busy={exporting} onClick={() => void console.exporting.postMortem()}>
      Export post-mortem
    </Button>
  );
}
