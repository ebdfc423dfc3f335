import { appendFileSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeRow } from '../../../electron/journal/lineFormat';
import { faultyFiles } from '../support/faultyFiles';
import { allRows, journalFile, journalLines, startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

describe('appending to the journal', () => {
  it('acknowledges rows with the number that are durable, and reads them back as they were', async () => {
    const { journal } = await startJournal(tempFolder());
    expect(await journal.append('inc1', notes(3))).toEqual({ ok: true, value: { durable: 3 } });
    expect(await journal.append('inc1', [note(4)])).toEqual({ ok: true, value: { durable: 4 } });
    expect(await allRows(journal)).toEqual(notes(4));
  });

  it('acknowledges only after the fsync', async () => {
    const steps: string[] = [];
    const files = faultyFiles({
      write: (path, length) => {
        if (path.endsWith('.ndjson')) steps.push('write');
        return length;
      },
      sync: async (path) => {
        if (!path.endsWith('.ndjson')) return;
        await new Promise((resolve) => setTimeout(resolve, 30));
        steps.push('sync');
      },
    });
    const { journal } = await startJournal(tempFolder(), files);
    await journal.append('inc1', [note(1)]);
    steps.push('acknowledged');
    expect(steps).toEqual(['write', 'sync', 'acknowledged']);
  });

  it('writes lines a text editor shows: a header, then one JSON object a row', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', [note(1, 'db is read-only — "why"?\nsecond line')]);
    const [header, row, ...more] = journalLines(profile).map((line): unknown => JSON.parse(line));
    expect(header).toMatchObject({ format: 1, incidentId: 'inc1', device: 'dev1', segment: 1 });
    expect(row).toMatchObject({
      seq: 1,
      row: { event: { text: 'db is read-only — "why"?\nsecond line' } },
    });
    expect(more).toEqual([]);
  });

  it('keeps any text: lone surrogates, control and right-to-left characters, 100,000 characters', async () => {
    const texts = ['\ud800 alone', '\u0000\u0007\u202e', 'x'.repeat(100_000), '', '__proto__'];
    const rows = texts.map((text, n) => note(n, text));
    const { journal } = await startJournal(tempFolder());
    await journal.append('inc1', rows);
    expect(await allRows(journal)).toEqual(rows);
  });

  it('[JRN2] writes what gathers during an fsync as one block with one fsync', async () => {
    let syncs = 0;
    const files = faultyFiles({
      sync: async (path) => {
        if (!path.endsWith('.ndjson')) return;
        syncs += 1;
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
    });
    const { journal } = await startJournal(tempFolder(), files);
    const first = journal.append('inc1', [note(0)]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const rest = notes(50).map((row) => journal.append('inc1', [row]));
    await first;
    const answers = await Promise.all(rest);
    expect(syncs).toBe(2);
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(await allRows(journal)).toEqual([note(0), ...notes(50)]);
  });

  it('keeps two incidents apart when their appends interleave', async () => {
    const { journal } = await startJournal(tempFolder());
    const appends = notes(20).flatMap((row) => [
      journal.append('inc1', [row]),
      journal.append('inc2', [{ ...row, incidentId: 'inc2' }]),
    ]);
    await Promise.all(appends);
    expect(await allRows(journal, 'inc1')).toEqual(notes(20));
    expect(await allRows(journal, 'inc2')).toHaveLength(20);
  });

  it('reads page by page in file order', async () => {
    const { journal } = await startJournal(tempFolder());
    await journal.append('inc1', notes(25));
    expect(await allRows(journal, 'inc1', 10)).toEqual(notes(25));
    expect(await journal.read('inc1', 25, 10)).toEqual({ ok: true, value: { rows: [], next: null } });
    expect(await journal.read('nothing', 0, 10)).toEqual({
      ok: true,
      value: { rows: [], next: null },
    });
  });

  it('keeps one page of long notes small', async () => {
    const { journal } = await startJournal(tempFolder());
    await journal.append(
      'inc1',
      Array.from({ length: 12 }, (_, n) => note(n, 'x'.repeat(1_000_000))),
    );
    const page = await journal.read('inc1', 0, 5000);
    expect(page.ok && page.value.rows.length).toBe(8);
    expect(await allRows(journal)).toHaveLength(12);
  });
});

describe('appending the same row again', () => {
  it('acknowledges it without a second line', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(3));
    const before = readFileSync(journalFile(profile));
    expect(await journal.append('inc1', notes(3))).toEqual({ ok: true, value: { durable: 3 } });
    expect(readFileSync(journalFile(profile))).toEqual(before);
  });

  it('writes it once when it comes twice in one go', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    const answers = await Promise.all([journal.append('inc1', notes(2)), journal.append('inc1', notes(3))]);
    expect(answers.at(1)).toEqual({ ok: true, value: { durable: 3 } });
    expect(await allRows(journal)).toEqual(notes(3));
  });

  it('knows rows of earlier runs', async () => {
    const profile = tempFolder();
    const first = await startJournal(profile);
    await first.journal.append('inc1', notes(3));
    await first.end();
    const { journal } = await startJournal(profile);
    expect(await journal.append('inc1', notes(4))).toEqual({ ok: true, value: { durable: 4 } });
    expect(await allRows(journal)).toEqual(notes(4));
  });

  it('refuses another row under a stamp that is taken, and goes on', async () => {
    const { journal } = await startJournal(tempFolder());
    await journal.append('inc1', notes(2));
    const answer = await journal.append('inc1', [note(2, 'something else')]);
    expect(answer).toMatchObject({ ok: false, failure: { reason: 'failed' } });
    expect(await journal.append('inc1', [note(3)])).toEqual({ ok: true, value: { durable: 3 } });
    expect(await allRows(journal)).toEqual(notes(3));
  });

  it('lets neighbours in the same block through when one is refused', async () => {
    const { journal } = await startJournal(tempFolder());
    await journal.append('inc1', [note(1)]);
    const [refused, accepted] = await Promise.all([
      journal.append('inc1', [note(1, 'something else')]),
      journal.append('inc1', [note(2)]),
    ]);
    expect(refused.ok).toBe(false);
    expect(accepted).toEqual({ ok: true, value: { durable: 2 } });
  });

  it('ignores an identical second line in a file, and reports one that differs', async () => {
    const profile = tempFolder();
    const first = await startJournal(profile);
    await first.journal.append('inc1', notes(2));
    const [, one, two] = journalLines(profile);
    appendFileSync(journalFile(profile), `${one}\n${two}\n`);
    const other = { seq: 9, prev: '', salt: '', digest: '', row: note(2, 'something else') };
    appendFileSync(journalFile(profile), encodeRow(other));
    const { journal } = await startJournal(profile);
    const state = await journal.state();
    expect(state.journals).toEqual([{ incidentId: 'inc1', count: 2, lastStamp: note(2).stamp }]);
    expect(state.recovery?.unreadableLines).toMatchObject([{ file: 'inc1.0001.ndjson', line: 6 }]);
    expect(await allRows(journal)).toEqual(notes(2));
  });
});
