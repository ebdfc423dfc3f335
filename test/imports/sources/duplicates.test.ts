import { describe, expect, it } from 'vitest';
import { read } from './support';

const entry = (id: string, summary: string): object => ({
  id,
  summary,
  type: 'annotate_log_entry',
  created_at: '2025-08-12T16:32:00Z',
});

describe('records with one id (IMP4)', () => {
  it('[IMP4] a text that stands twice under the id of another one is listed once', async () => {
    const log_entries = [entry('E', 'A'), entry('E', 'B'), entry('E', 'B'), entry('E', 'A'), entry('E', 'C')];
    const { rows, duplicates } = await read(JSON.stringify({ log_entries }));
    const [first, again, same, other] = duplicates;
    expect(rows.map(({ text }) => text)).toEqual(['A']);
    expect(duplicates.map(({ row, differs = false }) => [row.text, differs])).toEqual([
      ['B', true],
      ['B', false],
      ['A', false],
      ['C', true],
    ]);
    expect(first?.reason).toBe(`has the id of ${rows[0]?.where} but says something else`);
    expect(again?.reason).toBe(`the same as ${first?.row.where}`);
    expect(same?.reason).toBe(`the same as ${rows[0]?.where}`);
    expect(again?.row.key).toBe(first?.row.key);
    expect(new Set([rows[0], first?.row, other?.row].map((row) => row?.key)).size).toBe(3);
  });

  it('[IMP4] no two records that can be ticked share a key, even where an id looks like a made one', async () => {
    const once = await read(JSON.stringify({ log_entries: [entry('E', 'A'), entry('E', 'B')] }));
    const made = once.duplicates[0]?.row.key ?? '';
    const log_entries = [entry('E', 'A'), entry(made, 'own id'), entry('E', 'B')];
    const { rows, duplicates } = await read(JSON.stringify({ log_entries }));
    const keys = [...rows, ...duplicates.map(({ row }) => row)].map(({ key }) => key);
    expect([made.startsWith('E~'), new Set(keys).size]).toEqual([true, 3]);
  });
});
