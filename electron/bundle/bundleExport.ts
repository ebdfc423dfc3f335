import type { Outcome, Requests, StoredRow } from '../contract';
import { imagesIn } from '../attachments/imageName';
import type { ImageStore } from '../attachments/imageStore';
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
  readonly images: Pick<ImageStore, 'read'>;
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
    const written = await writeBundle({ incidentIds, ...sources(place), madeBy: place.madeBy });
    await examine(written);
    const saved = await place.exports.put(folderName, fileName, written.bytes);
    if (!saved.ok) return saved;
    const { incidents } = written.manifest;
    const rows = incidents.reduce((sum, { log }) => sum + log.rows, 0);
    return {
      ok: true,
      value: { ...saved.value, rows, incidents: incidents.length, missing: written.missing },
    };
  } catch (error) {
    return error instanceof Unread ? error.outcome : failed(error, fileName);
  }
}

/** A log and its proof are asked for one after the other, and must be of the same moment. */
function sources({ journal, images }: BundleExportPlace): Omit<LogsToWrite, 'incidentIds' | 'madeBy'> {
  const named = new Set<string>();
  let files: readonly ProofFile[] = [];
  return {
    logOf: async (id) => {
      const copy = await journal.copy(id);
      if (!copy.ok) throw new Unread(copy);
      files = copy.value;
      const rows = rowsInFiles(id, files);
      for (const name of rows.flatMap(imagesIn)) named.add(name);
      return asLog(id, rows);
    },
    proofOf: async () => files,
    images: {
      named: () => [...named],
      read: async (name) => {
        const found = await images.read(name);
        return typeof found === 'string' ? null : found;
      },
    },
  };
}

/** The journal could not be read; its own failure is what the page is told. */
class Unread extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('the journal could not be read');
    this.name = 'Unread';
  }
}

function asLog(incidentId: string, rows: readonly StoredRow[]): Buffer {
  const lines = rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).map(asLine);
  const log = Buffer.from(lines.join(''), 'utf8');
  if (log.length > LIMITS.log) throw new Error(`the log of ${incidentId} is larger than ${size(LIMITS.log)}`);
  return log;
}

/** Fields in one order, so that equal logs are equal bytes; the event as it was written. */
function asLine({ incidentId, stamp, at, recordedAt, by, event }: StoredRow): string {
  return `${JSON.stringify({ incidentId, stamp, at, recordedAt, by, event })}\n`;
}

const partsOf = ({ incidents, attachments }: WrittenBundle['manifest']): string =>
  JSON.stringify({ incidents, attachments });

/** Counts and checksums of every part, read out of the finished archive. */
async function examine({ bytes, manifest }: WrittenBundle): Promise<void> {
  const bundle = await openBundle(bufferSource(bytes));
  await bundle.close();
  const { incidents, attachments } = bundle.manifest;
  if (JSON.stringify({ incidents, attachments }) !== partsOf(manifest)) {
    throw new Error('what was read back from the bundle differs from what was written');
  }
}
