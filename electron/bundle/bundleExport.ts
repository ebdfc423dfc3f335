import type { Outcome, Requests, StoredRow } from '../contract';
import type { ExportFolder } from '../exportFolder';
import { failed } from '../files/storageFailure';
import type { Journal } from '../journal/journal';
import { bufferSource } from './byteSource';
import { LIMITS, size } from './limits';
import { openBundle } from './openBundle';
import { writeBundle, type WrittenBundle } from './writeBundle';

type SaveRequest = Requests['bundle:save']['args'][0];
type Saved = Requests['bundle:save']['result'];

export interface BundleExportPlace {
  readonly journal: Pick<Journal, 'read'>;
  readonly exports: Pick<ExportFolder, 'put'>;
  readonly madeBy: string;
}

const PAGE = 5000;

/**
 * Writes incidents as one bundle into the export folder. Its rows are those of the journal, whatever
 * their events are; it is opened as a foreign one would be before it replaces an older file, and what
 * is on the disk is compared with it before anybody is told where it is.
 */
export async function saveBundle(place: BundleExportPlace, request: SaveRequest): Promise<Saved> {
  const { folderName, fileName, incidentIds } = request;
  try {
    const logOf = (id: string): Promise<Buffer> => journalAsLog(place.journal, id);
    const written = await writeBundle({ incidentIds, logOf, madeBy: place.madeBy });
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

/** The journal could not be read; its own failure is what the page is told. */
class Unread extends Error {
  constructor(readonly outcome: Outcome<never>) {
    super('the journal could not be read');
    this.name = 'Unread';
  }
}

async function journalAsLog(journal: Pick<Journal, 'read'>, incidentId: string): Promise<Buffer> {
  const rows: StoredRow[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page = await journal.read(incidentId, from, PAGE);
    if (!page.ok) throw new Unread(page);
    for (const row of page.value.rows) rows.push(row);
    from = page.value.next;
  }
  const lines = rows.toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1)).map(asLine);
  const bytes = Buffer.from(lines.join(''), 'utf8');
  if (bytes.length > LIMITS.log)
    throw new Error(`the log of ${incidentId} is larger than ${size(LIMITS.log)}`);
  return bytes;
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
