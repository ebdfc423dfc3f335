import { basename, dirname, join } from 'node:path';
import type { FilePort } from './filePort';

const RANDOM = /^[0-9a-f]{12}$/;

/** Removes what a kill in the middle of writing the file at `path` anew has left beside it. */
export async function removeStrays(files: FilePort, path: string): Promise<void> {
  const folder = dirname(path);
  const before = `${basename(path)}.`;
  for (const file of await files.list(folder)) {
    const isStray =
      file.startsWith(before) && file.endsWith('.tmp') && RANDOM.test(file.slice(before.length, -4));
    if (isStray) await files.remove(join(folder, file));
  }
}
