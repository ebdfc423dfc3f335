import type { Console } from './store/console';
import { filesOf, mayBeImported, sourceOf } from './store/importFiles';

const BUNDLE = /\.icbundle$/i;

/**
 * Files dropped onto the window become images of the unsent note, or are looked at to be imported; bundles go another way, through the
 * preload, which alone learns their paths. Returns what undoes it.
 */
export function bindDrops(console: Console): () => void {
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => !BUNDLE.test(name));
    if (files.length === 0) return;
    event.preventDefault();
    const { attaching, importing, session, view, notices } = console;
    if (session.store.getState().openId === null) {
      notices.show({ id: 'refused', tone: 'info', text: 'Declare or open an incident first.' });
      return;
    }
    if (view.store.getState().dialog !== null) return;
    view.set({ atHome: false });
    const [item] = event.dataTransfer?.items ?? [];
    const entry = item?.webkitGetAsEntry();
    const [first] = files;
    if (entry?.isDirectory) {
      void filesOf(entry).then((inside) => importing.take(inside, entry.name));
      return;
    }
    if (first && files.length === 1 && mayBeImported(first)) {
      void importing.take([sourceOf(first)], first.name);
      return;
    }
    void attaching.add(files);
    view.focusPad();
  };
  window.addEventListener('drop', onDrop);
  return () => window.removeEventListener('drop', onDrop);
}
