import { join } from 'node:path';
import { fileTime } from '../wallClock';

/** Every name the journal uses in the profile folder; changing one loses data of existing profiles. */
export interface JournalPaths {
  readonly folder: string;
  readonly aside: string;
  /** There while the program runs; found at a start, it says that the last run did not end by itself. */
  readonly dirty: string;
  /** The working copy failed a write; it is to be rebuilt however healthy it looks. */
  readonly suspect: string;
  /** The working copy may hold an erased text; it is to be deleted, not kept, at the next start. */
  readonly discard: string;
  readonly checkpoint: string;
  readonly ballast: string;
  readonly workingCopy: string;
  readonly workingCopyAside: string;
}

export function journalPaths(profile: string): JournalPaths {
  const folder = join(profile, 'journal');
  return {
    folder,
    aside: join(folder, 'aside'),
    dirty: join(folder, 'dirty'),
    suspect: join(folder, 'suspect'),
    discard: join(folder, 'discard'),
    checkpoint: join(folder, 'checkpoint.json'),
    ballast: join(folder, 'ballast'),
    workingCopy: join(profile, 'IndexedDB'),
    workingCopyAside: join(profile, 'IndexedDB-aside'),
  };
}

/** Where the torn tail of a journal file is kept. */
export function tornTailPath(paths: JournalPaths, file: string, now: number): string {
  return join(paths.aside, `${file}.${fileTime(now)}.torn`);
}
