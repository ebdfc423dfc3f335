import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { JournalSummary, StorageFailure } from '../contract';
import { CRITICAL_BYTES } from '../diskSpace';
import { atomicWrite } from '../files/atomicWrite';
import type { FilePort } from '../files/filePort';
import type { Journal } from '../journal/journal';
import { collectRows, type Collected } from './collectRows';
import { readSnapshot } from './readSnapshot';
import { SnapshotDamaged } from './snapshotFormat';
import { snapshotFile, type SnapshotName } from './snapshotName';

const pack = promisify(gzip);

/** A backup in its place, and the journal that is not in it because it could not be read. */
export interface WrittenSnapshot {
  readonly name: SnapshotName;
  readonly bytes: number;
  readonly unread: StorageFailure | null;
}

export interface SnapshotPlace {
  readonly files: FilePort;
  /** Where backups go; made when it is not there. */
  readonly folder: string;
  readonly journal: Pick<Journal, 'state' | 'read'>;
  readonly device: string;
  readonly now: () => number;
}

/** Stands for what the journals hold, by count and newest stamp of each. */
export function fingerprintOf(journals: readonly JournalSummary[]): string {
  const facts = journals
    .map(({ incidentId, count, lastStamp }) => [incidentId, count, lastStamp])
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 12);
}

/**
 * Writes all journals into one file, reads it back, parses it and compares counts and hashes; only
 * then does it count as a backup (BAK1). Rejects with the system's error or `SnapshotDamaged`, and
 * leaves no file behind. The last 50 MB of a disk are the journal's, not for backups.
 */
export async function writeSnapshot(place: SnapshotPlace): Promise<WrittenSnapshot> {
  const { files, folder, journal, device } = place;
  const takenAt = place.now();
  // Before reading: a row written meanwhile makes the next backup differ from this name.
  const fingerprint = fingerprintOf((await journal.state()).journals);
  const collected = await collectRows(journal, { takenAt, device });
  const { incidents } = collected.header;
  const rows = incidents.reduce((sum, { count }) => sum + count, 0);
  const packed = await pack(collected.text);
  await files.makeFolder(folder);
  await refuseLastSpace(files, folder, packed.length);
  const name = { takenAt, incidents: incidents.length, rows, fingerprint };
  const file = snapshotFile(name);
  const path = join(folder, file);
  const { bytes } = await atomicWrite(files, path, packed);
  await check(files, path, collected);
  return { name: { file, ...name }, bytes, unread: collected.unread };
}

async function check(files: FilePort, path: string, { header }: Collected): Promise<void> {
  try {
    const read = await readSnapshot(files, path);
    if (JSON.stringify(read.header) === JSON.stringify(header)) return;
    throw new SnapshotDamaged('what was read back differs from what was written');
  } catch (error) {
    await files.remove(path).catch(() => undefined);
    throw error;
  }
}

async function refuseLastSpace(files: FilePort, folder: string, bytes: number): Promise<void> {
  const free = await files.freeBytes(folder);
  if (free - bytes >= CRITICAL_BYTES) return;
  throw Object.assign(new Error('too little space is left; the rest is kept for the log'), {
    code: 'ENOSPC',
  });
}
