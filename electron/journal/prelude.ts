import { join } from 'node:path';
import type { StorageFailure } from '../contract';
import type { FilePort } from '../files/filePort';
import { placeMarker, removeMarker } from '../files/marker';
import { storageFailure } from '../files/storageFailure';
import { fileTime } from '../wallClock';
import { isAsLeft, readCheckpoint, type Checkpoint } from './checkpoint';
import type { JournalPaths } from './paths';
import { readSegmentName } from './segmentName';
import { holdsAnyRow } from './segmentScan';
import { copyWorkingCopyAside, deleteWorkingCopy, isLevelDb, moveWorkingCopyAside } from './workingCopy';

/** What was found, and done, before the window may open. */
export interface Prelude {
  readonly uncleanExit: boolean;
  readonly workingCopyMovedAside: boolean;
  /** Where the working copy as it was stands aside, to be read for rows that the journal lacks. */
  readonly setAside: string | null;
  /** Vouches for the files whose sizes still fit; null = read them all. */
  readonly checkpoint: Checkpoint | null;
  readonly unwritable: StorageFailure | null;
}

/**
 * The part of starting that must come before the page can touch its database. Whatever may take
 * long, the scan above all, comes after it. Never rejects: a profile that can be neither read nor
 * written still gets a window, which says so.
 */
export async function journalPrelude(files: FilePort, paths: JournalPaths, now: number): Promise<Prelude> {
  const cannotPrepare = await failureOf(paths.folder, () => files.makeFolder(paths.aside));
  const found = await look(files, paths).catch(() => NOTHING);
  const unclean = found.dirty || found.suspect || found.checkpoint === null;
  const mayMove = (unclean || found.discard) && !found.unvouched && cannotPrepare === null;
  const moved = mayMove ? await moveIfRebuildable(files, paths, found, now) : NOT_MOVED;
  const inDoubt = unclean || found.unvouched || found.changed;
  const mayCopy = inDoubt && !moved.done && !found.discard && cannotPrepare === null;
  const copied = mayCopy ? await copyWorkingCopyAside(files, paths, now).catch(() => null) : null;
  const mark = (): Promise<void> => placeMarker(files, paths.dirty, `${fileTime(now)}\n`);
  return {
    uncleanExit: found.dirty,
    workingCopyMovedAside: moved.done,
    setAside: moved.to ?? copied,
    checkpoint: unclean ? null : found.checkpoint,
    unwritable: cannotPrepare ?? (await failureOf(paths.folder, mark)),
  };
}

interface Found {
  readonly dirty: boolean;
  readonly suspect: boolean;
  readonly discard: boolean;
  readonly checkpoint: Checkpoint | null;
  /**
   * No run has left its mark here: somebody deleted the folder while one was writing, or put back an old
   * one. The working copy may then hold what the journal lacks.
   */
  readonly unvouched: boolean;
  /** The files are not as the last clean exit left them: rows may be in the working copy alone. */
  readonly changed: boolean;
  readonly segments: readonly string[];
}

/** What became of the working copy; `to` is null also when it was deleted. */
interface Moved {
  readonly done: boolean;
  readonly to: string | null;
}

const NOT_MOVED: Moved = { done: false, to: null };

const NOTHING: Found = {
  dirty: false,
  suspect: false,
  discard: false,
  checkpoint: new Map(),
  unvouched: false,
  changed: false,
  segments: [],
};

async function look(files: FilePort, paths: JournalPaths): Promise<Found> {
  const segments = (await files.list(paths.folder)).filter((file) => readSegmentName(file));
  const [dirty, suspect, discard, vouched, checkpoint] = await Promise.all([
    files.size(paths.dirty),
    files.size(paths.suspect),
    files.size(paths.discard),
    files.size(paths.checkpoint),
    readCheckpoint(files, paths.checkpoint),
  ]);
  // No checkpoint and no journal is a first start, not a loss.
  const first: Checkpoint | null = segments.length === 0 ? new Map() : null;
  return {
    dirty: dirty !== null,
    suspect: suspect !== null,
    discard: discard !== null,
    checkpoint: checkpoint ?? first,
    unvouched: [dirty, suspect, discard, vouched].every((size) => size === null),
    changed: checkpoint !== null && !(await isAsLeft(files, paths.folder, checkpoint, segments)),
    segments,
  };
}

/** Without rows in the journal the working copy may be all there is, so it is left alone. */
async function moveIfRebuildable(
  files: FilePort,
  paths: JournalPaths,
  found: Found,
  now: number,
): Promise<Moved> {
  try {
    if (!(await anyRow(files, paths, found.segments))) return NOT_MOVED;
    const isSound = !found.suspect && !found.discard && !(await isLevelDb(files, paths));
    if (isSound) return NOT_MOVED;
    const moved = found.discard
      ? { done: await deleteWorkingCopy(files, paths), to: null }
      : movedTo(await moveWorkingCopyAside(files, paths, now));
    if (found.suspect) await removeMarker(files, paths.suspect);
    if (found.discard) await removeMarker(files, paths.discard);
    return moved;
  } catch {
    return NOT_MOVED;
  }
}

const movedTo = (to: string | null): Moved => ({ done: to !== null, to });

async function anyRow(files: FilePort, paths: JournalPaths, segments: readonly string[]): Promise<boolean> {
  for (const file of segments) {
    const found = await holdsAnyRow(files, join(paths.folder, file)).catch(() => false);
    if (found) return true;
  }
  return false;
}

async function failureOf(path: string, work: () => Promise<unknown>): Promise<StorageFailure | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return storageFailure(error, path);
  }
}
