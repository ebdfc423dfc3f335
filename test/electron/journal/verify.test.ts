import { readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Pushes } from '../../../electron/contract';
import { nodeFiles } from '../../../electron/files/nodeFiles';
import { encodeRow, type RowLine } from '../../../electron/journal/lineFormat';
import { verifySegment } from '../../../electron/journal/verifySegment';
import { journalFile, journalLines, startJournal } from '../support/journalHarness';
import { notes } from '../support/rows';
import { tempFolder } from '../support/tempFolder';

type Damage = Pushes['journal:damaged'];

/** What the idle verification reports of five rows changed as given without a change of size. */
async function verified(change: (lines: string[]) => readonly string[]): Promise<readonly Damage[]> {
  const profile = tempFolder();
  const { journal, end } = await startJournal(profile);
  await journal.append('inc1', notes(5));
  await end();
  const size = readFileSync(journalFile(profile)).length;
  writeFileSync(journalFile(profile), `${change([...journalLines(profile)]).join('\n')}\n`);
  expect(readFileSync(journalFile(profile))).toHaveLength(size);
  const again = await startJournal(profile);
  expect((await again.journal.state()).recovery).toBeNull();
  const found: Damage[] = [];
  await again.journal.verify(
    async () => true,
    (damage) => found.push(damage),
  );
  return found;
}

/** A row's line with its content changed and a checksum that fits it. */
function forged(line: string, change: (line: RowLine) => RowLine): string {
  const { seq, prev, salt, digest, row } = JSON.parse(line) as RowLine;
  return encodeRow(change({ seq, prev, salt, digest, row })).toString().trimEnd();
}

describe('the idle verification', () => {
  it('has nothing to say of a good journal', async () => {
    expect(await verified((lines) => lines)).toEqual([]);
  });

  it('names the line whose checksum fails', async () => {
    expect(await verified((lines) => lines.map((line) => line.replace('note 3', 'nope 3')))).toEqual([
      { incidentId: 'inc1', file: 'inc1.0001.ndjson', why: 'line 4: checksum does not match' },
    ]);
  });

  it('names a text that was changed together with its checksum', async () => {
    const found = await verified((lines) =>
      lines.map((text, n) => {
        if (n !== 3) return text;
        const event = { type: 'note-added', text: 'nope 3' };
        return forged(text, (line) => ({ ...line, row: { ...line.row, event } }));
      }),
    );
    expect(found).toMatchObject([{ why: 'line 4: its text was changed' }]);
  });

  it('names the row after one whose author was changed together with its checksum', async () => {
    const found = await verified((lines) =>
      lines.map((text, n) =>
        n === 3 ? forged(text, (line) => ({ ...line, row: { ...line.row, by: 'Anna' } })) : text,
      ),
    );
    expect(found).toMatchObject([{ why: 'line 5: does not follow the line before it' }]);
  });

  it('names rows that changed places', async () => {
    const found = await verified(([header = '', one = '', two = '', ...rest]) => [header, two, one, ...rest]);
    expect(found).toMatchObject([{ why: 'line 2: does not follow the line before it' }]);
  });

  it('accepts a row whose text and salt were erased: the chain covers the digest', async () => {
    const profile = tempFolder();
    const { journal, end } = await startJournal(profile);
    await journal.append('inc1', notes(3));
    await end();
    const lines = journalLines(profile).map((text, n) => {
      const event = { type: 'note-added', text: '', redacted: true };
      return n === 2 ? forged(text, (line) => ({ ...line, salt: '', row: { ...line.row, event } })) : text;
    });
    writeFileSync(journalFile(profile), `${lines.join('\n')}\n`);
    const name = { file: 'inc1.0001.ndjson', incidentId: 'inc1', segment: 1 };
    const folder = dirname(journalFile(profile));
    expect(await verifySegment(nodeFiles, folder, name, async () => true)).toBeNull();
  });

  it('stops between slices when told to', async () => {
    const profile = tempFolder();
    const { journal, end } = await startJournal(profile);
    await journal.append('inc1', notes(2000));
    await end();
    const again = await startJournal(profile);
    let slices = 0;
    const pause = async (): Promise<boolean> => {
      slices += 1;
      return slices < 3;
    };
    await again.journal.verify(pause, () => undefined);
    expect(slices).toBeLessThan(5);
  });
});
