import { describe, expect, it } from 'vitest';
import { iso, read } from './support';

const at = async (content: string): Promise<readonly string[]> =>
  (await read(content)).rows.map((row) => iso(row.at));
const A = '2024-05-01T11:00:00.000Z';
const B = '2024-05-01T11:01:00.000Z';

describe('which columns are times (IMP1)', () => {
  it.each([
    [
      'numbers that could be times stand beside times',
      `ref,moment,what\n1714557600,${A},a\n1714557601,${B},b\n`,
    ],
    ['the same without names', `1714557600,${A},a\n1714557601,${B},b\n`],
    ['numbers that could be days of a spreadsheet', `count,moment,what\n45413,${A},a\n45414,${B},b\n`],
    [
      'a column of days says what the times say',
      `Date,timestamp,message\n2024-05-01,${A},a\n2024-05-01,${B},b\n`,
    ],
    [
      'the end stands before the start',
      `End Time,Start Time,What\n2024-05-01 12:00Z,${A},a\n2024-05-01 12:00Z,${B},b\n`,
    ],
    ['the times come last', `what,who,when\na,ana,${A}\nb,bob,${B}\n`],
    ['bars are drawn around them', `| Time | Who |\n|---|---|\n| ${A} | ana |\n| ${B} | bob |\n`],
  ])('[IMP1] %s', async (_what, content) => {
    expect(await at(content)).toEqual([A, B]);
  });

  it('[IMP1] a bare number is a time where nothing else is', async () => {
    expect(await at('ref,what\n1714561200,a\n1714561260,b\n')).toEqual([A, B]);
  });

  it('[IMP1] a day keeps its time of day from the column beside it, whatever midnight a spreadsheet added', async () => {
    expect(
      await at(
        'Date,Time,What\n5/13/2024 0:00,10:00,a\n5/13/2024 12:00:00 AM,11:00 PM,b\n2024-05-14T00:00:00,1:30,c\n',
      ),
    ).toEqual(['2024-05-13T10:00:00.000Z', '2024-05-13T23:00:00.000Z', '2024-05-14T01:30:00.000Z']);
  });
});

describe('damaged and uneven tables (IMP2)', () => {
  it.each([
    ['cut off within a quote', `time,text\n${A},a\n${B},"bcd`, 2, []],
    ['cut off within a time', `time,text\n${A},a\n2024-05-01T1`, 1, ['line 3']],
    ['with delimiters at the ends of rows', `time,text\n${A},a,\n${B},b,,\n`, 2, []],
    ['with rows that are too short', `time,author,text\n${A}\n${B},ana\n`, 2, []],
    ['with bare returns', `time,text\r${A},a\rnever,b\r`, 1, ['line 3']],
    [
      'with times that are none',
      `ts,text\n-5,a\n0,b\n99999999999,c\n1714561200,ok\n`,
      1,
      ['line 2', 'line 3', 'line 4'],
    ],
    ['with days without a time of day', `date,text\n2024-05-01,a\n2024-05-01 11:00,b\n`, 1, ['line 2']],
  ])('[IMP2] a table %s loses nothing unsaid', async (_what, content, rows, places) => {
    const reading = await read(content);
    expect(reading.rows).toHaveLength(rows);
    expect(reading.unreadable.map(({ where }) => where)).toEqual(places);
  });

  it('[IMP1] a letter of another encoding that comes late turns no text before it into another', async () => {
    const row = '2024-05-01T10:00:00Z,said in the channel, and again, and again, and again\n';
    const bytes = Buffer.concat([
      Buffer.from(`time,text\n${row.repeat(1500)}2024-05-02T10:00:00Z,`),
      Buffer.from([0x80, 0xfc, 0x0a]),
    ]);
    const { rows, duplicates } = await read(bytes);
    expect([rows.length, duplicates.length, rows.at(-1)?.text]).toEqual([2, 1499, '€ü']);
  });
});
