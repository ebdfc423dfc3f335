import { describe, expect, it } from 'vitest';
import { read, source, OPTIONS } from './support';
import { readImport } from '../../../renderer/imports/readImport';

const log = (said: string, createdAt: unknown = '2026-05-01T10:00:00Z'): object => ({ log: said, createdAt });
const text = (...what: Parameters<typeof JSON.stringify>): string => JSON.stringify(...what);
const counts = async (content: string | Uint8Array): Promise<readonly number[]> => {
  const { rows, duplicates, unreadable } = await read(content);
  return [rows.length, duplicates.length, unreadable.length];
};

describe('JSON as it is found (IMP2)', () => {
  const swapped = Buffer.from(text([log('a')]), 'utf16le').swap16();

  it.each([
    ['UTF-16 without a mark', swapped, [1, 0, 0]],
    ['with an answer behind it', `${text([log('a')])}\nHTTP 200 OK`, [1, 0, 1]],
    ['with a comma too many', `[${text(log('a'))},]`, [1, 0, 0]],
    ['with marks before its documents', `\u001e${text(log('a'))}\n\u001e${text(log('b'))}\n`, [2, 0, 0]],
    ['with items that are no records', text([null, 5, 'x', [], {}, log('a')]), [1, 0, 5]],
    ['with rows that lack a field', text([log('a'), log('b', ''), { createdAt: 1, owner: 'x' }]), [1, 0, 2]],
    ['in Windows-1252', Buffer.from(text([log('Größe')]), 'latin1'), [1, 0, 0]],
  ])('[IMP2] %s is accounted for', async (_what, content, expected) => {
    expect(await counts(content)).toEqual(expected);
  });

  it('[IMP2] a damaged line behind one that is very long costs no other', async () => {
    const lines = [
      text(log('x'.repeat(70_000))),
      '{"log":"b","createdAt":"2026',
      text(log('c')),
      text(log('d')),
    ];
    const { rows, unreadable } = await read(lines.join('\n'));
    expect([rows.length, unreadable.map(({ where }) => where)]).toEqual([3, ['line 2']]);
  });
});

describe('ids (IMP4)', () => {
  const entry = (id: string): string =>
    `{"id":${id},"type":"trigger_log_entry","created_at":"2026-05-01T10:00:00Z","summary":"a"}`;

  it('[IMP4] that are numbers tell records apart, however long they are', async () => {
    const ids = ['90071992547409931234', '90071992547409931235', '12', '13', '13'];
    expect(await counts(`{"log_entries":[${ids.map(entry).join()}]}`)).toEqual([4, 1, 0]);
  });

  it('[IMP4] an action that was sent twice is there once, one a microsecond later is another', async () => {
    const sent = (updatedAt: string): string =>
      `{"action":"Close","alert":{"alertId":"x","updatedAt":${updatedAt}}}`;
    const all = ['1777629700000000123', '1777629700000000123', '1777629700000001123'];
    expect(await counts(`[${all.map(sent).join()}]`)).toEqual([2, 1, 0]);
  });

  it('[IMP4] an alert sent again with another value is a duplicate that differs', async () => {
    const sent = (value: number): string =>
      text({
        version: '4',
        status: 'firing',
        alerts: [
          {
            status: 'firing',
            labels: { alertname: 'cpu' },
            annotations: { summary: `at ${value} %` },
            startsAt: '2026-05-01T10:00:00Z',
            fingerprint: 'a',
          },
        ],
      });
    const { rows, duplicates } = await read(`${sent(91)}\n${sent(95)}`);
    expect([rows.length, duplicates.map(({ differs }) => differs)]).toEqual([1, [true]]);
  });
});

describe('fields that are missing (IMP2)', () => {
  it('[IMP2] an entry of PagerDuty needs no more than its time', async () => {
    const bare = { agent: null, channel: null, incident: null, contexts: null, summary: null };
    const { rows, unreadable } = await read(
      text({
        log_entries: [
          { id: 'A', type: 'trigger_log_entry', created_at: '2026-05-01T10:00:00.123-07:00', ...bare },
          {
            type: 'annotate_log_entry',
            created_at: '2026-05-01T17:00:01Z',
            channel: { type: 'note', summary: 'hello' },
          },
        ],
      }),
    );
    expect([rows.map((row) => row.text), unreadable]).toEqual([['trigger', 'hello'], []]);
  });

  it('[IMP2] a payload without alerts, and what is no alert in one, is unreadable', async () => {
    const alert = { status: 'firing', labels: null, startsAt: '2026-05-01T10:00:00Z', fingerprint: 'a' };
    expect(
      await counts(
        text([
          { version: '4', alerts: null },
          { version: '4', alerts: [alert] },
        ]),
      ),
    ).toEqual([1, 0, 1]);
    expect(await counts(text({ version: '4', alerts: [null, 'x', 3, alert] }))).toEqual([1, 0, 3]);
  });

  it('[IMP2] an action without its alert, or without a name, is unreadable', async () => {
    const close = { action: 'Close', alert: { alertId: 'x', updatedAt: '1777629700000000123' } };
    expect(await counts(text([close, { action: 'Acknowledge' }, { alert: { alertId: 'y' } }]))).toEqual([
      1, 0, 2,
    ]);
  });
});

describe('an export of Slack as it is found (IMP2)', () => {
  const message = (ts: string, more: object = {}): object => ({
    type: 'message',
    user: 'U1',
    text: 'x',
    ts,
    ...more,
  });
  const exported = (days: { readonly [path: string]: string | Uint8Array }) =>
    readImport(
      Object.entries({
        'users.json': text([{ id: 'U1', name: 'ana', profile: null }, { name: 'nobody' }]),
        'channels.json': text([{ id: 'C1', name: 'ops' }]),
        ...days,
      }).map(([path, content]) => source(path, content)),
      OPTIONS,
      { breathe: async () => undefined },
    );

  it('[IMP2] days in any encoding, that overlap, are empty or cut off, are accounted for', async () => {
    const day = text([message('1714557600.000100'), message('1714557601.000100')], null, 1);
    const { rows, duplicates, unreadable } = await exported({
      'ops/2024-05-01.json': `\uFEFF${day.replaceAll('\n', '\r\n')}`,
      'ops/2024-05-02.json': Buffer.from(`\uFEFF${day}`, 'utf16le'),
      'ops/2024-05-03.json': '',
      'ops/2024-05-04.json': day.slice(0, -20),
      'dev/2024-05-01.json': text([message('1714557600.000100')]),
    });
    expect(rows.map(({ author, where }) => `${author} ${where}`)).toEqual([
      'ana dev/2024-05-01.json, message 1, line 1',
      'ana ops/2024-05-01.json, message 1, line 2',
      'ana ops/2024-05-01.json, message 2, line 8',
    ]);
    expect(duplicates).toHaveLength(3);
    expect(unreadable.map(({ where }) => where.split(',')[0])).toEqual([
      'ops/2024-05-03.json',
      'ops/2024-05-04.json',
    ]);
  });

  it('[IMP7] what a channel says of itself and of calls is not ticked', async () => {
    const subtypes = [
      'channel_join',
      'channel_name',
      'huddle_thread',
      'channel_convert_to_private',
      'sh_room_created',
    ];
    const { rows } = await exported({
      'ops/2024-05-01.json': text(subtypes.map((subtype, i) => message(`171455760${i}.000100`, { subtype }))),
    });
    expect(rows.map(({ noise }) => noise)).toEqual(subtypes.map(() => true));
  });
});
