import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { checkIntegrity } from '../../electron/integrity';
import { flipByte, value } from './support/backupHarness';
import { journalFile, journalLines, startJournal } from './support/journalHarness';
import { note, notes } from './support/rows';
import { tempFolder } from './support/tempFolder';

async function journalled() {
  const profile = tempFolder();
  const { journal } = await startJournal(profile);
  await journal.append('inc1', notes(9));
  await journal.append('inc2', [note(1, 'two', 'inc2')]);
  const check = async () => value(await checkIntegrity(nodeFiles, journal.folder)).incidents;
  return { profile, check };
}

describe('checking every journal', () => {
  it('finds nothing wrong with what was written', async () => {
    const { check } = await journalled();
    expect(await check()).toEqual([
      { incidentId: 'inc1', rows: 9, damage: [] },
      { incidentId: 'inc2', rows: 1, damage: [] },
    ]);
  });

  it('names the line of one flipped byte', async () => {
    const { profile, check } = await journalled();
    flipByte(journalFile(profile));
    const [first] = await check();
    expect(first?.rows).toBe(8);
    expect(first?.damage.map(({ file, why }) => `${file}, ${why}`)).toEqual([
      expect.stringMatching(/^inc1\.0001\.ndjson, line \d+: checksum does not match$/),
    ]);
  });

  it('names the line behind one that was taken out', async () => {
    const { profile, check } = await journalled();
    const lines = journalLines(profile);
    writeFileSync(
      journalFile(profile),
      lines
        .filter((_, n) => n !== 4)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const [first] = await check();
    expect(first).toMatchObject({
      rows: 8,
      damage: [{ why: 'line 5: does not follow the line before it' }],
    });
  });

  it('names an unfinished last line, and changes nothing', async () => {
    const { profile, check } = await journalled();
    appendFileSync(journalFile(profile), '{"crc":');
    const before = readFileSync(journalFile(profile));
    expect((await check())[0]?.damage).toEqual([
      { file: 'inc1.0001.ndjson', why: 'its last line is unfinished' },
    ]);
    expect(readFileSync(journalFile(profile))).toEqual(before);
  });
});
