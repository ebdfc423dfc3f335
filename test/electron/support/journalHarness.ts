import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { StoredRow } from '../../../electron/contract';
import type { FilePort } from '../../../electron/files/filePort';
import { removeMarker } from '../../../electron/files/marker';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { Ballast } from '../../../electron/journal/ballast';
import { writeCheckpoint } from '../../../electron/journal/checkpoint';
import { Journal } from '../../../electron/journal/journal';
import { SEGMENT_BYTES, type JournalPlace } from '../../../electron/journal/journalPlace';
import { journalPaths, tornTailPath } from '../../../electron/journal/paths';
import { journalPrelude, type Prelude } from '../../../electron/journal/prelude';
import { NOON } from './rows';

/** A journal as the program runs it, from its start on. */
export interface RunningJournal {
  readonly journal: Journal;
  readonly prelude: Prelude;
  readonly ballast: Ballast;
  /** What a clean exit does. */
  readonly end: () => Promise<void>;
}

/** What a test may want otherwise than it is in the program. */
export type PlaceChange = Partial<Pick<JournalPlace, 'segmentBytes' | 'changed'>>;

export async function startJournal(
  profile: string,
  files: FilePort = nodeFiles,
  change: PlaceChange = {},
): Promise<RunningJournal> {
  const paths = journalPaths(profile);
  const prelude = await journalPrelude(files, paths, NOON);
  const ballast = new Ballast(files, paths.ballast, paths.folder);
  const journal = new Journal(
    {
      files,
      folder: paths.folder,
      asideFor: (file) => tornTailPath(paths, file, NOON),
      device: 'dev1',
      now: () => NOON,
      ballast,
      segmentBytes: SEGMENT_BYTES,
      changed: () => undefined,
      ...change,
    },
    prelude,
  );
  onTestFinished(async () => void (await journal.close()));
  const end = async (): Promise<void> => {
    await writeCheckpoint(files, paths.checkpoint, await journal.close());
    await removeMarker(files, paths.dirty);
  };
  return { journal, prelude, ballast, end };
}

/** All rows of an incident, read page by page as the page does. */
export async function allRows(
  journal: Journal,
  incidentId = 'inc1',
  limit = 1000,
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page = await journal.read(incidentId, from, limit);
    if (!page.ok) throw new Error(page.failure.detail);
    rows.push(...page.value.rows);
    from = page.value.next;
  }
  return rows;
}

export function journalFile(profile: string, segment = 1, incidentId = 'inc1'): string {
  return join(profile, 'journal', `${incidentId}.${String(segment).padStart(4, '0')}.ndjson`);
}

export function journalLines(profile: string, segment = 1): readonly string[] {
  return readFileSync(journalFile(profile, segment), 'utf8').split('\n').slice(0, -1);
}

export function asideFiles(profile: string): readonly string[] {
  return readdirSync(join(profile, 'journal', 'aside'));
}
