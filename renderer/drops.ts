import { visibleLine } from './exports/visibleText';
import type { Console } from './store/console';
import { beginsAsImage, filesOf, mayBeImported, sourceOf, sourcesOf } from './store/importFiles';
import { makePace } from './store/sharedThread';

const BUNDLE = /\.icbundle$/i;

/** Its first bytes decide, not its name. */
async function taken(console: Console, file: File): Promise<void> {
  const isImage = await beginsAsImage(file).catch(() => false);
  if (isImage) attach(console, [file]);
  else await console.importing.takeOrKeep([sourceOf(file)], file.name);
}

/** Files of one kind are read together; the reader says so of all else. */
async function takeSeveral({ importing }: Console, files: readonly File[]): Promise<void> {
  const { breathe } = makePace(
    () => undefined,
    () => undefined,
  );
  await importing.takeOrKeep(await sourcesOf(files, breathe), `${files.length} files`);
}

function attach({ attaching, view, session, notices }: Console, files: readonly File[]): void {
  if (session.store.getState().openId === null) {
    notices.show({ id: 'refused', tone: 'info', text: 'Declare or open an incident first.' });
    return;
  }
  view.set({ atHome: false });
  void attaching.add(files);
  view.focusPad();
}

async function takeFolder({ importing, notices }: Console, entry: FileSystemEntry): Promise<void> {
  const files = await filesOf(entry).catch(() => undefined);
  if (files) return importing.takeOrKeep(files, entry.name);
  const text = `The folder “${visibleLine(entry.name)}” could not be read to its end.`;
  notices.show({ id: 'import', tone: 'warning', text });
}

/**
 * Files dropped onto the window become images of the unsent note, or are looked at to be imported; bundles go another
 * way, through the preload, which alone learns their paths. Returns what undoes it.
 */
export function bindDrops(console: Console): () => void {
  const onDrop = (event: DragEvent): void => {
    const files = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => !BUNDLE.test(name));
    if (files.length === 0) return;
    event.preventDefault();
    const { view } = console;
    if (view.store.getState().dialog !== null) return;
    const [item] = event.dataTransfer?.items ?? [];
    const entry = item?.webkitGetAsEntry();
    const [first] = files;
    if (entry?.isDirectory) void takeFolder(console, entry);
    else if (first && files.length === 1 && mayBeImported(first)) void taken(console, first);
    else if (files.length > 1 && files.every(mayBeImported)) void takeSeveral(console, files);
    else attach(console, files);
  };
  window.addEventListener('drop', onDrop);
  return () => window.removeEventListener('drop', onDrop);
}
