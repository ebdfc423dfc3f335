import type { Breathe, SourceFile } from '../imports/importTypes';

/** A chosen or dropped file, read piece by piece as it is asked for. */
export const sourceOf = (file: File, path = file.webkitRelativePath || file.name): SourceFile => ({
  path: withoutTop(path),
  size: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});

/** Many at once. The size of each is asked of another process, and a thousand of them take the better part of a second. */
export async function sourcesOf(files: readonly File[], breathe: Breathe): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  for (const file of files) {
    found.push(sourceOf(file));
    await breathe();
  }
  return found;
}

/** The same files, and how many bytes were read of them, whatever they unpack to. */
export function countedSources(given: readonly SourceFile[]) {
  const all = given.reduce((sum, { size }) => sum + size, 0);
  let read = 0;
  const files = given.map((file) => ({
    ...file,
    read: async (from: number, to: number) => {
      const bytes = await file.read(from, to);
      read += bytes.length;
      return bytes;
    },
  }));
  let passes = 1;
  return {
    files,
    all,
    // The first bytes are read once more, to tell what the file is.
    done: (): number => Math.min(read / passes, all),
    readTwice: (): void => void (passes = 2),
  };
}

/** Within a chosen folder its own name says nothing. */
const withoutTop = (path: string): string => path.replace(/^[^/]+\/(?=.+)/, '');

const IMPORTABLE = /\.(?:json|ndjson|jsonl|csv|tsv|txt|log|zip)$/i;

/** True for a file that is none of ours by its name but may be one to import; images go into notes. */
export const mayBeImported = ({ name, type }: Pick<File, 'name' | 'type'>): boolean =>
  IMPORTABLE.test(name) && !type.startsWith('image/');

/** PNG, GIF, JPEG and WebP say what they are in their first bytes, whatever they are called. */
const IMAGE = /^(?:\x89PNG|GIF8|\xff\xd8\xff|RIFF[^]{4}WEBP)/;

/** True for what goes into the note as an image, or is refused there; main looks at it whole. */
export async function beginsAsImage(file: File): Promise<boolean> {
  const head = new Uint8Array(await file.slice(0, 12).arrayBuffer());
  return IMAGE.test(String.fromCharCode(...head));
}

/** The files of a dropped folder. */
export async function filesOf(entry: FileSystemEntry): Promise<readonly SourceFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [sourceOf(file, entry.fullPath.replace(/^\//, ''))];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: SourceFile[] = [];
  for (;;) {
    // The reader gives at most 100 names at a time.
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return found;
    for (const one of some) for (const file of await filesOf(one)) found.push(file);
  }
}
