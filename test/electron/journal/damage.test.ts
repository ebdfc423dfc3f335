import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { encodeHeader } from '../../../electron/journal/lineFormat';
import { allRows, journalFile, startJournal } from '../support/journalHarness';
import { note, notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

/** A profile with rows 1–5 whose file was changed by `damage`, started anew. */
async function startDamaged(damage: (bytes: Buffer) => void) {
  const profile = tempFolder();
  const { journal } = await startJournal(profile);
  await journal.append('inc1', notes(5));
  await journal.close();
  const bytes = readFileSync(journalFile(profile));
  damage(bytes);
  writeFileSync(journalFile(profile), bytes);
  return { profile, bytes, ...(await startJournal(profile)) };
}

function startOfLine(bytes: Buffer, line: number): number {
  let at = 0;
  for (let n = 1; n < line; n += 1) at = bytes.indexOf('\n', at) + 1;
  return at;
}

describe('a damaged line in the middle of a journal', () => {
  it('is reported alone, and the rest is read', async () => {
    const { journal } = await startDamaged((bytes) => {
      const at = startOfLine(bytes, 4) + 200;
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    });
    const { recovery, journals } = await journal.state();
    expect(recovery?.unreadableLines).toEqual([
      {
        incidentId: 'inc1',
        file: 'inc1.0001.ndjson',
        line: 4,
        why: 'checksum does not match',
      },
    ]);
    expect(journals[0]?.count).toBe(4);
    expect(await allRows(journal)).toEqual([note(1), note(2), note(4), note(5)]);
  });

  it('loses at most the two lines around a newline that flips', async () => {
    const { journal } = await startDamaged((bytes) => {
      bytes.writeUInt8(0x0b, startOfLine(bytes, 4) - 1);
    });
    expect(await allRows(journal)).toEqual([note(1), note(4), note(5)]);
  });

  it('never loses another row, whichever byte of a line flips', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(3));
    await journal.close();
    const good = readFileSync(journalFile(profile));
    const from = startOfLine(good, 3);
    for (let at = from; at < startOfLine(good, 4) - 1; at += 7) {
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x04, at);
      writeFileSync(journalFile(profile), bytes);
      const again = await startJournal(profile);
      expect(await allRows(again.journal), `byte ${at}`).toEqual([note(1), note(3)]);
    }
  });

  it('is reported alone, and the chain names it, in each of 60 places', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(8));
    await journal.close();
    const good = readFileSync(journalFile(profile));
    for (let n = 0; n < 60; n += 1) {
      const line = 3 + (n % 5);
      const [from, to] = [startOfLine(good, line), startOfLine(good, line + 1) - 1];
      const at = from + Math.floor(((n + 0.5) / 60) * (to - from));
      const bytes = Buffer.from(good);
      bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
      writeFileSync(journalFile(profile), bytes);
      const again = await startJournal(profile);
      const { recovery } = await again.journal.state();
      expect(recovery?.unreadableLines, `byte ${at}`).toMatchObject([{ file: 'inc1.0001.ndjson', line }]);
      expect(await allRows(again.journal)).toEqual(notes(8).filter((_, i) => i !== line - 2));
      const proof = await again.journal.proof('inc1');
      expect(proof).toMatchObject({ ok: true, value: { brokenAt: { file: 'inc1.0001.ndjson', line } } });
    }
  });

  it('that was taken out is no damage to any other, and the chain names the gap', async () => {
    const { journal, profile } = await startDamaged(() => undefined);
    await journal.close();
    const good = readFileSync(journalFile(profile));
    const [from, to] = [startOfLine(good, 4), startOfLine(good, 5)];
    writeFileSync(journalFile(profile), Buffer.concat([good.subarray(0, from), good.subarray(to)]));
    const again = await startJournal(profile);
    expect(await allRows(again.journal)).toEqual([note(1), note(2), note(4), note(5)]);
    expect(await again.journal.proof('inc1')).toMatchObject({
      ok: true,
      value: { brokenAt: { file: 'inc1.0001.ndjson', line: 4 } },
    });
  });

  it('leaves the file as it is and appends behind it', async () => {
    const { profile, bytes, journal } = await startDamaged((content) => {
      content.writeUInt8(0x21, startOfLine(content, 3) + 100);
    });
    await journal.append('inc1', [note(6)]);
    expect(readFileSync(journalFile(profile)).subarray(0, bytes.length)).toEqual(bytes);
    expect(await allRows(journal)).toEqual([note(1), note(3), note(4), note(5), note(6)]);
  });

  it('may be the header: the rows are read all the same', async () => {
    const { journal } = await startDamaged((bytes) => bytes.writeUInt8(0x21, 30));
    expect(await allRows(journal)).toEqual(notes(5));
    expect((await journal.state()).recovery?.unreadableLines).toMatchObject([{ line: 1 }]);
  });
});

describe('lines that are whole but do not belong', () => {
  it('reports a row of another incident and leaves it out', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(1));
    await journal.append('inc2', [note(1, 'x', 'inc2')]);
    await journal.close();
    const foreign = readFileSync(journalFile(profile, 1, 'inc2'), 'utf8').split('\n')[1];
    appendFileSync(journalFile(profile), `${foreign}\n`);
    const again = await startJournal(profile);
    expect((await again.journal.state()).recovery?.unreadableLines).toMatchObject([
      { incidentId: 'inc1', line: 3, why: 'belongs to another incident, inc2' },
    ]);
  });

  it('reads a file of a newer version as far as it can, and never writes to it', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(2));
    await journal.close();
    const lines = readFileSync(journalFile(profile), 'utf8').split('\n').slice(1);
    const header = encodeHeader({
      format: 2,
      incidentId: 'inc1',
      device: 'dev1',
      createdAt: 0,
      segment: 1,
      prev: '',
    });
    const newer = Buffer.concat([header, Buffer.from(lines.join('\n'))]);
    writeFileSync(journalFile(profile), newer);
    const again = await startJournal(profile);
    expect(await allRows(again.journal)).toEqual(notes(2));
    const answer = await again.journal.append('inc1', [note(3)]);
    expect(answer).toMatchObject({ ok: false, failure: { reason: 'failed' } });
    expect(readFileSync(journalFile(profile))).toEqual(newer);
  });

  it('lists an unreadable file as line 0 and reads the others', async () => {
    const profile = tempFolder();
    const { journal } = await startJournal(profile);
    await journal.append('inc1', notes(2));
    await journal.close();
    mkdirSync(journalFile(profile, 2));
    const again = await startJournal(profile);
    expect(await allRows(again.journal)).toEqual(notes(2));
    expect((await again.journal.state()).recovery?.unreadableLines).toMatchObject([
      { file: 'inc1.0002.ndjson', line: 0 },
    ]);
  });
});
