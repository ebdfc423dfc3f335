import { dirname, join } from 'node:path';
import type { FilePort } from '../files/filePort';
import { fileTime } from '../wallClock';
import type { JournalPaths } from './paths';

/** How Chromium names the store of `app://console`, in LevelDB and in whatever follows it. */
const OUR_STORE = 'app_console_';
const COPIES_KEPT = 3;

/**
 * Moves the page's IndexedDB store out of Chromium's way, to be rebuilt from the journal.
 *
 * Chromium appends behind a record torn by a kill and throws the whole store away at the start after
 * that (measured in 12 of 601 kills), so a store that was open when the last run died is not opened
 * again. It is kept for a while, since it costs little and somebody may want to look. Answers
 * whether there was anything to move.
 */
export async function moveWorkingCopyAside(
  files: FilePort,
  paths: JournalPaths,
  now: number,
): Promise<boolean> {
  const stores = (await files.list(paths.workingCopy)).filter((name) => name.startsWith(OUR_STORE));
  if (stores.length === 0) return false;
  const to = join(paths.workingCopyAside, fileTime(now));
  await files.makeFolder(to);
  for (const name of stores) await files.rename(join(paths.workingCopy, name), join(to, name));
  await files.syncFolder(paths.workingCopy);
  await dropOldCopies(files, paths);
  return true;
}

/** Deletes the store, and every copy kept of older ones: an erased text may be in any of them (RED6). */
export async function deleteWorkingCopy(files: FilePort, paths: JournalPaths): Promise<boolean> {
  const stores = (await files.list(paths.workingCopy)).filter((name) => name.startsWith(OUR_STORE));
  for (const name of stores) await files.remove(join(paths.workingCopy, name));
  await files.syncFolder(paths.workingCopy);
  await deleteOldCopies(files, paths);
  return stores.length > 0;
}

export async function deleteOldCopies(files: FilePort, paths: JournalPaths): Promise<void> {
  await files.remove(paths.workingCopyAside);
  await files.syncFolder(dirname(paths.workingCopyAside));
}

async function dropOldCopies(files: FilePort, paths: JournalPaths): Promise<void> {
  const copies = await files.list(paths.workingCopyAside);
  for (const old of copies.slice(0, -COPIES_KEPT)) {
    await files.remove(join(paths.workingCopyAside, old)).catch(() => undefined);
  }
}
