import { describe, expect, it } from 'vitest';
import { delimiterOf, tableRows } from '../../../renderer/imports/csvCells';
import { guessColumns, isHeader, kindOfCell } from '../../../renderer/imports/csvColumns';
import { readTimeCell } from '../../../renderer/imports/csvTimes';

/** A cell in one line: what it is, and when. */
function told(cell: string): string {
  const read = readTimeCell(cell);
  switch (read?.kind) {
    case undefined:
      return 'nothing';
    case 'instant':
      return `instant ${new Date(read.when.at).toISOString()}${read.abbreviation === undefined ? '' : ` ${read.abbreviation}`}`;
    case 'wall':
      return `wall ${wall(read.wall)}`;
    case 'either':
      return `either ${wall(read.dayFirst)} or ${wall(read.monthFirst)}${zoned(read)}`;
    case 'clock':
      return `clock ${[read.clock.hour, read.clock.minute, read.clock.second].join(':')}${zoned(read)}`;
    case 'day':
      return 'day';
  }
}

const zoned = ({
  offset,
  abbreviation = '',
}: {
  offset: number | undefined;
  abbreviation?: string;
}): string => (offset === undefined ? '' : ` at ${offset} ${abbreviation}`.trimEnd());

const wall = (w: {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}): string => `${w.year}-${w.month}-${w.day} ${w.hour}:${w.minute}:${w.second}`;

const CELLS: readonly (readonly [cell: string, means: string])[] = [
  ['2020-02-20T21:28:00Z', 'instant 2020-02-20T21:28:00.000Z'],
  ['2020-02-20 21:28:00 UTC', 'instant 2020-02-20T21:28:00.000Z'],
  ['2020-02-20T21:28+01:00', 'instant 2020-02-20T20:28:00.000Z'],
  ['2020-02-20T21:28:00.5-0500', 'instant 2020-02-21T02:28:00.500Z'],
  ['2020-02-20 21:28', 'wall 2020-2-20 21:28:0'],
  ['2020-02-20T21:28:09', 'wall 2020-2-20 21:28:9'],
  ['2020/02/20 21:28', 'wall 2020-2-20 21:28:0'],
  ['2020.2.20 21:28', 'wall 2020-2-20 21:28:0'],
  ['20.02.2020 21:28', 'wall 2020-2-20 21:28:0'],
  ['3.4.2020 21:28', 'wall 2020-4-3 21:28:0'],
  ['20.02.2020, 21:28 Uhr', 'wall 2020-2-20 21:28:0'],
  ['20/02/2020 21:28', 'wall 2020-2-20 21:28:0'],
  ['02/20/2020 9:28 PM', 'wall 2020-2-20 21:28:0'],
  ['02/20/20 9:28pm', 'wall 2020-2-20 21:28:0'],
  ['03/04/2020 10:00', 'either 2020-4-3 10:0:0 or 2020-3-4 10:0:0'],
  ['03/04/2020 10:00 UTC', 'either 2020-4-3 10:0:0 or 2020-3-4 10:0:0 at 0'],
  ['03/04/2020 10:00 CET', 'either 2020-4-3 10:0:0 or 2020-3-4 10:0:0 at 60 CET'],
  ['04/04/2020 10:00', 'wall 2020-4-4 10:0:0'],
  ['03-04-2020 10:00', 'either 2020-4-3 10:0:0 or 2020-3-4 10:0:0'],
  ['20 Feb 2020 21:28', 'wall 2020-2-20 21:28:0'],
  ['20. März 2020 21:28', 'wall 2020-3-20 21:28:0'],
  ['Thu, 20 Feb 2020 21:28:00 GMT', 'instant 2020-02-20T21:28:00.000Z'],
  ['Feb 20, 2020 9:28 PM', 'wall 2020-2-20 21:28:0'],
  ['February 20th, 2020 at 9:28 p.m.', 'wall 2020-2-20 21:28:0'],
  ['2020-02-20 12:05 AM', 'wall 2020-2-20 0:5:0'],
  ['2020-02-20 12:05 PM', 'wall 2020-2-20 12:5:0'],
  ['2020-02-20 21:28 CET', 'instant 2020-02-20T20:28:00.000Z CET'],
  ['2020-02-20 21:28 EST', 'instant 2020-02-21T02:28:00.000Z EST'],
  ['2020-02-20 21:28 IST', 'nothing'],
  ['1582234080', 'instant 2020-02-20T21:28:00.000Z'],
  ['1582234080.25', 'instant 2020-02-20T21:28:00.250Z'],
  ['1582234080000', 'instant 2020-02-20T21:28:00.000Z'],
  ['1582234080000000', 'instant 2020-02-20T21:28:00.000Z'],
  ['43881.894444444', 'wall 2020-2-20 21:28:0'],
  ['43881,894444444', 'wall 2020-2-20 21:28:0'],
  ['22:52', 'clock 22:52:0'],
  ['9:05:07 pm', 'clock 21:5:7'],
  ['14:05 UTC', 'clock 14:5:0 at 0'],
  ['14:05Z', 'clock 14:5:0 at 0'],
  ['14:05+05:30', 'clock 14:5:0 at 330'],
  ['14:05 -0500', 'clock 14:5:0 at -300'],
  ['14:05 CET', 'clock 14:5:0 at 60 CET'],
  ['22.52', 'clock 22:52:0'],
  ['2020-02-20', 'day'],
  ['20.02.2020', 'day'],
  ['2020-02-30 10:00', 'nothing'],
  ['2020-13-01 10:00', 'nothing'],
  ['32.01.2020 10:00', 'nothing'],
  ['25:00', 'nothing'],
  ['12:60', 'nothing'],
  ['13:05 PM', 'nothing'],
  ['12', 'nothing'],
  ['99999', 'nothing'],
  ['hello', 'nothing'],
  ['', 'nothing'],
  ['=1+1', 'nothing'],
  ['12:30 something', 'nothing'],
];

