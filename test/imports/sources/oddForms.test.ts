import { describe, expect, it } from 'vitest';
import { iso, read } from './support';

const OPSGENIE = { log: 'Alert created', type: 'system', owner: 'sys', createdAt: '2026-11-20T10:00:00Z' };
const text = (value: unknown): string => JSON.stringify(value);

describe('forms that files are saved in (IMP)', () => {
  it('[IMP2] a list of Opsgenie pages is read as its rows, and says so when the last one is not among them', async () => {
    const pages = [
      { data: [OPSGENIE], paging: { next: 'https://x' }, took: 1, requestId: 'a' },
      { data: [{ ...OPSGENIE, log: 'Closed' }], took: 1, requestId: 'b' },
    ];
    const reading = await read(text(pages));
    expect([reading.rows.length, reading.unreadable]).toEqual([2, []]);
    expect(reading.warnings.join()).not.toContain('paging.next');
    expect((await read(text(pages.slice(0, 1)))).warnings.join()).toContain('paging.next');
  });

  it('[IMP2] an Opsgenie page without its paging has no record of its own', async () => {
    const reading = await read(text({ data: [OPSGENIE] }));
    expect([reading.rows.length, reading.unreadable]).toEqual([1, []]);
  });

  it('[IMP2] a list of Slack pages is read as its messages', async () => {
    const message = { type: 'message', user: 'U1', text: 'hi', ts: '1795000000.000100' };
    const reading = await read(text([{ ok: true, messages: [message] }]));
    expect([reading.rows.map((row) => row.text), reading.unreadable]).toEqual([['hi'], []]);
  });

  it('[IMP2] an edit wrapped around its message is that message, a deletion is not wanted', async () => {
    const message = {
      type: 'message',
      user: 'U1',
      text: 'new',
      ts: '1795000000.000100',
      edited: { user: 'U1' },
    };
    const reading = await read(
      text([
        { type: 'message', subtype: 'message_changed', hidden: true, ts: '1795000009.000100', message },
        { type: 'message', subtype: 'message_deleted', hidden: true, ts: '1795000010.000100' },
      ]),
    );
    expect(reading.rows.map(({ author, text: said, noise }) => [author, said, noise])).toEqual([
      ['U1', 'new (edited)', undefined],
      ['', '(no text)', true],
    ]);
  });
});

describe('abbreviations that mean several zones (IMP6)', () => {
  const TABLE =
    'time,text\n2026-11-20 10:00 IST,a\n2026-11-20 10:00:30 pm (CST),b\n03/04/2026 9:00 AM ist,c\n';

  it('[IMP6] are asked for, and until then their times are unreadable with what to do', async () => {
    const reading = await read(`${TABLE}2026-11-20 10:00,d\n`);
    expect(reading.questions.zones).toEqual(['CST', 'IST']);
    expect(reading.unreadable.map(({ where }) => where)).toEqual(['line 2', 'line 3', 'line 4']);
    expect(reading.unreadable[0]?.reason).toBe('IST is the name of several zones; say which one is meant');
  });

  it('[IMP6] are read as was said, and stay to be said otherwise', async () => {
    const reading = await read(TABLE, { zones: { IST: 330 } });
    expect(reading.rows.map(({ at }) => iso(at))).toEqual([
      '2026-04-03T03:30:00.000Z',
      '2026-11-20T04:30:00.000Z',
    ]);
    expect(reading.questions.zones).toEqual(['CST', 'IST']);
    expect(reading.warnings.join()).not.toContain('mostly means');
  });

  it('[IMP6] no other word behind a time is taken for one', async () => {
    const reading = await read('time,text\n2026-11-20 10:00 XYZ,a\n2026-11-20 10:00 UTC,b\n');
    expect(reading.questions.zones).toEqual([]);
    expect(reading.unreadable[0]?.reason).toContain('none this version reads');
    const bare = await read('time,text\nIST,a\n');
    expect([bare.questions.zones, bare.unreadable.length]).toEqual([[], 1]);
  });
});

describe('the same table however it is written (IMP1)', () => {
  const TABLE = 'Date;Time;Who;What\r\n2026-11-20;10:00;noor;"ä ""q""\r\nzwei"\r\n2026-11-20;10:05;sam;x\r\n';
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${TABLE}`, 'utf16le');
    return bigEndian ? bytes.swap16() : bytes;
  };
  const said = ['noor: ä "q"\nzwei', 'sam: x'];

  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TABLE}`)],
    ['UTF-16, little end first', utf16(false)],
    ['UTF-16, big end first', utf16(true)],
    ['Windows-1252', Buffer.from(TABLE, 'latin1')],
    ['tabs', Buffer.from(TABLE.replaceAll(';', '\t'))],
    ['commas and bare returns', Buffer.from(TABLE.replaceAll(';', ',').replaceAll('\r\n', '\r'))],
  ])('[IMP1] in %s', async (_how, bytes) => {
    const reading = await read(bytes);
    expect(reading.rows.map(({ author, text: what }) => `${author}: ${what}`)).toEqual(said);
    expect(reading.rows.map(({ at }) => iso(at).slice(11, 16))).toEqual(['10:00', '10:05']);
  });

  it('[IMP1] with times as seconds, milli-, micro- and nanoseconds', async () => {
    const times = ['1795000000', '1795000000123', '1795000000123456', '1795000000123456789'];
    const reading = await read(`ts,msg\n${times.map((time, i) => `${time},${i}\n`).join('')}`);
    expect(reading.rows.map(({ at, micros }) => [at - 1_795_000_000_000, micros])).toEqual([
      [0, 0],
      [123, 0],
      [123, 456],
      [123, 456],
    ]);
  });
});
