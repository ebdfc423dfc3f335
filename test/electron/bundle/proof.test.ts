import { describe, expect, it } from 'vitest';
import { problemsOf, verifyBundle } from '../../../build/verifyBundle';
import { rowsInFiles, verifyLog, type ProofFile } from '../../../electron/bundle/proof';
import { writeBundle } from '../../../electron/bundle/writeBundle';
import type { StoredRow } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import type { Journal } from '../../../electron/journal/journal';
import { encodeRow, type RowLine } from '../../../electron/journal/lineFormat';
import { value } from '../support/backupHarness';
import { startJournal } from '../support/journalHarness';
import { erased, SECRET, secret } from '../support/leak';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';
import { logOf, verdictOn } from './bundles';

/** Two rows a file. */
async function journalOf(rows: readonly StoredRow[]): Promise<Journal> {
  const { journal } = await startJournal(tempFolder(), nodeFiles, { segmentBytes: 800 });
  for (const row of rows) await journal.append('inc1', [row]);
  return journal;
}

const filesOf = async (journal: Journal): Promise<readonly ProofFile[]> => value(await journal.copy('inc1'));

const bundleOf = async (log: readonly StoredRow[], files?: readonly ProofFile[]): Promise<Buffer> => {
  const { bytes } = await writeBundle({
    incidentIds: ['inc1'],
    logOf: async () => Buffer.from(logOf(log)),
    ...(files && { proofOf: async () => files }),
    madeBy: 'test',
  });
  return bytes;
};

/** Another text in a line, with a checksum that fits. */
function forged(files: readonly ProofFile[], from: string, to: string): readonly ProofFile[] {
  return files.map(({ file, bytes }) => {
    const lines = bytes.toString().split('\n');
    const changed = lines.map((line) => {
      if (!line.includes(from)) return line;
      const { seq, prev, salt, digest, row } = JSON.parse(line.replace(from, to)) as RowLine;
      return encodeRow({ seq, prev, salt, digest, row }).toString().trimEnd();
    });
    return { file, bytes: Buffer.from(changed.join('\n')) };
  });
}

describe('the proof that goes with an exported log (JRN)', () => {
  it('[JRN4] holds for the log as it was journalled, over many files, and names the device', async () => {
    const journal = await journalOf(notes(7));
    const proofs = await verifyBundle(await bundleOf(notes(7), await filesOf(journal)));
    expect(proofs).toMatchObject([
      { incidentId: 'inc1', devices: ['dev1'], rows: 7, redacted: [], brokenAt: null, logDiffers: null },
    ]);
    expect(problemsOf(proofs)).toEqual([]);
    expect(proofs[0]?.link).toBe(value(await journal.proof('inc1')).link);
  });

  it('[JRN4] holds for rows that another device wrote and that were merged, in whatever order they came', async () => {
    const theirs = notes(3, 20).map((row) => ({ ...row, stamp: row.stamp.replace('dev1', 'dev2') }));
    const journal = await journalOf([...notes(3), ...theirs, note(4)]);
    const log = [...notes(4), ...theirs].toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1));
    const proofs = await verifyBundle(await bundleOf(log, await filesOf(journal)));
    expect(proofs).toMatchObject([{ devices: ['dev1'], rows: 7, brokenAt: null, logDiffers: null }]);
  });

  it('[JRN4] names the row of the log that was rewritten, put in or taken out, manifest and all', async () => {
    const files = await filesOf(await journalOf(notes(4)));
    const cases: readonly (readonly [readonly StoredRow[], RegExp])[] = [
      [[note(1), note(2, 'nobody was told'), note(3), note(4)], /12:00:02.* is not what was journalled/],
      [[...notes(4), note(5)], /12:00:05.* was never journalled/],
      [[note(1), note(3), note(4)], /12:00:02.* is missing in the log/],
      [notes(4).map((row) => ({ ...row, by: 'Ben' })), /12:00:01.* is not what was journalled/],
    ];
    for (const [log, why] of cases) {
      const proofs = await verifyBundle(await bundleOf(log, files));
      expect(proofs[0]).toMatchObject({ brokenAt: null, logDiffers: expect.stringMatching(why) as unknown });
      expect(problemsOf(proofs)[0]).toMatch(/^The log of inc1 was rewritten: /);
    }
  });

  it('[JRN4] says where the chain breaks when log and journal were rewritten together', async () => {
    const files = forged(await filesOf(await journalOf(notes(5))), 'note 4', 'nope 4');
    const log = rowsInFiles('inc1', files);
    expect(log[3]?.event['text']).toBe('nope 4');
    const proofs = await verifyBundle(await bundleOf(log, files));
    expect(proofs[0]).toMatchObject({
      logDiffers: null,
      brokenAt: { file: 'inc1.0002.ndjson', line: 3, why: 'its text was changed' },
    });
    expect(problemsOf(proofs)).toEqual([
      'The chain of inc1 breaks at line 3 of inc1.0002.ndjson: its text was changed.',
    ]);
    const withoutOne = files.filter(({ file }) => file !== 'inc1.0001.ndjson');
    expect(verifyLog('inc1', rowsInFiles('inc1', withoutOne), withoutOne).brokenAt?.why).toBe(
      'the files before it are missing',
    );
  });

  it('[JRN4] still holds after a redaction, and carries nothing of the text', async () => {
    const journal = await journalOf([note(1), secret(2), note(3)]);
    await journal.redact('inc1', [erased(secret(2))]);
    const files = await filesOf(journal);
    expect(Buffer.concat(files.map(({ bytes }) => bytes)).toString()).not.toContain(SECRET);
    const log = [note(1), erased(secret(2)), note(3)];
    const proofs = await verifyBundle(await bundleOf(log, files));
    expect(proofs).toMatchObject([
      { rows: 3, redacted: [secret(2).stamp], brokenAt: null, logDiffers: null },
    ]);
  });

  it('[JRN4] a bundle of bare rows is still opened, and is said to carry no proof', async () => {
    const bare = await bundleOf(notes(3));
    expect(await verdictOn(bare)).toBe('opened');
    await expect(verifyBundle(bare)).rejects.toThrow(/carries no proof of inc1/);
    const [first] = await filesOf(await journalOf(notes(1)));
    const astray = { file: '../../evil.0001.ndjson', bytes: first?.bytes ?? Buffer.of() };
    expect(await verdictOn(await bundleOf(notes(1), [astray]))).not.toBe('opened');
  });
});
