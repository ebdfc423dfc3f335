import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JournalVerification, StoredRow } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { checkIntegrity } from '../../../electron/integrity';
import { SEGMENT_BYTES } from '../../../electron/journal/journalPlace';
import { value } from '../support/backupHarness';
import { faultyFiles, systemError, type Faults } from '../support/faultyFiles';
import { allRows, asideFiles, journalFile, journalLines, startJournal } from '../support/journalHarness';
import { erased, proofOf, secret } from '../support/leak';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

/** A line of a note is some 370 bytes, a header some 230: two notes fill a file. */
const TINY = { segmentBytes: 800 };

const tiny = (profile: string, faults: Faults = {}) => startJournal(profile, faultyFiles(faults), TINY);

const eio = (path: string): void => {
  if (path.endsWith('.ndjson')) throw systemError('EIO');
};

const segments = (profile: string): readonly string[] =>
  readdirSync(join(profile, 'journal')).filter((file) => file.endsWith('.ndjson'));

async function written(count: number): Promise<string> {
  const profile = tempFolder();
  const { journal, end } = await tiny(profile);
  for (const row of notes(count)) await journal.append('inc1', [row]);
  await end();
  return profile;
}

async function found(profile: string): Promise<{ rows: readonly StoredRow[]; proof: JournalVerification }> {
  const running = await tiny(profile);
  const rows = await allRows(running.journal);
  const proof = await proofOf(running);
  await running.journal.close();
  return { rows, proof };
}

