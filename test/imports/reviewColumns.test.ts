import { array, assert, boolean, constantFrom, integer, option, property, record, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../renderer/domain/time';
import { isTickable, isTickedAtFirst, type ReviewItem } from '../../renderer/imports/importReview';
import {
  blankColumns,
  chosenIndexes,
  countChosen,
  countOf,
  listOf,
  newWithin,
  noTicks,
  setColumns,
  STATUSES,
  withTicks,
  type ReviewColumns,
  type Ticks,
} from '../../renderer/imports/reviewColumns';

const START = Date.UTC(2026, 10, 22);

const anyItem = record({
  minute: integer({ min: 0, max: 9 }),
  status: constantFrom(...STATUSES),
  differs: boolean(),
}).map(({ minute, status, differs }): ReviewItem => ({
  row: {
    at: epochMs(START + minute * 60_000),
    micros: 0,
    kind: 'note',
    author: 'noor',
    text: 'text',
    key: 'key',
    where: 'line 1',
  },
  status,
  ...(differs && status === 'duplicate' ? { differs: true as const } : {}),
}));
const anyEnd = option(integer({ min: 0, max: 9 }).map((minute) => epochMs(START + minute * 60_000)));
const anySpan = record({ from: anyEnd, to: anyEnd });

function columnsOf(items: readonly ReviewItem[]): ReviewColumns {
  const columns = blankColumns(items.length);
  for (const [i, item] of items.entries()) setColumns(columns, i, item);
  return columns;
}

function ticksOf(items: readonly ReviewItem[]): Ticks {
  const first = items.flatMap((item, i) => (isTickedAtFirst(item) ? [i] : []));
  return withTicks(columnsOf(items), noTicks(items.length), first, true);
}

describe('ticks, counts and lists of a review (IMP)', () => {
  it('[IMP3] tell of any records and any window what going through them one by one tells', () => {
    assert(
      property(array(anyItem, { maxLength: 30 }), anySpan, (items, span) => {
        const columns = columnsOf(items);
        const ticks = ticksOf(items);
        const isIn = ({ row }: ReviewItem): boolean =>
          row.at >= (span.from ?? -Infinity) && row.at <= (span.to ?? Infinity);
        const of = (wanted: (item: ReviewItem) => boolean): readonly number[] =>
          items.flatMap((item, i) => (wanted(item) ? [i] : []));
        const chosen = of((item) => isTickedAtFirst(item) && isIn(item));
        expect(chosenIndexes(columns, ticks, span)).toEqual(chosen);
        expect(countChosen(columns, ticks, span)).toBe(chosen.length);
        const fresh = of((item) => item.status === 'new' && isIn(item));
        expect(newWithin(columns, span)).toEqual(fresh);
        expect(listOf(columns, ['new'], span, 3)).toEqual({ count: fresh.length, first: fresh.slice(0, 3) });
        const gone = of(({ status }) => status === 'here' || status === 'undone');
        expect(countOf(columns, ['here', 'undone'])).toBe(gone.length);
      }),
    );
  });

  it('[IMP4] never tick what may not be ticked, and count what is, whatever is ticked in turn', () => {
    const anyTurn = tuple(array(integer({ min: 0, max: 12 }), { maxLength: 5 }), boolean());
    assert(
      property(array(anyItem, { maxLength: 10 }), array(anyTurn, { maxLength: 8 }), (items, turns) => {
        const columns = columnsOf(items);
        let ticks = ticksOf(items);
        for (const [indexes, on] of turns) {
          ticks = withTicks(
            columns,
            ticks,
            indexes.filter((i) => i < items.length),
            on,
          );
        }
        const ticked = items.filter((_, i) => ticks.marks[i] === 1);
        expect(ticked.every(isTickable)).toBe(true);
        expect(ticks.count).toBe(ticked.length);
      }),
    );
  });

  it('[IMP3] leave the ticks of before as they were', () => {
    const items = [{ row: { at: epochMs(START) } as ReviewItem['row'], status: 'new' } as const];
    const before = noTicks(1);
    expect(withTicks(columnsOf(items), before, [0], true)).toEqual({ marks: Uint8Array.of(1), count: 1 });
    expect(before).toEqual({ marks: Uint8Array.of(0), count: 0 });
  });
});
