import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Backups } from '../../../electron/backups/backups';
import type { BackupSummary, Outcome } from '../../../electron/contract';
import type { FilePort } from '../../../electron/files/filePort';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import type { Journal } from '../../../electron/journal/journal';
import { startJournal } from './journalHarness';
import { NOON } from './rows';
import { tempFolder } from './tempFolder';

/** A profile with a journal and its backups, on a clock that each backup moves on by a minute. */
export interface BackedUp {
  readonly profile: string;
  readonly journal: Journal;
  readonly backups: Backups;
}

export async function backedUp(files: FilePort = nodeFiles, profile = tempFolder()): Promise<BackedUp> {
  const { journal } = await startJournal(profile);
  let now = NOON;
  const backups = new Backups({
    files,
    folder: join(profile, 'backups'),
    journal,
    device: 'dev1',
    now: () => (now += 60_000),
  });
  return { profile, journal, backups };
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.failure.detail);
  return outcome.value;
}

export const taken = async ({ backups }: BackedUp): Promise<BackupSummary> => value(await backups.take());

export const backupFiles = (profile: string): readonly string[] => readdirSync(join(profile, 'backups'));

export const backupPath = ({ profile }: BackedUp, file: string): string => join(profile, 'backups', file);

/** The text a person gets by unpacking a backup. */
export const unpacked = (world: BackedUp, file: string): string =>
  gunzipSync(readFileSync(backupPath(world, file))).toString();

/** Changes one byte of a file in its middle. */
export function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
