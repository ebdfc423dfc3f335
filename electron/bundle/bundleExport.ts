import type { Outcome, Requests, StoredRow } from '../contract';
import type { ExportFolder } from '../exportFolder';
import { failed } from '../files/storageFailure';
import type { Journal } from '../journal/journal';
import { bufferSource } from './byteSource';
import { LIMITS, size } from './limits';
import { openBundle } from './openBundle';
import { rowsInFiles, type ProofFile } from './proof';
import { writeBundle, type LogsToWrite, type WrittenBundle } from './writeBundle';

type SaveRequest = Requests['bundle:save']['args'][0];
type Saved = Requests['bundle:save']['result'];

export interface BundleExportPlace {
  readonly journal: Pick<Journal, 'copy'>;
  readonly exports: Pick<ExportFolder, 'put'>;
  readonly madeBy: string;
}

/**
 * Writes incidents as one bundle into the export folder. Its rows are those of the journal, whatever
 * their events are; it is opened as a foreign one would be before it replaces an older file, and what
 * is on the disk is compared with it before anybody is told where it is.
 */
export async function saveBundle(place: BundleExportPlace, request: SaveRequest): Promise<Saved> {
  const { folderName, fileName, incidentIds } = request;
  try {
    const written = await writeBundle({ incidentIds, ...partsFrom(place.journal), madeBy: place.madeBy });
    await examine(written);
    const saved = await place.exports.put(folderName, fileName, written.bytes);
    if (!saved.ok) return saved;
    const { incidents } = written.manifest;
    const rows = incidents.reduce((sum, { log }) => sum + log.rows, 0);
    return { ok: true, value: { ...saved.value, rows, incidents: incidents.length } };
  } catch (error) {
    return error instanceof Unread ? error.outcome : failed(error, fileName);
  }
}

interface Journalled {
  readonly log: Buffer;
  readonly files: readonly ProofFile[];
}

/** A log and its proof are asked for one after the other, and must be of the same moment. */
function partsFrom(journal: Pick<Journal, 'copy'>): Pick<LogsToWrite, 'logOf' | 'proofOf'> {
  let files: readonly ProofFile[] = [];
  return {
    logOf: async (id) => {
      const read = await journalled(journal, id);
      files = read.files;
      return read.log;
    },
    proofOf: async () => files,
  };
}

/** The journal could not be read; its own failure is what the page is told. */
class Unread extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('the journal could not be read');
    this.name = 'Unread';
  }
}

/** The journal's files at one moment, and the log made of them. */
async function journalled(journal: Pick<Journal, 'copy'>, incidentId: string): Promise<Journalled> {
  const copy = await journal.copy(incidentId);
  if (!copy.ok) throw new Unread(copy);
  const rows = rowsInFiles(incidentId, copy.value);
  const lines = rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).map(asLine);
  const log = Buffer.from(lines.join(''), 'utf8');
  if (log.length > LIMITS.log) throw new Error(`the log of ${incidentId} is larger than ${size(LIMITS.log)}`);
  return { log, files: copy.value };
}

/** Fields in one order, so that equal logs are equal bytes; the event as it was written. */
function asLine({ incidentId, stamp, at, recordedAt, by, event }: StoredRow): string {
  return `${JSON.stringify({ incidentId, stamp, at, recordedAt, by, event })}\n`;
}

/** Counts and checksums of every part, read out of the finished archive. */
async function examine({ bytes, manifest }: WrittenBundle): Promise<void> {
  const bundle = await openBundle(bufferSource(bytes));
  await bundle.close();
  if (JSON.stringify(bundle.manifest.incidents) !== JSON.stringify(manifest.incidents)) {
    throw new Error('what was read back from the bundle differs from what was written');
  }
}
