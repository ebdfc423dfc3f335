import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  emptySequence,
  find,
  indexOf,
  insert,
  itemAt,
  items,
  remove,
  replace,
  type SortedSequence,
} from '../../renderer/domain/sortedSequence';

interface Item {
  readonly key: number;
  readonly text: string;
}

const byKey = (a: Item, b: Item): number => a.key - b.key;
const item = (key: number, text = ''): Item => ({ key, text });
const built = (keys: readonly number[]): SortedSequence<Item> =>
  keys.reduce((sequence, key) => insert(sequence, item(key), byKey), emptySequence<Item>());

const keysOf = (sequence: SortedSequence<Item>): readonly number[] =>
  [...items(sequence)].map(({ key }) => key);
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

type Step = readonly ['insert' | 'remove' | 'replace', number];

/** What a plain sorted array does. */
function model(list: readonly Item[], [what, key]: Step): readonly Item[] {
  const others = list.filter((one) => one.key !== key);
  if (what === 'remove') return others;
  if (what === 'replace') return list.map((one) => (one.key === key ? item(key, 'new') : one));
  return others.length === list.length ? [...list, item(key)].toSorted(byKey) : list;
}

function applied(sequence: SortedSequence<Item>, [what, key]: Step): SortedSequence<Item> {
  if (what === 'remove') return remove(sequence, item(key), byKey);
  if (what === 'replace') return replace(sequence, item(key, 'new'), byKey);
  return find(sequence, item(key), byKey) ? sequence : insert(sequence, item(key), byKey);
}

describe('the sorted sequence (LOG)', () => {
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom('insert', 'insert', 'insert', 'remove', 'replace'),
      fc.integer({ min: 0, max: 900 }),
    ),
    { maxLength: 1500, size: 'max' },
  ) as fc.Arbitrary<readonly Step[]>;

  it('[LOG6] does what a plain sorted array does', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let list: readonly Item[] = [];
        let sequence = emptySequence<Item>();
        for (const step of all) {
          list = model(list, step);
          sequence = applied(sequence, step);
        }
        expect([...items(sequence)]).toEqual(list);
        expect(sequence.length).toBe(list.length);
        expect(upTo(list.length).map((i) => itemAt(sequence, i))).toEqual(list);
        expect(list.every((one, i) => indexOf(sequence, one, byKey) === i)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('[LOG6] holds no piece of more than 256 items', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { pieces } = all.reduce(applied, emptySequence<Item>());
        return pieces.every((piece) => piece.length > 0 && piece.length <= 256);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['rising', upTo(20_000)],
    ['falling', upTo(20_000).toReversed()],
    ['from both ends', upTo(20_000).map((i) => (i % 2 === 0 ? i : 40_000 - i))],
    ['scattered', upTo(20_000).map((i) => (i * 7919) % 20_011)],
  ])('[LOG6] keys that come in %s fill their pieces at least to a third', (_order, keys) => {
    const sequence = built(keys);
    expect(keysOf(sequence)).toEqual(keys.toSorted((a, b) => a - b));
    expect(sequence.pieces.length).toBeLessThan((20_000 / 256) * 3);
  });

  it('[LOG6] a change copies the piece it is in and leaves the others as they are', () => {
    const before = built(upTo(10_000).map((i) => i * 2));
    const fresh = (after: SortedSequence<Item>): number => {
      const known = new Set(before.pieces);
      return after.pieces.filter((piece) => !known.has(piece)).length;
    };
    expect(fresh(insert(before, item(20_001), byKey))).toBe(1);
    expect(fresh(insert(before, item(5001), byKey))).toBeLessThanOrEqual(2);
    expect(fresh(replace(before, item(5000, 'new'), byKey))).toBe(1);
    expect(fresh(remove(before, item(5000), byKey))).toBe(1);
    expect(keysOf(before)).toHaveLength(10_000);
  });

  it('[LOG6] taking out or replacing what is not there gives the same sequence back', () => {
    const before = built([2, 4, 6]);
    expect(remove(before, item(3), byKey)).toBe(before);
    expect(remove(before, item(7), byKey)).toBe(before);
    expect(replace(before, item(1), byKey)).toBe(before);
    expect(remove(emptySequence<Item>(), item(1), byKey).length).toBe(0);
    expect(find(emptySequence<Item>(), item(1), byKey)).toBeUndefined();
  });

  it('[LOG6] has nothing outside its ends', () => {
    const three = built([1, 2, 3]);
    expect([itemAt(three, -1), itemAt(three, 3), itemAt(emptySequence(), 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(indexOf(three, item(9), byKey)).toBe(3);
  });
});
