import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { StoredRow } from '../contract';
import type { FilePort } from '../files/filePort';
import { atomicWrite } from '../files/atomicWrite';
import { isErasureOf } from '../journal/erasure';
import { readSnapshot, type Snapshot } from './readSnapshot';
import { KIND, sha256Of, SnapshotDamaged, SnapshotNewer, SNAPSHOT_FORMAT } from './snapshotFormat';

const pack = promisify(gzip);

/**
 * Erases rows in the backups of `folder`, each of which is written anew beside the old one and put
 * in its place (RED6). A damaged backup can neither be restored nor searched, and goes. Throws the
 * system's error, or `SnapshotNewer` for a backup of a newer version: only that one can erase in it.
 */
export async function redactSnapshots(
  files: FilePort,
  folder: string,
  names: readonly string[],
  rows: readonly StoredRow[],
): Promise<void> {
  for (const name of names) {
    const path = join(folder, name);
    const snapshot = await readOrRemove(files, path);
    const text = snapshot && erasedText(snapshot, rows);
    if (text) await atomicWrite(files, path, await pack(text));
  }
}

async function readOrRemove(files: FilePort, path: string): Promise<Snapshot | null> {
  try {
    return await readSnapshot(files, path);
  } catch (error) {
    if (!(error instanceof SnapshotDamaged) || error instanceof SnapshotNewer) throw error;
    await files.remove(path);
    return null;
  }
}

/** The backup's text with the rows in their erased form, or null when it has none of their texts. */
function erasedText({ header, rows }: Snapshot, erased: readonly StoredRow[]): Buffer | null {
  const instead = new Map(erased.map((row) => [`${row.incidentId} ${row.stamp}`, row]));
  let changed = false;
  const parts: Buffer[] = [];
  const incidents = header.incidents.map((facts) => {
    const kept = (rows.get(facts.incidentId) ?? []).map((row) => {
      const other = instead.get(`${row.incidentId} ${row.stamp}`);
      if (!other || !isErasureOf(other, row)) return row;
      changed ||= JSON.stringify(other) !== JSON.stringify(row);
      return other;
    });
    const body = Buffer.from(kept.map((row) => `${JSON.stringify(row)}\n`).join(''));
    parts.push(body);
    return { ...facts, sha256: sha256Of(body) };
  });
  if (!changed) return null;
  const body = Buffer.concat(parts);
  const { takenAt, device } = header;
  const facts = { format: SNAPSHOT_FORMAT, kind: KIND, takenAt, device, incidents, sha256: sha256Of(body) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(facts)}\n`), body]);
}
