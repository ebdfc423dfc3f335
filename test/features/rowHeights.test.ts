import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../renderer/domain/ids';
import { fromSorted, insert, type SortedSequence } from '../../renderer/domain/sortedSequence';
import { epochMs } from '../../renderer/domain/time';
import type { Entry } from '../../renderer/domain/timeline';
import { guessedHeight } from '../../renderer/features/timeline/guessedHeight';
import { RowHeights } from '../../renderer/features/timeline/rowHeights';

const entry = (n: number): Entry => ({
  id: String(n).padStart(6, '0') as Stamp,
  at: epochMs(n),
  recordedAt: epochMs(n),
  by: 'Dana',
  kind: 'note',
  text: `note ${n}`,
  revisions: [],
});

const rowsOf = (count: number): SortedSequence<Entry> =>
  fromSorted(Array.from({ length: count }, (_, i) => entry(2 * i)));

const byId = (a: Entry, b: Entry): number => Number(a.id) - Number(b.id);
const HEIGHT = 30;

describe('where rows begin (LOG6)', () => {
  it('is the sum of what was measured and what was guessed, at any row and back again', () => {
    const measured = fc.array(fc.record({ index: fc.nat(699), height: fc.integer({ min: 1, max: 200 }) }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), measured, fc.nat(700), (count, found, probe) => {
        const rows = rowsOf(count);
        const heights = new RowHeights(() => HEIGHT);
        const naive = Array.from({ length: count }, () => HEIGHT);
        for (const { index, height } of found) {
          heights.measure(rows, index, height);
          if (index < count) naive[index] = height;
        }
        const index = probe % count;
        const top = naive.slice(0, index).reduce((sum, one) => sum + one, 0);
        expect(heights.topOf(rows, index)).toBe(top);
        expect(heights.topOf(rows, count)).toBe(naive.reduce((sum, one) => sum + one, 0));
        expect(heights.indexAt(rows, top)).toBe(index);
        expect(heights.indexAt(rows, top + (naive[index] ?? 0) - 0.5)).toBe(index);
      }),
    );
  });

  it('answers the first row above all of them, and the last one below', () => {
    const heights = new RowHeights(() => HEIGHT);
    expect(heights.indexAt(rowsOf(600), -1)).toBe(0);
    expect(heights.indexAt(rowsOf(600), 1e9)).toBe(599);
    expect(heights.indexAt(rowsOf(0), 10)).toBe(0);
  });

  it('knows a row again where another one came in before it', () => {
    const before = rowsOf(300);
    const heights = new RowHeights(() => HEIGHT);
    heights.measure(before, 280, 90);
    const after = insert(before, entry(1), byId);
    expect(heights.topOf(after, 282) - heights.topOf(after, 281)).toBe(90);
    expect(heights.topOf(after, 301)).toBe(301 * HEIGHT + 60);
  });

  it('says whether a height is news, so that nothing is drawn again for what was known', () => {
    const rows = rowsOf(10);
    const heights = new RowHeights(() => HEIGHT);
    expect(heights.measure(rows, 3, HEIGHT)).toBe(false);
    expect(heights.measure(rows, 3, 31)).toBe(true);
    expect(heights.measure(rows, 3, 31)).toBe(false);
    expect(heights.measure(rows, 99, 31)).toBe(false);
  });

  it('is guessed again when the list got another width', () => {
    const rows = rowsOf(10);
    const heights = new RowHeights((_, width) => (width < 500 ? 2 * HEIGHT : HEIGHT));
    heights.setWidth(700);
    heights.measure(rows, 3, 90);
    heights.setWidth(700);
    expect(heights.topOf(rows, 10)).toBe(9 * HEIGHT + 90);
    heights.setWidth(400);
    expect(heights.topOf(rows, 10)).toBe(10 * 2 * HEIGHT);
  });

  it('sums up anew what a list of other rows shares with this one', () => {
    const rows = rowsOf(300);
    const few = fromSorted(Array.from({ length: 10 }, (_, i) => entry(2 * i)));
    const heights = new RowHeights(() => HEIGHT);
    expect(heights.topOf(few, 10)).toBe(300);
    heights.measure(rows, 3, 90);
    heights.otherRows();
    expect(heights.topOf(few, 10)).toBe(360);
  });

  it('looks at one piece for one more row', () => {
    let guesses = 0;
    const heights = new RowHeights(() => (guesses += 1) && HEIGHT);
    const rows = rowsOf(10_000);
    heights.topOf(rows, rows.length);
    guesses = 0;
    const more = insert(rows, entry(20_001), byId);
    heights.topOf(more, more.length);
    expect(guesses).toBeLessThanOrEqual(257);
  });
});

describe('the guess of a row’s height', () => {
  const guessed = (text: string, width: number): number => guessedHeight({ ...entry(1), text }, width);
  const words = (count: number): string => 'word '.repeat(count).trim();

  it('is one line for a short text, and more for a long one, the more the narrower the list is', () => {
    expect(guessed('ok', 700)).toBe(30);
    expect(guessed(words(20), 700)).toBe(52);
    expect(guessed(words(20), 1000)).toBe(52);
    expect(guessed(words(20), 480)).toBe(74);
    expect(guessed(words(60), 700)).toBeGreaterThan(guessed(words(20), 700));
  });

  it('counts broken lines, and of a folded text what is shown', () => {
    expect(guessed('a\nb\nc', 700)).toBe(74);
    expect(guessed('x'.repeat(100_000), 700)).toBe(guessed('x'.repeat(1_500), 700));
    expect(guessed('x\n'.repeat(50_000), 700)).toBeLessThan(30_000);
  });

  it('is a height for any text and any width', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 5_000 }), (text, width) => {
        const height = guessed(text, width);
        expect(height).toBeGreaterThanOrEqual(30);
        expect(Number.isFinite(height)).toBe(true);
      }),
    );
  });
});
