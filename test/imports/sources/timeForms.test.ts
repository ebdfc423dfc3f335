import { describe, expect, it } from 'vitest';
import { iso, read } from './support';

const ANCHOR = '2024-03-01T00:00:00Z';
const table = (cell: string, name = 'time'): string => `${name},text\n"${cell}",x\n${ANCHOR},anchor\n`;

describe('times as programs and people write them (IMP)', () => {
  it.each([
    ['2024-05-01 10:00 Europe/Berlin', '2024-05-01T08:00:00.000Z'],
    ['2024-05-01T10:00:00+02:00[Europe/Berlin]', '2024-05-01T08:00:00.000Z'],
    ['2024-05-01 10:00:00 America/Argentina/Buenos_Aires', '2024-05-01T13:00:00.000Z'],
    ['2024-05-01 10:00:00 (America/New_York)', '2024-05-01T14:00:00.000Z'],
    ['05/13/2024 10:00 AM Asia/Kolkata', '2024-05-13T04:30:00.000Z'],
    ['2024-10-27 02:30 Europe/Berlin', '2024-10-27T00:30:00.000Z'],
    ['45413.4166666667', '2024-05-01T10:00:00.000Z'],
  ])('[IMP12] %s is read in the zone it names', async (cell, at) => {
    expect((await read(table(cell))).rows.map((row) => iso(row.at))).toEqual([iso(Date.parse(ANCHOR)), at]);
  });

  it.each([
    ['2024-05-01 10:00 Europe/Nowhere', 'no time zone is called “Europe/Nowhere”'],
    ['2024-03-31 02:30 Europe/Berlin', 'did not exist in Europe/Berlin'],
    ['2024-05-01T10:00:00+99:99', 'none this version reads'],
    ['1.7145576E+12', 'none this version reads'],
  ])('[IMP12] %s is unreadable: %s', async (cell, why) => {
    const { rows, unreadable } = await read(table(cell));
    expect(rows).toHaveLength(1);
    expect(unreadable[0]?.where).toBe('line 2');
    expect(unreadable[0]?.reason).toContain(why);
  });

  it.each([
    ['Time (Europe/Berlin)', '2024-05-01T08:00:00.000Z'],
    ['time (CEST)', '2024-05-01T08:00:00.000Z'],
    ['Time [PDT]', '2024-05-01T17:00:00.000Z'],
    ['timestamp (UTC+2)', '2024-05-01T08:00:00.000Z'],
    ['timestamp_utc', '2024-05-01T10:00:00.000Z'],
    ['time (IST)', '2024-05-01T04:30:00.000Z'],
    ['time (local/unknown)', '2024-05-01T10:00:00.000Z'],
  ])('[IMP12] the name %s tells the zone of its times', async (name, at) => {
    const { rows, questions } = await read(table('2024-05-01 10:00', name), { zones: { IST: 330 } });
    expect(iso(rows.at(-1)?.at ?? 0)).toBe(at);
    expect(questions.zone).toBe(name.includes('local'));
  });

  it('[IMP12] a column of zones tells the zone of each row, and one that is none makes its row unreadable', async () => {
    const { rows, unreadable, questions } = await read(
      [
        'date,time,timezone,text',
        '2024-05-01,10:00,Europe/Berlin,a',
        '2024-05-01,10:00,UTC,b',
        '2024-05-01,10:00,+05:30,c',
        '2024-05-01,10:00,here,d',
        '2024-05-01,10:00Z,Europe/Berlin,e',
        '45413,,UTC,f',
      ].join('\n'),
    );
    expect(rows.map(({ at, text }) => `${text} ${iso(at).slice(11, 16)}`)).toEqual([
      'f 00:00',
      'c 04:30',
      'a 08:00',
      'b 10:00',
      'e 10:00',
    ]);
    expect(unreadable).toEqual([
      { where: 'line 5', reason: 'its time is none this version reads: “2024-05-01 10:00 here”' },
    ]);
    expect(questions.zone).toBe(false);
  });

  it.each([
    ['20240501T100000Z', '2024-05-01T10:00:00.000Z'],
    ['20240501T100000', '2024-05-01T10:00:00.000Z'],
    ['20240501100000', '2024-05-01T10:00:00.000Z'],
    ['1714557600,123', '2024-05-01T10:00:00.123Z'],
    ['May 1, 2024 @ 10:00:00.123', '2024-05-01T10:00:00.123Z'],
    ['01/May/24 10:00 PM', '2024-05-01T22:00:00.000Z'],
    ['01/May/2024:10:00:00 +0200', '2024-05-01T08:00:00.000Z'],
    ['2024-05-01 10:00:00.5 +0200 CEST', '2024-05-01T08:00:00.500Z'],
    ['2024-05-01 10:00:00 +0000 UTC m=+0.0123', '2024-05-01T10:00:00.000Z'],
    ['Wed May  1 10:00:00 UTC 2024', '2024-05-01T10:00:00.000Z'],
    ['Wed May 1 10:00:00 2024', '2024-05-01T10:00:00.000Z'],
    ['Wed, 01 May 2024 10:00:00 +0200 (CEST)', '2024-05-01T08:00:00.000Z'],
    ['Wed May 01 2024 10:00:00 GMT+0200 (Central European Summer Time)', '2024-05-01T08:00:00.000Z'],
    ['01-MAY-24 10.00.00.123456 AM +02:00', '2024-05-01T08:00:00.123Z'],
    ['2024-05-01 10:00 (UTC)', '2024-05-01T10:00:00.000Z'],
    ['2024-05-01T10:00:00\u221205:00', '2024-05-01T15:00:00.000Z'],
    ['2024-05-01 10:00:00 p. m.', '2024-05-01T22:00:00.000Z'],
    ['2024-05-01 - 10:00', '2024-05-01T10:00:00.000Z'],
    ['10:00 01.05.2024', '2024-05-01T10:00:00.000Z'],
    ['10:00:00 AM, May 1, 2024', '2024-05-01T10:00:00.000Z'],
  ])('[IMP12] %s is %s', async (cell, at) => {
    expect(iso((await read(table(cell))).rows.at(-1)?.at ?? 0)).toBe(at);
  });

  it.each(['2024-05-01 10:00:00.123456', '01-MAY-24 10.00.00.123456 AM +02:00', '1714557600,123456'])(
    '[IMP12] %s keeps its microseconds',
    async (cell) => {
      expect((await read(table(cell))).rows.at(-1)?.micros).toBe(456);
    },
  );

  it('[IMP2] an offset no zone ever had is no time in JSON either', async () => {
    const entry = { id: 'R1', type: 'trigger_log_entry', created_at: '2026-05-01T10:00:00+99:99' };
    expect((await read(JSON.stringify([entry]))).unreadable[0]?.reason).toContain('no date and time');
  });
});

