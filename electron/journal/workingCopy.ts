import { dirname, join } from 'node:path';
import { atomicWrite } from '../files/atomicWrite';
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
 * again. It is kept for a while, since it costs little and somebody may want to look. Answers where it
 * is now; null when there was nothing to move.
 */
export async function moveWorkingCopyAside(
  files: FilePort,
  paths: JournalPaths,
  now: number,
): Promise<string | null> {
  const stores = await ourStores(files, paths);
  if (stores.length === 0) return null;
  const to = join(paths.workingCopyAside, fileTime(now));
  await files.makeFolder(to);
  for (const name of stores) await files.rename(join(paths.workingCopy, name), join(to, name));
  await files.syncFolder(paths.workingCopy);
  await dropOldCopies(files, paths);
  return to;
}

/**
 * Copies the store aside, before Chromium may open it and throw it away: the journal is not what it was,
 * so rows may be in here alone. Answers where; null when there is no store.
 */
export async function copyWorkingCopyAside(
  files: FilePort,
  paths: JournalPaths,
  now: number,
): Promise<string | null> {
  const stores = await ourStores(files, paths);
  if (stores.length === 0) return null;
  const to = join(paths.workingCopyAside, fileTime(now));
  for (const name of stores) await copyFolder(files, join(paths.workingCopy, name), join(to, name));
  await dropOldCopies(files, paths);
  return to;
}

/** Only LevelDB breaks when it is opened again after a kill; whatever follows it is left where it is. */
export async function isLevelDb(files: FilePort, paths: JournalPaths): Promise<boolean> {
  return (await ourStores(files, paths)).some((name) => name.endsWith('.leveldb'));
}

async function ourStores(files: FilePort, paths: JournalPaths): Promise<readonly string[]> {
  return (await files.list(paths.workingCopy)).filter((name) => name.startsWith(OUR_STORE));
}

async function copyFolder(files: FilePort, from: string, to: string): Promise<void> {
  await files.makeFolder(to);
  for (const name of await files.list(from)) {
    const path = join(from, name);
    if (await files.isFolder(path)) await copyFolder(files, path, join(to, name));
    else await atomicWrite(files, join(to, name), await files.readAll(path));
  }
}

/** Deletes the store, and every copy kept of older ones: an erased text may be in any of them (RED6). */
export async function deleteWorkingCopy(files: FilePort, paths: JournalPaths): Promise<boolean> {
  const stores = await ourStores(files, paths);
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
