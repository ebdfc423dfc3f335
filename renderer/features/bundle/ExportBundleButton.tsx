import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { Button } from '../../ui/Button';

export function ExportBundleButton({ console }: { readonly console: Console }) {
  const exporting = useStore(console.view.store, (view) => view.exporting);
  return (
    <Button aria-busy={exporting} onClick={() => void console.bundleExporting.incident()}>
      Export bundle
    </Button>
  );
}
