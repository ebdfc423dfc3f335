import { dirname, join } from 'node:path';
import type { Recovery } from '../contract';
import type { FilePort } from '../files/filePort';
import type { Checkpoint } from './checkpoint';
import { scanIncident, type IncidentState } from './incidentScan';
import type { JournalPlace } from './journalPlace';
import { keepDamagedLines } from './damagedLines';
import { segmentsByIncident, segmentFile, type SegmentName } from './segmentName';
import type { UnreadableLine } from './segmentScan';

/** What the start-up scan knows of all journals. */
export interface StartScan {
  readonly incidents: ReadonlyMap<string, IncidentState>;
  readonly tornTails: Recovery['tornTails'];
  readonly unreadableLines: Recovery['unreadableLines'];
  /** Files that were believed on the checkpoint's word and are still to be read when idle. */
  readonly unread: readonly SegmentName[];
}

/**
 * Reads every journal, except those whose files have the very sizes the checkpoint of a clean exit
 * gives. A file the checkpoint names and that is gone is reported as line 0.
 */
export async function scanAtStart(place: JournalPlace, checkpoint: Checkpoint | null): Promise<StartScan> {
  const byIncident = segmentsByIncident(await place.files.list(place.folder));
  const incidents = new Map<string, IncidentState>();
  const tornTails: Recovery['tornTails'][number][] = [];
  const unreadableLines = [...goneFiles(checkpoint, byIncident)];
  const unread: SegmentName[] = [];
  for (const [incidentId, names] of byIncident) {
    const known = checkpoint?.get(incidentId);
    if (known && (await sizesFit(place.files, place.folder, known, names))) {
      incidents.set(incidentId, known);
      unread.push(...names);
      continue;
    }
    const scan = await scanIncident(place, names);
    incidents.set(incidentId, scan.state);
    for (const keptAt of scan.tornTails) tornTails.push({ incidentId, keptAt });
    const told = await knownBefore(place, scan.unreadable, names);
    for (const line of scan.unreadable) if (!told(line)) unreadableLines.push({ incidentId, ...line });
  }
  return { incidents, tornTails, unreadableLines, unread };
}

/** Lines that stand aside from an earlier start were told of then. All are kept aside now. */
async function knownBefore(
  { files, folder, asideFor }: JournalPlace,
  unreadable: readonly UnreadableLine[],
  names: readonly SegmentName[],
): Promise<(line: UnreadableLine) => boolean> {
  const known = new Set<string>();
  for (const name of names.filter(({ file }) => unreadable.some((one) => one.file === file))) {
    const kept = await keepDamagedLines(files, folder, name, dirname(asideFor(name.file))).catch(() => null);
    for (const line of kept?.before ?? []) known.add(`${name.file} ${line}`);
  }
  return ({ file, line }) => known.has(`${file} ${line}`);
}

async function sizesFit(
  files: FilePort,
  folder: string,
  known: IncidentState,
  names: readonly SegmentName[],
): Promise<boolean> {
  if (known.segments.length !== names.length) return false;
  const fits = await Promise.all(
    names.map(async ({ file, segment }) => {
      const vouched = known.segments.find((one) => one.segment === segment);
      return vouched?.bytes === (await files.size(join(folder, file)));
    }),
  );
  return fits.every(Boolean);
}

function goneFiles(
  checkpoint: Checkpoint | null,
  byIncident: ReadonlyMap<string, readonly SegmentName[]>,
): Recovery['unreadableLines'] {
  if (!checkpoint) return [];
  return [...checkpoint].flatMap(([incidentId, { segments }]) =>
    segments
      .filter((one) => !byIncident.get(incidentId)?.some((name) => name.segment === one.segment))
      .map(({ segment }) => ({
        incidentId,
        file: segmentFile(incidentId, segment),
        line: 0,
        why: 'the file is gone',
      })),
  );
}
