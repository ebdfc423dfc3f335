import { appendFileSync, copyFileSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRows, asideFiles, journalFile, startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

async function writtenBy(count: number): Promise<{ profile: string; bytes: Buffer }> {
  const profile = tempFolder();
  const { journal } = await startJournal(profile);
  await journal.append('inc1', notes(count));
  await journal.close();
  return { profile, bytes: readFileSync(journalFile(profile)) };
}

/** Starts on a copy of `from` whose journal was cut to `length` bytes. */
async function startCutAt(from: string, length: number) {
  const profile = tempFolder();
  mkdirSync(dirname(journalFile(profile)), { recursive: true });
  copyFileSync(journalFile(from), journalFile(profile));
  truncateSync(journalFile(profile), length);
  return { profile, ...(await startJournal(profile)) };
}

/** Where each line begins; the first one is the header. */
function lineStarts(bytes: Buffer): readonly number[] {
  const starts = [0];
  for (let at = bytes.indexOf('\n'); at < bytes.length - 1; at = bytes.indexOf('\n', at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

/** Where the line that begins there ends, without its newline. */
const endOf = (bytes: Buffer, start: number): number => bytes.indexOf('\n', start);

describe('a journal cut in its last line', () => {
  it('keeps every earlier row, keeps the tail aside and takes appends, whatever byte it was cut at', async () => {
    const { profile: whole, bytes } = await writtenBy(3);
    const lastLine = bytes.lastIndexOf('\n', -2) + 1;
    for (let length = lastLine; length < bytes.length - 1; length += 1) {
      const { profile, journal } = await startCutAt(whole, length);
      const state = await journal.state();
      expect(state.journals[0]?.count, `cut at ${length}`).toBe(2);
      expect(asideFiles(profile)).toHaveLength(length === lastLine ? 0 : 1);
      await journal.append('inc1', [note(4)]);
      await journal.close();
      const again = await startJournal(profile);
      expect(await allRows(again.journal)).toEqual([note(1), note(2), note(4)]);
      expect((await again.journal.state()).recovery?.unreadableLines).toEqual([]);
    }
  });

  it('keeps every row that is whole, at every byte of the last three rows', async () => {
    const { profile: whole, bytes } = await writtenBy(6);
    const starts = lineStarts(bytes);
    const from = starts.at(-3) ?? 0;
    for (let length = from; length < bytes.length; length += 1) {
      const { journal } = await startCutAt(whole, length);
      // A row that lacks only its newline is whole.
      const rows = starts.filter((start, line) => line > 0 && endOf(bytes, start) <= length).length;
      expect(await allRows(journal), `cut at ${length}`).toEqual(notes(rows));
      expect(await journal.append('inc1', [note(9)])).toEqual({ ok: true, value: { durable: rows + 1 } });
      await journal.close();
    }
    // A thousand cuts, each with its fsyncs.
  }, 300_000);

  it('says where the tail was put, byte for byte as it was', async () => {
    const { profile: whole, bytes } = await writtenBy(3);
    const { journal, profile } = await startCutAt(whole, bytes.length - 20);
    const lastLine = bytes.lastIndexOf('\n', -2) + 1;
    const { recovery } = await journal.state();
    expect(recovery?.tornTails).toMatchObject([{ incidentId: 'inc1' }]);
    const kept = readFileSync(recovery?.tornTails[0]?.keptAt ?? '');
    expect(kept).toEqual(bytes.subarray(lastLine, bytes.length - 20));
    expect(readFileSync(journalFile(profile))).toEqual(bytes.subarray(0, lastLine));
  });

  it('keeps a whole row that only lacks its newline', async () => {
    const { profile: whole, bytes } = await writtenBy(3);
    const { journal, profile } = await startCutAt(whole, bytes.length - 1);
    expect((await journal.state()).journals[0]?.count).toBe(3);
    expect(readFileSync(journalFile(profile))).toEqual(bytes);
  });

  it('cuts a tail of zeros, as a power cut leaves it', async () => {
    const { profile } = await writtenBy(3);
    appendFileSync(journalFile(profile), Buffer.alloc(3 * 1024 * 1024));
    const { journal } = await startJournal(profile);
    expect(await allRows(journal)).toEqual(notes(3));
    await journal.append('inc1', [note(4)]);
    expect(await allRows(journal)).toEqual(notes(4));
  });

  it('begins again with a header when nothing of the file is left', async () => {
    const { profile: whole } = await writtenBy(1);
    for (const length of [0, 1, 30]) {
      const { profile, journal } = await startCutAt(whole, length);
      await journal.append('inc1', notes(2));
      await journal.close();
      const again = await startJournal(profile);
      expect(await allRows(again.journal)).toEqual(notes(2));
      expect((await again.journal.state()).recovery?.unreadableLines).toEqual([]);
    }
  });
});
