import { describe, expect, it } from 'vitest';
import { iso, read } from './support';

const entry = (id: string, at: string): object => ({
  id,
  type: 'trigger_log_entry',
  summary: `entry ${id}`,
  created_at: at,
});
const ENTRIES = [
  entry('R1', '2026-05-01T10:00:00Z'),
  entry('R2', '2026-05-01T10:01:00Z'),
  entry('R3', 'soon'),
];
const text = (value: unknown): string => JSON.stringify(value, null, 2);
const lineOf = (content: string, needle: string): number =>
  content.slice(0, content.indexOf(needle)).split('\n').length - 1;

const alert = (start: string, more: object = {}): object => ({
  status: 'firing',
  labels: { alertname: 'Slow' },
  startsAt: start,
  endsAt: '0001-01-01T00:00:00Z',
  fingerprint: start,
  ...more,
});
const payload = (...alerts: readonly object[]): object => ({ version: '4', status: 'firing', alerts });

describe('records with something around them (IMP13)', () => {
  it.each([
    ['a response', text({ result: { status: 200, body: { log_entries: ENTRIES, more: false } } })],
    ['a list of pages', text([{ log_entries: ENTRIES.slice(0, 1) }, { log_entries: ENTRIES.slice(1) }])],
    [
      'named pages',
      text({ pages: [{ log_entries: ENTRIES.slice(0, 1) }, { log_entries: ENTRIES.slice(1) }] }),
    ],
    ['a list in a list', text([ENTRIES])],
  ])('[IMP13] %s is read as its records, each with its line', async (_what, content) => {
    const { format, rows, unreadable } = await read(content);
    expect([format, rows.map(({ text: said }) => said)]).toEqual(['pagerduty', ['entry R1', 'entry R2']]);
    expect(unreadable.map(({ where }) => where).join()).toContain(`line ${lineOf(content, '"R3"')}`);
  });

  it('[IMP13] a body kept as a text, as receivers of webhooks do, is read', async () => {
    const kept = [
      payload(alert('2026-05-01T10:00:00Z')),
      payload(alert('2026-05-01T11:00:00Z'), alert('bad')),
    ];
    for (const content of [
      text(kept.map((body) => ({ method: 'POST', body: JSON.stringify(body) }))),
      kept.map((body) => JSON.stringify({ body: JSON.stringify(body) })).join('\n'),
      text({ requests: kept.map((body) => ({ headers: { host: 'x' }, body })) }),
    ]) {
      const { format, rows, unreadable } = await read(content);
      expect([format, rows.length, unreadable.length]).toEqual(['alertmanager', 2, 1]);
    }
  });

  it('[IMP13] an alert in a list of payloads is named with its own line', async () => {
    const content = text([payload(alert('2026-05-01T10:00:00Z'), alert('bad', { fingerprint: 'q' }))]);
    const [bad] = (await read(content)).unreadable;
    expect(bad?.where).toBe(`record 1, line ${lineOf(content, '"bad"') - 4}, alert 2`);
  });

  it('[IMP13] the answer of an API with a list and nothing else around it has no record of its own', async () => {
    const { rows, unreadable } = await read(
      text({ status: 'success', data: [alert('2026-05-01T10:00:00Z')] }),
    );
    expect([rows.length, unreadable]).toEqual([1, []]);
  });

  it('[IMP2] a wrapped list that is cut off gives what it has before the cut', async () => {
    const whole = text({ result: { log_entries: ENTRIES } });
    const { rows, unreadable } = await read(whole.slice(0, whole.indexOf('"R3"')));
    expect(rows.map(({ text: said }) => said)).toEqual(['entry R1', 'entry R2']);
    expect(unreadable.map(({ reason }) => reason).join()).toContain('cut off here');
  });

  it.each([
    ['more: true', { log_entries: ENTRIES, more: true }, { log_entries: ENTRIES, more: false }],
    [
      'paging.next',
      { data: [], took: 1, paging: { next: 'x' } },
      { data: [{ log: 'x', createdAt: '2026-05-01T10:00:00Z' }], took: 1 },
    ],
    [
      'has_more',
      { ok: true, messages: [], has_more: true },
      { ok: true, messages: [{ type: 'message', text: 'x', ts: '1795000000.000100' }], has_more: false },
    ],
  ])('[IMP13] %s is warned of only when the last page is missing', async (said, page, last) => {
    expect((await read(text(page))).warnings.join()).toContain(said);
    expect((await read(`${text(page)}\n\uFEFF${text(last)}`)).warnings.join()).not.toContain(said);
  });

  it('[IMP13] lines that each begin with a mark are read', async () => {
    const { rows, unreadable } = await read(
      ENTRIES.map((one) => `\uFEFF${JSON.stringify(one)}`).join('\r\n'),
    );
    expect([rows.length, unreadable.length]).toEqual([2, 1]);
  });

  it('[IMP2] what a message quotes is no message of its own', async () => {
    const odd = { text: 'no type', attachments: [{ ts: '1795000000.000100', text: 'quoted' }] };
    const { rows, unreadable } = await read(
      text([{ type: 'message', text: 'x', ts: '1795000001.000100' }, odd]),
    );
    expect([rows.length, unreadable.length]).toEqual([1, 1]);
  });
});

