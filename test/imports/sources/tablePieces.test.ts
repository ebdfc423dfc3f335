import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableRows, tableRows } from '../../../renderer/imports/csvCells';
import { read, OPTIONS } from './support';

const part = constantFrom('a', 'b c', '"', '""', ',', '\n', '\r\n', '\r', 'ä', '"x, y"', '"two\nlines"');

describe('a table that comes in pieces (IMP)', () => {
  it('[IMP2] gives the rows it gives as a whole, wherever it is cut', () => {
    assert(
      property(
        array(part, { maxLength: 40 }),
        array(integer({ min: 0, max: 60 }), { maxLength: 4 }),
        (parts, at) => {
          const text = parts.join('');
          const rows = new TableRows(',');
          const cuts = [0, ...at.toSorted((a, b) => a - b), text.length];
          const pieces = cuts.slice(1).map((end, i) => text.slice(cuts[i], end));
          const found = [...pieces.flatMap((piece) => [...rows.push(piece, false)]), ...rows.push('', true)];
          expect(found).toEqual([...tableRows(text, ',')]);
        },
      ),
    );
  });

  it('[IMP2] takes a quote that is not closed for long for one that never is', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, i) => `${1_795_000_000 + i},row ${i} with some more words in each of them\n`,
    );
    const table = `time,text\n2026-11-22T10:00:00Z,"never closed\n${rows.join('')}2026-11-22T10:00:00Z,"closed"\n`;
    expect(table.length).toBeGreaterThan(1_000_000);
    const reading = await read(table);
    expect(reading.rows).toHaveLength(30_002);
    expect(reading.warnings.join()).toContain('A quote is opened and never closed');
    expect(reading.rows.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['never closed', 'closed', 'row 29999 with some more words in each of them']),
    );
  });

  it('[IMP1] reads its header also behind a cell longer than a piece', async () => {
    const reading = await read(
      `time,text\n2026-11-22T10:00:00Z,"${'long '.repeat(40_000)}"\n2026-11-22T10:01:00Z,x\n`,
    );
    expect(reading.questions.columns.map(({ name }) => name)).toEqual(['time', 'text']);
    expect(reading.rows).toHaveLength(2);
  });

  it('[IMP1] is read as Windows-1252 when a letter says so late in the file', async () => {
    const rows = Array.from({ length: 5_000 }, (_, i) => `2026-11-22T10:00:00Z,row ${i}\n`).join('');
    const bytes = Buffer.concat([
      Buffer.from(`time,text\n${rows}2026-11-22T10:01:00Z,caf`),
      Buffer.from([0xe9, 0x0a]),
    ]);
    const reading = await read(bytes);
    expect(reading.rows.at(-1)?.text).toBe('café');
    expect(reading.rows).toHaveLength(5_001);
  });

  it('[IMP6] asks for the offset of a zone once a quarter of an hour, and is right on either side of a change', async () => {
    let asked = 0;
    const instantsOf: typeof OPTIONS.instantsOf = (wall, zone) => {
      asked += 1;
      return OPTIONS.instantsOf(wall, zone);
    };
    const lines = ['01:59:59', '02:00:00', '02:59:59', '03:00:00', '03:00:01'].map(
      (clock) => `2026-10-25 ${clock},x ${clock}\n`,
    );
    const reading = await read(`time,text\n${lines.join('')}`, { timeZone: 'Europe/Berlin', instantsOf });
    expect(reading.rows.map(({ at }) => new Date(at).toISOString().slice(11, 19))).toEqual([
      '23:59:59',
      '00:00:00',
      '00:59:59',
      '02:00:00',
      '02:00:01',
    ]);
    expect(asked).toBe(4);
  });
});