describe('a journal file that is full', () => {
  it('[JRN1] is left as it is, and the chain goes on in a new one', async () => {
    const profile = await written(7);
    expect(segments(profile)).toHaveLength(4);
    for (const file of segments(profile).slice(0, -1)) {
      const { length } = readFileSync(join(profile, 'journal', file));
      expect(length).toBeGreaterThanOrEqual(TINY.segmentBytes);
      expect(length).toBeLessThan(2 * TINY.segmentBytes);
    }
    const { rows, proof } = await found(profile);
    expect(rows).toEqual(notes(7));
    expect(proof).toMatchObject({ rows: 7, brokenAt: null });
  });

  it('[JRN1] is full at 4 MiB: some thousand rows of an incident stay one file', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(5000));
    expect(segments(profile)).toHaveLength(1);
    for (let n = 1; n <= 3; n += 1) await journal.append('inc1', notes(4000, n * 10_000));
    expect(segments(profile)).toEqual(['inc1.0001.ndjson', 'inc1.0002.ndjson']);
    expect(readFileSync(journalFile(profile)).length).toBeGreaterThanOrEqual(SEGMENT_BYTES);
    expect(await allRows(journal)).toHaveLength(17_000);
  });

  it('[JRN1] goes on behind a restart, clean or not, and one start believes the sizes of all', async () => {
    const profile = await written(5);
    const opened: string[] = [];
    const clean = await tiny(profile, { open: (path) => void opened.push(path) });
    expect((await clean.journal.state()).journals).toMatchObject([{ count: 5 }]);
    expect(opened.filter((path) => path.endsWith('.ndjson'))).toEqual([]);
    await clean.journal.append('inc1', [note(6)]);
    await clean.journal.close();
    const unclean = await tiny(profile);
    await unclean.journal.append('inc1', notes(2, 6));
    await unclean.journal.close();
    const { rows, proof } = await found(profile);
    expect(rows).toEqual(notes(7));
    expect(proof).toMatchObject({ rows: 7, brokenAt: null });
  });

  it('[JRN1] whatever is killed between the old file and the first line of the new, nothing is missing', async () => {
    const whole = await written(4);
    const next = readFileSync(journalFile(whole, 2));
    for (let bytes = 0; bytes <= next.length; bytes += 31) {
      const profile = tempFolder();
      cpSync(whole, profile, { recursive: true });
      writeFileSync(journalFile(profile, 2), next.subarray(0, bytes));
      const { journal } = await tiny(profile);
      await journal.append('inc1', notes(4));
      expect(await allRows(journal)).toHaveLength(4);
      await journal.close();
      const { rows, proof } = await found(profile);
      expect(rows).toHaveLength(4);
      expect(proof).toMatchObject({ rows: 4, brokenAt: null });
    }
  });

  it('[JRN1] a torn tail is cut and kept aside in an earlier file, too', async () => {
    const profile = await written(5);
    writeFileSync(journalFile(profile), `${readFileSync(journalFile(profile), 'utf8')}{"crc":"torn`);
    rmSync(join(profile, 'journal', 'checkpoint.json'));
    const { rows, proof } = await found(profile);
    expect(rows).toEqual(notes(5));
    expect(proof).toMatchObject({ rows: 5, brokenAt: null });
    expect(asideFiles(profile)).toHaveLength(1);
  });

  it('[JRN1] a new file whose every fsync failed, and that can’t be removed, breaks no chain, empty or with lines that were written again', async () => {
    for (const uncut of [false, true]) {
      const profile = tempFolder();
      const faults: Faults = {};
      const running = await tiny(profile, faults);
      await running.journal.append('inc1', notes(2));
      for (let times = 0; times < 2; times += 1) {
        faults.sync = eio;
        faults.remove = eio;
        if (uncut) faults.truncate = eio;
        expect((await running.journal.append('inc1', [note(3)])).ok).toBe(false);
        delete faults.sync;
        delete faults.remove;
        delete faults.truncate;
      }
      expect(await running.journal.append('inc1', notes(2, 3))).toMatchObject({ ok: true });
      expect(segments(profile)).toHaveLength(4);
      expect(await proofOf(running)).toMatchObject({ rows: 4, brokenAt: null });
      await running.journal.close();
      expect((await found(profile)).rows).toEqual(notes(4));
    }
  });

  it('[JRN1] a redaction reaches every file, and the chain ends where it ended', async () => {
    const profile = tempFolder();
    const running = await tiny(profile);
    for (const n of [1, 2, 3, 4, 5]) await running.journal.append('inc1', [n === 2 ? secret(2) : note(n)]);
    const { link } = await proofOf(running);
    await running.journal.redact('inc1', [erased(secret(2))]);
    expect(await proofOf(running)).toEqual({ rows: 5, redacted: [secret(2).stamp], brokenAt: null, link });
    await running.journal.append('inc1', [note(6)]);
    expect(await proofOf(running)).toMatchObject({ rows: 6, brokenAt: null });
  });

  it('[JRN1] a file taken out is named: in the middle, at the beginning, by the check and when idle', async () => {
    for (const [gone, named] of [
      [2, 'does not follow the file before it'],
      [1, 'the files before it are missing'],
    ] as const) {
      const profile = await written(7);
      rmSync(journalFile(profile, gone));
      const { proof } = await found(profile);
      expect(proof.brokenAt).toMatchObject({ file: `inc1.000${gone + 1}.ndjson`, why: named });
      const { incidents } = value(await checkIntegrity(nodeFiles, join(profile, 'journal')));
      expect(incidents[0]?.damage).toEqual([
        { file: `inc1.000${gone + 1}.ndjson`, why: expect.stringContaining(named) as unknown },
      ]);
    }
  });

  it('[JRN1] lines cut off a file in the middle are named when idle', async () => {
    const profile = await written(5);
    const first = journalLines(profile).slice(0, -1);
    const { journal } = await tiny(profile);
    await journal.state();
    writeFileSync(journalFile(profile), first.map((line) => `${line}\n`).join(''));
    const damages: string[] = [];
    await journal.verify(
      async () => true,
      ({ file, why }) => damages.push(`${file}: ${why}`),
    );
    expect(damages).toEqual(['inc1.0002.ndjson: line 1: does not follow the file before it']);
  });

  it('[JRN1] a file cut short under us is read again, and a full one is never appended to', async () => {
    const profile = await written(5);
    const { journal } = await tiny(profile);
    await journal.state();
    truncateSync(journalFile(profile, 3), 300);
    const answers = [await journal.append('inc1', [note(6)]), await journal.append('inc1', [note(6)])];
    expect(answers.at(-1)?.ok).toBe(true);
    expect(existsSync(journalFile(profile, 5))).toBe(false);
    expect(await allRows(journal)).toHaveLength(5);
  });
});
