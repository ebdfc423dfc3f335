import { faultyFiles, systemError, type Faults } from './faultyFiles';
import { allRows, startJournal } from './journalHarness';
import { tempFolder } from './tempFolder';

export const isSegment = (path: string): boolean => path.endsWith('.ndjson');

/** Throws for journal files as often as `times` says. */
export function failing(code: string, times: number): (path: string) => void {
  let left = times;
  return (path) => {
    if (!isSegment(path) || left === 0) return;
    left -= 1;
    throw systemError(code);
  };
}

/** A journal on a fresh profile, whose disk has these faults. */
export async function started(faults: Faults) {
  const profile = tempFolder();
  return { profile, ...(await startJournal(profile, faultyFiles(faults))) };
}

/** What the next start finds there. */
export async function restarted(profile: string) {
  const { journal } = await startJournal(profile);
  return { rows: await allRows(journal), recovery: (await journal.state()).recovery };
}
