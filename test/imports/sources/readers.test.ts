import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../renderer/imports/recordSecrets';
import { readInstant } from '../../../renderer/imports/recordTimes';
import { parseLossless } from '../../../renderer/imports/losslessJson';
import { plainSlackText } from '../../../renderer/imports/slackText';
import { iso, read } from './support';

const NAMES = { users: new Map([['U1', 'noor']]), channels: new Map([['C1', 'ops']]) };
const utf16 = (text: string, big: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};
const TABLE = 'timestamp;kind;text\r\n2020-02-20T21:28:00Z;note;Prüfung läuft\r\n';
const message = (ts: unknown, text: unknown = 'x'): object => ({ type: 'message', user: 'U1', ts, text });

describe('telling formats apart (IMP1)', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TABLE)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${TABLE}`)],
    ['UTF-16 LE', utf16(TABLE, false)],
    ['UTF-16 BE', utf16(TABLE, true)],
    ['UTF-16 LE without a mark', utf16(TABLE, false).subarray(2)],
    ['Windows-1252', Buffer.from(TABLE, 'latin1')],
    [
      'Windows-1252 beyond the first 64 KB',
      Buffer.from(
        `${TABLE.slice(0, 21)}${'2020-02-20T21:27:00Z;note;x\r\n'.repeat(4000)}${TABLE.slice(21)}`,
        'latin1',
      ),
    ],
  ])('[IMP1] reads %s', async (_name, bytes) => {
    const { rows, unreadable } = await read(bytes);
    expect(rows.at(-1)).toMatchObject({ text: 'Prüfung läuft', kind: 'note' });
    expect(unreadable).toEqual([]);
  });

  it.each([
    ['a picture', Uint8Array.from({ length: 400 }, (_, i) => i % 7), 'is no text'],
    ['nothing', '', 'empty'],
    ['blanks', ' \n\n', 'nothing but blanks'],
    ['JSON of something else', '{"a": [1, 2], "b": {"c": 1}}', 'none of the formats'],
    ['a list of numbers', '[1, 2, 3]', 'no JSON this version can read|none of the formats'],
    ['half a JSON object', '{"a": ', 'cut off'],
    ['prose', 'Dear all,\nnothing here is a table.\n', 'no table with a column of times'],
    ['half a zip', Buffer.from('PK\u0003\u0004nonsense'), 'cut off'],
  ])('[IMP1] refuses %s with a sentence', async (_name, content, why) => {
    await expect(read(content)).rejects.toThrow(new RegExp(why));
  });

  it('[IMP1] is not led by the name', async () => {
    const text = JSON.stringify([message('1549662360.000100')]);
    expect((await read(text, {}, 'timeline.csv')).format).toBe('slack');
  });

  it('[IMP1] takes pages in a list, one a line and one behind the other', async () => {
    const page = (id: string, more: boolean): object => ({
      log_entries: [{ id, type: 'trigger_log_entry', created_at: '2025-08-12T16:32:00Z', summary: id }],
      more,
    });
    const [one, two] = [page('A', true), page('B', false)];
    const texts = [
      JSON.stringify([one, two]),
      `${JSON.stringify(one)}\n${JSON.stringify(two)}`,
      `${JSON.stringify(one, null, 2)}\n${JSON.stringify(two, null, 2)}`,
      JSON.stringify(
        Object.values([one, two].map((each) => (each as { log_entries: object[] }).log_entries[0])),
      ),
    ];
    for (const text of texts) {
      const { format, rows } = await read(text);
      expect({ format, texts: rows.map((row) => row.text) }).toEqual({
        format: 'pagerduty',
        texts: ['A', 'B'],
      });
    }
  });
});

describe('damaged files (IMP2)', () => {
  it('[IMP2] reads a list up to where it was cut off', async () => {
    const text = JSON.stringify([message('1549662360.000100', 'one'), message('1549662361.000100', 'two')]);
    const { rows, unreadable } = await read(text.slice(0, -8));
    expect(rows.map((row) => row.text)).toEqual(['one']);
    expect(unreadable).toEqual([
      {
        where: expect.stringMatching(/^line 1, character/) as string,
        reason: expect.stringContaining('cut off') as string,
      },
    ]);
  });

  it('[IMP2] reads the lines behind a damaged one', async () => {
    const line = (ts: string): string => JSON.stringify(message(ts));
    const { rows, unreadable } = await read(
      `${line('1549662360.000100')}\n{"type":\n${line('1549662361.000100')}\n`,
    );
    expect([rows.length, unreadable.map(({ where }) => where)]).toEqual([2, ['line 2']]);
  });

  it('[IMP2] takes wrong types at any field', async () => {
    const odd = [null, 1, true, [], {}, '', 'x', 1e300, '__proto__'];
    const entries = odd.flatMap((value) => [
      {
        id: value,
        type: value,
        created_at: '2025-08-12T16:32:00Z',
        agent: value,
        channel: value,
        summary: value,
      },
      { id: 'x', type: 'trigger_log_entry', created_at: value, incident: value, event_details: value },
    ]);
    const { rows, duplicates, unreadable } = await read(JSON.stringify({ log_entries: entries }));
    expect(rows.length + duplicates.length + unreadable.length).toBe(entries.length);
  });

  it('[IMP2] survives nesting, long numbers, __proto__ and NUL', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = `[{"type":"message","ts":"1549662360.000100","text":"a\\u0000b","blocks":${deep},"__proto__":{"x":1}},{"type":"message","constructor":1,"ts":${'9'.repeat(400)}}]`;
    const { rows, unreadable } = await read(text);
    expect(rows.map((row) => row.text)).toEqual(['ab']);
    expect(unreadable).toHaveLength(1);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

describe('times (IMP6)', () => {
  it.each([
    ['2023-09-18T13:42:00.157076+01:00', '2023-09-18T12:42:00.157Z'],
    ['2020-02-20 21:28:00Z', '2020-02-20T21:28:00.000Z'],
    [1690290480, '2023-07-25T13:08:00.000Z'],
    ['1690290480000', '2023-07-25T13:08:00.000Z'],
    ['1690298280000000007', '2023-07-25T15:18:00.000Z'],
  ])('[IMP6] reads %s by its digits', (value, expected) => {
    expect(iso(readInstant(value)?.at ?? 0)).toBe(expected);
  });

  it.each([
    '',
    '0',
    'not a date',
    '2023-02-30T10:00:00Z',
    '0001-01-01T00:00:00Z',
    '9223372036854775808',
    null,
  ])('[IMP6] takes %s for no time', (value) => expect(readInstant(value)).toBeUndefined());

  const times = async (cells: readonly string[], options = {}): Promise<readonly string[]> => {
    const { rows } = await read(
      `time,text\n${cells.map((cell, i) => `"${cell}",n${i}`).join('\n')}\n`,
      options,
    );
    return rows.toSorted((a, b) => (a.text < b.text ? -1 : 1)).map(({ at }) => iso(at));
  };

  it('[IMP6] reads the forms of formats.md §6', async () => {
    expect(
      await times([
        '20/02/2020 21:31',
        '20.02.2020 21:31',
        '43881.896527778',
        '1582234260',
        '20 Feb 2020, 9:31 PM',
        'Feb 20, 2020 9:31pm',
        '20.02.20 21:31 Uhr',
      ]),
    ).toEqual(Array.from({ length: 7 }, () => '2020-02-20T21:31:00.000Z'));
  });

  it('[IMP6] lets one date tell the order of the whole column', async () => {
    expect(await times(['03/04/2020 10:00', '25/04/2020 10:00'])).toContain('2020-04-03T10:00:00.000Z');
    expect(await times(['03/04/2020 10:00', '04/25/2020 10:00'])).toContain('2020-03-04T10:00:00.000Z');
  });

  it('[IMP6] asks for the order when nothing tells it, and says what was assumed', async () => {
    const text = 'time,text\n03/04/2020 10:00,x\n';
    const asked = await read(text);
    expect(asked.questions.dateOrder).toBe(true);
    expect(asked.warnings.join()).toContain('read as day, then month');
    expect(iso((await read(text, { dateOrder: 'month-first' })).rows[0]?.at ?? 0)).toBe(
      '2020-03-04T10:00:00.000Z',
    );
  });

  it('[IMP6] never guesses what clocks skipped or showed twice', async () => {
    const text = 'time,text\n2020-03-29 02:30,gone\n2020-10-25 02:30,twice\n';
    const early = await read(text, { timeZone: 'Europe/Berlin' });
    expect(early.unreadable).toEqual([
      { where: 'line 2', reason: expect.stringContaining('did not exist') as string },
    ]);
    expect(early.questions).toMatchObject({ zone: true, overlap: true });
    expect(iso(early.rows[0]?.at ?? 0)).toBe('2020-10-25T00:30:00.000Z');
    const late = await read(text, { timeZone: 'Europe/Berlin', overlap: 'later' });
    expect(iso(late.rows[0]?.at ?? 0)).toBe('2020-10-25T01:30:00.000Z');
  });

  it('[IMP6] asks for the day of bare times', async () => {
    const text = 'time,text\n22:52,x\n';
    const without = await read(text);
    expect([without.rows.length, without.questions.baseDate]).toEqual([0, true]);
    expect(iso((await read(text, { baseDate: '2020-02-20' })).rows[0]?.at ?? 0)).toBe(
      '2020-02-20T22:52:00.000Z',
    );
  });

  it('[IMP6] a zone that stands behind a time counts, whatever zone the other times are in', async () => {
    const text =
      'time,text\n14:05 UTC,clock\n14:05 CET,named\n03/04/2020 10:00 UTC,order\n25/04/2020 10:00,told\n';
    const { rows, unreadable, warnings } = await read(text, {
      timeZone: 'America/New_York',
      baseDate: '2020-02-20',
    });
    expect(unreadable).toEqual([]);
    expect(Object.fromEntries(rows.map(({ text: said, at }) => [said, iso(at)]))).toEqual({
      clock: '2020-02-20T14:05:00.000Z',
      named: '2020-02-20T13:05:00.000Z',
      order: '2020-04-03T10:00:00.000Z',
      told: '2020-04-25T14:00:00.000Z',
    });
    expect(warnings.join('\n')).toContain('CET was taken for the zone it mostly means');
  });

  it('[IMP6] asks for no zone when each time has its own', async () => {
    const { questions } = await read('time,text\n03/04/2020 10:00 UTC,x\n');
    expect(questions).toMatchObject({ zone: false, dateOrder: true });
  });

  it('[IMP6] lets columns be told', async () => {
    const text = 'what,when it was,said\nnote,2020-02-20T22:53:00Z,hello\n';
    const told = await read(text, { columns: ['kind', 'time', 'text'] });
    expect(told.rows[0]).toMatchObject({ kind: 'note', text: 'hello' });
  });
});

describe('texts', () => {
  it('[IMP2] reads Slack’s sequences before its escapes', () => {
    expect(
      plainSlackText(
        '&lt;@U1&gt; <@U1> <@U9|bo> <#C1> <!here> <!subteam^S|@db> <mailto:a@b|a@b> <https://x.y|run &amp; book>',
        NAMES,
      ),
    ).toBe('<@U1> @noor @bo #ops @here @db a@b run & book (https://x.y)');
  });

  it('[IMP2] keeps the digits of long numbers', () => {
    expect(
      parseLossless(
        '{"a":1690298280000000007,"b":"1234567890123456789","c":[-12345678901234567,1.2345678901234567]}',
      ),
    ).toEqual({
      a: '1690298280000000007',
      b: '1234567890123456789',
      c: ['-12345678901234567', 1.2345678901234567],
    });
  });

  it.each([
    ['see https://files.slack.com/a/b.png?t=xoxe-12345678 now', 'see https://files.slack.com/a/b.png now'],
    ['https://user:hunter22@host/x', 'https://host/x'],
    ['https://hooks.slack.com/services/T0/B0/abcdefgh', 'https://hooks.slack.com/services/[secret removed]'],
    ['key AKIAIOSFODNN7EXAMPLE', 'key [secret removed]'],
    ['xoxb-123456789012-abcdef', '[secret removed]'],
    ['password: correcthorse', 'password: [secret removed]'],
    ['service_key=0123456789abcdef0123456789abcdef', 'service_key=[secret removed]'],
    ['Authorization: Bearer abcdefghijklmnop123', 'Authorization: Bearer [secret removed]'],
    ['called +1 555 010 0199 twice', 'called [phone number removed] twice'],
    ['called +15550100199', 'called [phone number removed]'],
  ])('[IMP5] takes the secret out of %s', (text, expected) => {
    expect(withoutSecrets(text)).toEqual({ text: expected, removed: 1 });
  });

  it.each([
    'https://example.org/x?a=1&b=2',
    '+1 from me',
    'latency +1000000 us',
    '2020-02-20 21:28',
    'the token expired',
    '-1+1',
    '10.0.0.1:8080',
  ])('[IMP5] leaves %s alone', (text) => expect(withoutSecrets(text)).toEqual({ text, removed: 0 }));

  it('[IMP7] marks what a channel says about itself', async () => {
    const joins = { ...message('1549662360.000100', '<@U1> has joined'), subtype: 'channel_join' };
    const { rows } = await read(JSON.stringify([joins, message('1549662361.000100')]));
    expect(rows.map((row) => row.noise ?? false)).toEqual([true, false]);
  });
});
