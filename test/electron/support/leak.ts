import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalVerification, StoredRow } from '../../../electron/contract';
import { faultyFiles, type Faults } from './faultyFiles';
import { startJournal, type RunningJournal } from './journalHarness';
import { note } from './rows';
import { tempFolder } from './tempFolder';

export const SECRET = 'hunter2-Zq8';

export const secret = (n: number): StoredRow => note(n, `the key is ${SECRET}`);
/** A note's row as a redaction leaves it. */
export const erased = (row: StoredRow): StoredRow => ({
  ...row,
  event: { type: row.event.type, text: '', redacted: true },
});

export async function proofOf({ journal }: RunningJournal): Promise<JournalVerification> {
  const proof = await journal.proof('inc1');
  if (!proof.ok) throw new Error(proof.failure.detail);
  return proof.value;
}

/** Five rows of which the third is a secret. */
export async function leak(profile = tempFolder(), faults: Faults = {}): Promise<RunningJournal> {
  const running = await startJournal(profile, faultyFiles(faults));
  await running.journal.append('inc1', [note(1), note(2), secret(3), note(4), note(5)]);
  return running;
}

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());

/** The files below a profile in which the secret stands. */
export const holding = (profile: string): readonly string[] =>
  filesBelow(profile).filter((path) => readFileSync(path).includes(SECRET));