describe('tables as they are found (IMP1)', () => {
  const ROWS = ['2024-05-01T10:00:00Z,note,ana,a', '2024-05-01T10:01:00Z,action,bob,b'];

  it('[IMP1] a table without names of columns loses no row, whatever its words are', async () => {
    const { rows, unreadable } = await read(ROWS.join('\n'));
    expect([rows.length, unreadable]).toEqual([2, []]);
  });

  it('[IMP1] a title above the names of the columns is left out, and said', async () => {
    const { rows, unreadable, warnings } = await read(
      'Incident 4711, export\n\nTime;Who;What\n2024-05-01T10:00:00Z;ana;a\n2024-05-01T10:01:00Z;bob;b\nnever;x;y\n',
    );
    expect(rows.map(({ author, text }) => `${author} ${text}`)).toEqual(['ana a', 'bob b']);
    expect(unreadable.map(({ where }) => where)).toEqual(['line 6']);
    expect(warnings.join()).toContain('above the names of the columns');
  });

  it('[IMP1] a blank before a quote and a backslash before one within are taken as they are meant', async () => {
    const { rows } = await read(
      'time, author, text\n2024-05-01T10:00:00Z, ana, "a, b"\n2024-05-01T10:01:00Z, bob, "c \\"d\\" e, f"\n',
    );
    expect(rows.map(({ author, text }) => `${author.trim()}: ${text}`)).toEqual([
      'ana: a, b',
      'bob: c "d" e, f',
    ]);
  });
});
