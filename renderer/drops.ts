import type { Console } from './store/console';

const BUNDLE = /\.icbundle$/i;

/**
 * Files dropped onto the window become images of the unsent note; bundles go another way, through the
 * preload, which alone learns their paths. Returns what undoes it.
 */
export function bindDrops(console: Console): () => void {
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => !BUNDLE.test(name));
    if (files.length === 0) return;
    event.preventDefault();
    const { attaching, session, view, notices } = console;
    if (session.store.getState().openId === null) {
      notices.show({ id: 'refused', tone: 'info', text: 'Declare or open an incident first.' });
      return;
    }
    if (view.store.getState().dialog !== null) return;
    view.set({ atHome: false });
    void attaching.add(files);
    view.focusPad();
  };
  window.addEventListener('drop', onDrop);
  return () => window.removeEventListener('drop', onDrop);
}
