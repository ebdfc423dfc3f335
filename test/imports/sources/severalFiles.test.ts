import { describe, expect, it } from 'vitest';
import type { ImportReading } from '../../../renderer/imports/importTypes';
import { readImport } from '../../../renderer/imports/readImport';
import { iso, OPTIONS, source } from './support';

const readAll = (files: { readonly [name: string]: string | Uint8Array }): Promise<ImportReading> =>
  readImport(
    Object.entries(files).map(([name, content]) => source(name, content)),
    OPTIONS,
    { breathe: async () => undefined },
  );

const entry = (id: string, minute: string): object => ({
  id,
  type: 'annotate_log_entry',
  note: id,
  created_at: `2026-05-01T10:${minute}:00Z`,
});
const page = (more: boolean, ...entries: readonly object[]): string =>
  JSON.stringify({ log_entries: entries, more });

describe('several files at once (IMP15)', () => {
  it('[IMP15] tables with the same columns are one table, each place with its file', async () => {
    const { rows, duplicates, unreadable } = await readAll({
      'b.csv': 'time;author;text\n2024-05-01T10:01:00Z;ana;b\n2024-05-01T10:02:00Z;bob;c\nnever;x;y\n',
      'a.csv': 'time,author,text\n2024-05-01T10:00:00Z,ana,a\n2024-05-01T10:01:00Z,ana,b\n',
    });
    expect(rows.map(({ where }) => where)).toEqual(['a.csv, line 2', 'a.csv, line 3', 'b.csv, line 3']);
    expect(duplicates.map(({ row, reason }) => [row.where, reason])).toEqual([
      ['b.csv, line 2', 'the same as a.csv, line 3'],
    ]);
    expect(unreadable.map(({ where }) => where)).toEqual(['b.csv, line 4']);
  });

  it('[IMP15] what one table tells of its dates counts for all of them, and each has its own letters', async () => {
    const { rows, questions } = await readAll({
      'a.csv': 'time,text\n03/04/2024 10:00,a\n',
      'b.csv': Buffer.from('time,text\n03/25/2024 10:00,Größe\n', 'latin1'),
    });
    expect(rows.map(({ at, text }) => `${iso(at).slice(0, 10)} ${text}`)).toEqual([
      '2024-03-04 a',
      '2024-03-25 Größe',
    ]);
    expect(questions.dateOrder).toBe(false);
  });

  it('[IMP15] pages saved one by one are one list, of which the last tells that it is whole', async () => {
    const all = await readAll({
      'p1.json': page(true, entry('R1', '00'), entry('R2', '01')),
      'p2.json': page(false, entry('R2', '01'), entry('R3', '02')),
    });
    expect(all.rows.map(({ text }) => text)).toEqual(['R1', 'R2', 'R3']);
    expect(all.duplicates.map(({ row }) => row.where)).toEqual(['p2.json, log_entries 1, line 1']);
    expect(all.warnings).toEqual([]);
  });

  it('[IMP15] a file among them that is none of theirs is listed, and costs no other', async () => {
    const { rows, unreadable } = await readAll({
      'p1.json': page(false, entry('R1', '00')),
      'odd.json': '{"a":1}',
      'torn.json': '{"log_entries":[{"id":',
    });
    expect(rows).toHaveLength(1);
    expect(unreadable.map(({ where }) => where.split(',')[0])).toEqual(['odd.json', 'torn.json']);
  });

  it.each([
    [
      'tables of other columns',
      { 'a.csv': 'time,text\n1,2\n', 'b.csv': 'when,what\n1,2\n' },
      'other columns',
    ],
    ['a table and a list', { 'a.csv': 'time,text\n1,2\n', 'p.json': page(false) }, 'different kinds'],
    [
      'two tools',
      { 'a.json': page(false, entry('R1', '00')), 'b.json': '[{"type":"message","ts":"1795000000.000100"}]' },
      '“a.json” is from PagerDuty, “b.json” from Slack',
    ],
  ])('[IMP15] %s are refused with both names', async (_what, files, why) => {
    await expect(readAll(files)).rejects.toThrow(why);
  });

  it('[IMP1] channels of an organisation lie deeper, and a day may be an answer of the API', async () => {
    const message = (ts: string): object => ({ type: 'message', text: ts, ts });
    const { rows, unreadable } = await readAll({
      'org_users.json': '[]',
      'teams/acme/ops/2026-11-18.json': JSON.stringify([message('1795000000.000100')]),
      'teams/acme/dev/2026-11-18.json': JSON.stringify({
        ok: true,
        messages: [message('1795000000.000100')],
      }),
    });
    expect([rows.length, unreadable]).toEqual([2, []]);
  });
});
