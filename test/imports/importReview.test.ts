import { describe, expect, it } from 'vitest';
import { recordName, type KnownRecords } from '../../renderer/domain/imports';
import { epochMs } from '../../renderer/domain/time';
import {
  batchesOf,
  isTickable,
  isTickedAtFirst,
  reviewOf,
  type ReviewItem,
} from '../../renderer/imports/importReview';
import type { ImportKind, ImportReading, ImportRow } from '../../renderer/imports/importTypes';
import { NO_QUESTIONS } from '../../renderer/imports/readingUnderWay';

const NOW = epochMs(Date.UTC(2026, 10, 23, 3));
const NOTHING: KnownRecords = { here: new Set(), undone: new Map() };

const row = (key: string, more: Partial<ImportRow> = {}): ImportRow => ({
  at: epochMs(NOW - 60_000),
  micros: 0,
  kind: 'note',
  author: 'noor',
  text: `text of ${key}`,
  key,
  where: `message ${key}`,
  ...more,
});

const reading = (
  rows: readonly ImportRow[],
  duplicates: ImportReading['duplicates'] = [],
): ImportReading => ({
  format: 'slack',
  rows,
  duplicates,
  unreadable: [],
  warnings: [],
  people: ['noor'],
  questions: NO_QUESTIONS,
});

const statuses = (items: readonly ReviewItem[]): readonly string[] => items.map(({ status }) => status);

describe('looking at what a file would bring (IMP)', () => {
  it('[IMP4] tells what is new from what is here, even if it was redacted, and from what was undone', () => {
    const known: KnownRecords = {
      here: new Set([recordName('slack', 'b')]),
      undone: new Map([[recordName('slack', 'c'), 'import-1']]),
    };
    const items = reviewOf(reading([row('a'), row('b'), row('c')]), known, NOW);
    expect(statuses(items)).toEqual(['new', 'here', 'undone']);
    expect(items[2]?.undoneImport).toBe('import-1');
    expect(items.filter(isTickable).map((item) => item.row.key)).toEqual(['a']);
  });

  it('[IMP4] takes the same id of another format for another record', () => {
    const known: KnownRecords = { here: new Set([recordName('pagerduty', 'a')]), undone: new Map() };
    expect(statuses(reviewOf(reading([row('a')]), known, NOW))).toEqual(['new']);
  });

  it('[IMP2] lists duplicates with their reason; one that says something else may be ticked', () => {
    const duplicates = [
      { row: row('a'), reason: 'the same as message a' },
      {
        row: row('a~12ab34', { text: 'other' }),
        reason: 'has the id of message a but says something else',
        differs: true as const,
      },
    ];
    const items = reviewOf(reading([row('a')], duplicates), NOTHING, NOW);
    expect(statuses(items)).toEqual(['new', 'duplicate', 'duplicate']);
    expect(items.map(isTickable)).toEqual([true, false, true]);
    expect(items.filter(isTickedAtFirst).map(({ row: one }) => one.key)).toEqual(['a']);
  });

  it('[IMP4] a duplicate may not be ticked for a ~ in its id', () => {
    const duplicates = [{ row: row('a~b'), reason: 'the same as message a~b' }];
    const items = reviewOf(reading([row('a~b')], duplicates), NOTHING, NOW);
    expect(items.map(isTickable)).toEqual([true, false]);
  });

  it('[IMP6] leaves out what lies in the future: a zone was meant otherwise', () => {
    const items = reviewOf(reading([row('a', { at: epochMs(NOW + 3_600_000) })]), NOTHING, NOW);
    expect(items).toMatchObject([{ status: 'future', reason: 'its time lies in the future' }]);
    expect(items.filter(isTickable)).toEqual([]);
  });

  it('[IMP7] does not tick noise, which may be ticked all the same', () => {
    const items = reviewOf(reading([row('a', { noise: true }), row('b')]), NOTHING, NOW);
    expect(items.filter(isTickedAtFirst).map(({ row: one }) => one.key)).toEqual(['b']);
    expect(items.every(isTickable)).toBe(true);
  });
});

describe('writing it in pieces (IMP)', () => {
  const items = (texts: readonly string[]): readonly ReviewItem[] =>
    texts.map((text, i) => ({ row: row(String(i), { text }), status: 'new' }));
  const same = (name: string): string => name;

  it('[IMP3] no piece is longer than 200 records or half a million characters, and none is lost', () => {
    const many = [...batchesOf(items(Array.from({ length: 501 }, () => 'x')), same)];
    expect(many.map((one) => one.length)).toEqual([200, 200, 101]);
    const long = [...batchesOf(items(Array.from({ length: 5 }, () => 'x'.repeat(200_000))), same)];
    expect(long.map((one) => one.length)).toEqual([2, 2, 1]);
    expect(long.flat().map(({ key }) => key)).toEqual(['0', '1', '2', '3', '4']);
    expect([...batchesOf([], same)]).toEqual([]);
  });

  it('[IMP9] names the author as was chosen', () => {
    const [[record] = []] = batchesOf(items(['x']), (name) => name.toUpperCase());
    expect(record).toMatchObject({ author: 'NOOR', kind: 'note', where: 'message 0', text: 'x' });
  });

  it.each([
    ['note', 'note'],
    ['detection', 'detection'],
    ['escalation', 'escalation'],
    ['investigation', 'observation'],
    ['mitigation', 'action-taken'],
    ['decision', 'decision'],
    ['communication', 'communication'],
    ['handover', 'note'],
    ['recovery', 'result'],
  ] satisfies readonly (readonly [ImportKind, string])[])('[IMP9] %s becomes %s', (kind, expected) => {
    const [[record] = []] = batchesOf([{ row: row('a', { kind }), status: 'new' }], same);
    expect(record?.kind).toBe(expected);
  });
});