describe('cells of times (IMP6)', () => {
  it.each(CELLS)('[IMP6] %j means %s', (cell, means) => {
    expect(told(cell)).toBe(means);
  });
});

const rows = (text: string, delimiter = ','): readonly (readonly string[])[] =>
  Array.from(tableRows(text, delimiter), ({ cells }) => cells);

describe('cells and columns of tables (IMP1)', () => {
  it.each([
    [
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,b",c\n', [['a,b', 'c']]],
    ['"a ""quoted"" b",c\n', [['a "quoted" b', 'c']]],
    ['"two\nlines",c\n', [['two\nlines', 'c']]],
    ['a "b" c,d\n', [['a "b" c', 'd']]],
    ['"a" b,c\n', [['a b', 'c']]],
    ['a,,\n', [['a', '', '']]],
    ['\n\na\n', [[''], [''], ['a']]],
    ['"",x\n', [['', 'x']]],
    [
      'x,"open\ny,z\n',
      [
        ['x', 'open'],
        ['y', 'z'],
      ],
    ],
  ])('[IMP1] cuts %j', (text, expected) => {
    expect(rows(text)).toEqual(expected);
  });

  it('[IMP2] counts the lines of the file, not of the table', () => {
    const found = Array.from(tableRows('a\n"b\nb"\nc\r\n"d\r\nd"\ne\n', ','), ({ line }) => line);
    expect(found).toEqual([1, 2, 4, 5, 7]);
  });

  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1, 2\t3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['a\nb\n', ','],
    ['sep=;\na;b\n', ';'],
  ])('[IMP1] finds the delimiter of %j', (text, expected) => {
    expect(delimiterOf(text).delimiter).toBe(expected);
  });

  it.each([
    [
      ['Time (UTC)', ' Kind ', 'Author', 'Text'],
      ['time', 'kind', 'author', 'text'],
    ],
    [
      ['Zeit', 'Art', 'Wer', 'Beschreibung'],
      ['time', 'kind', 'author', 'text'],
    ],
    [
      ['Date', 'Time', 'Message'],
      ['date', 'time', 'text'],
    ],
    [
      ['Datum', 'Meldung'],
      ['time', 'text'],
    ],
    [
      ['created_at', 'user', 'comment', 'id'],
      ['time', 'author', 'text', 'none'],
    ],
    [
      ['x', 'timestamp', 'time'],
      ['text', 'time', 'none'],
    ],
  ])('[IMP6] takes %j for what they are', (header, expected) => {
    expect(guessColumns(header, []).map(({ role }) => role)).toEqual(expected);
  });

  it('[IMP6] tells columns without names by what stands in them', () => {
    const table = [
      ['1', '2020-02-20T21:28:00Z', 'a long text about what happened'],
      ['2', '2020-02-20T21:29:00Z', 'another'],
    ];
    expect(isHeader(table[0] ?? [])).toBe(false);
    expect(guessColumns(undefined, table).map(({ role }) => role)).toEqual(['none', 'time', 'text']);
  });

  it.each([
    ['Detection', 'detection'],
    ['Behebung', 'recovery'],
    ['escalated', 'escalation'],
    ['hand-over', 'handover'],
    ['', 'note'],
    ['bogus-kind', undefined],
    ['constructor', undefined],
  ])('[IMP1] the kind %j is %s', (cell, expected) => {
    expect(kindOfCell(cell)).toBe(expected);
  });
});
