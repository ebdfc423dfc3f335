import { dirname, join } from 'node:path';
import type { StoredRow } from '../contract';
import { atomicWrite } from '../files/atomicWrite';
import { storageFailure } from '../files/storageFailure';
import { eraseLines } from './eraseLines';
import type { JournalPlace } from './journalPlace';
import { readSegmentName, segmentFile } from './segmentName';

/** What a killed rewriting leaves beside a journal file. */
const UNFINISHED = /^(.+)\.[0-9a-f]{12}\.tmp$/;

/**
 * Erases rows in every file of an incident: each is written anew beside the old one, fsynced, read
 * back and renamed over it, so a kill at any moment leaves one of the two whole. What is done twice
 * does no harm; the page asks again at the next opening while anything is left to do.
 *
 * Torn tails and unfinished files of the incident go first: a text in them may be the one to erase,
 * and nothing in them was ever acknowledged. Rejects with the system's error.
 */
export async function eraseInFiles(
  place: JournalPlace,
  incidentId: string,
  segments: readonly number[],
  rows: readonly StoredRow[],
): Promise<void> {
  const { files, folder } = place;
  await removeLeftovers(place, incidentId);
  const erased = new Map(rows.map((row) => [row.stamp, row]));
  for (const segment of segments) {
    const path = join(folder, segmentFile(incidentId, segment));
    const bytes = eraseLines(await files.readAll(path), erased);
    if (bytes) await writeWithBallast(place, path, bytes);
  }
}

async function removeLeftovers({ files, folder, asideFor }: JournalPlace, incidentId: string): Promise<void> {
  const aside = dirname(asideFor(segmentFile(incidentId, 1)));
  for (const file of await files.list(aside)) {
    if (file.startsWith(`${incidentId}.`)) await files.remove(join(aside, file));
  }
  for (const file of await files.list(folder)) {
    const of = readSegmentName(UNFINISHED.exec(file)?.[1] ?? '');
    if (of?.incidentId === incidentId) await files.remove(join(folder, file));
  }
}

/** A full disk costs the ballast, as it does for an append. */
async function writeWithBallast(
  { files, ballast }: JournalPlace,
  path: string,
  bytes: Buffer,
): Promise<void> {
  try {
    await atomicWrite(files, path, bytes);
  } catch (error) {
    const full = storageFailure(error, path).reason === 'disk-full';
    if (!full || !(await ballast.release())) throw error;
    await atomicWrite(files, path, bytes);
  }
}