describe('further forms of known formats (IMP14)', () => {
  const event = (id: string, type: string, at: string, data: object): object => ({
    event: {
      id,
      event_type: type,
      resource_type: 'incident',
      occurred_at: at,
      agent: { summary: 'Ana Lima' },
      data,
    },
  });

  it('[IMP14] V3 webhooks of PagerDuty are read at the time they happened', async () => {
    const { format, rows, duplicates, unreadable } = await read(
      [
        event('e1', 'incident.triggered', '2026-05-01T10:00:00.169Z', { title: 'checkout 5xx' }),
        event('e2', 'incident.annotated', '2026-05-01T10:01:00Z', { content: 'looking at the db' }),
        event('e3', 'incident.escalated', '2026-05-01T10:02:00Z', {
          title: 'checkout 5xx',
          assignees: [{ summary: 'Bo' }],
        }),
        event('e4', 'incident.resolved', '2026-05-01T11:00:00+02:00', { title: 'checkout 5xx' }),
        event('e5', 'incident.acknowledged', 'never', {}),
        event('e1', 'incident.triggered', '2026-05-01T10:00:00.169Z', { title: 'checkout 5xx' }),
      ]
        .map((one) => JSON.stringify(one))
        .join('\n'),
    );
    expect(format).toBe('pagerduty');
    expect(rows.map(({ at, kind, text: said }) => [iso(at).slice(11, 23), kind, said])).toEqual([
      ['09:00:00.000', 'recovery', 'Incident resolved · checkout 5xx'],
      ['10:00:00.169', 'detection', 'Incident triggered · checkout 5xx'],
      ['10:01:00.000', 'note', 'looking at the db'],
      ['10:02:00.000', 'escalation', 'Incident escalated · checkout 5xx · Bo'],
    ]);
    expect([duplicates.length, unreadable.map(({ where }) => where)]).toEqual([1, ['line 5']]);
  });

  const legacy = (state: string, more: object = {}): object => ({
    ruleId: 1,
    ruleName: 'Queue',
    title: `[${state}] Queue`,
    message: 'backlog grows',
    evalMatches: [{ metric: 'jobs', value: 91 }],
    state,
    ...more,
  });

  it('[IMP14] an older alert of Grafana counts at the time it came in, and is unreadable without one', async () => {
    const { format, rows, unreadable } = await read(
      text([
        legacy('alerting', { time: '2026-05-01T10:00:00Z' }),
        { receivedAt: 1_777_631_400_000, body: legacy('ok') },
        legacy('no_data'),
      ]),
    );
    expect(format).toBe('grafana');
    expect(rows.map(({ kind, text: said }) => [kind, said])).toEqual([
      ['detection', '[alerting] Queue · backlog grows · (jobs=91)'],
      ['recovery', '[ok] Queue · backlog grows · (jobs=91)'],
    ]);
    expect(unreadable[0]?.reason).toContain('say no time');
  });

  it('[IMP14] annotations of Grafana are read, once each', async () => {
    const note = {
      id: 1124,
      dashboardId: 4,
      panelId: 2,
      tags: ['deploy'],
      login: 'ana',
      text: '<b>v2</b> out',
    };
    const { rows, duplicates, unreadable } = await read(
      text([
        { ...note, time: 1_777_629_600_123, timeEnd: 1_777_629_660_000 },
        { ...note, time: 1_777_629_600_123, timeEnd: 1_777_629_660_000 },
        {
          id: 2,
          alertId: 3,
          alertName: 'CPU',
          prevState: 'ok',
          newState: 'alerting',
          text: '',
          time: 1_777_629_000_000,
        },
        { ...note, id: 5, time: 'x' },
      ]),
    );
    expect(rows.map(({ kind, author, text: said }) => [kind, author, said])).toEqual([
      ['detection', 'Grafana', 'CPU · ok → alerting'],
      ['note', 'ana', 'v2 out · (deploy) · until 2026-05-01T10:01:00.000Z'],
    ]);
    expect([duplicates.length, unreadable.length]).toEqual([1, 1]);
  });

  it('[IMP14] the notes of an Opsgenie alert are read with its log', async () => {
    const note = { note: 'restarted the db', owner: 'ana', createdAt: '2026-05-01T10:00:00Z' };
    expect((await read(text({ data: [note], took: 1 }))).rows[0]?.text).toBe('restarted the db');
  });

  it('[IMP14] Slack’s ts counts with fewer or more digits behind its point, and is the same message', async () => {
    const message = (ts: unknown, said = String(ts)): object => ({
      type: 'message',
      user: 'U1',
      text: said,
      ts,
    });
    const { rows, duplicates, unreadable } = await read(
      text([
        message('1795000000'),
        message('1795000000.5'),
        message('1795000000.0001', 'same'),
        message('1795000000.000100', 'same'),
        message(1_795_000_000.0001),
      ]),
    );
    expect(rows.map(({ at, micros }) => [at - 1_795_000_000_000, micros])).toEqual([
      [0, 0],
      [0, 100],
      [500, 0],
    ]);
    expect([duplicates.length, unreadable.length]).toEqual([1, 1]);
  });
});
