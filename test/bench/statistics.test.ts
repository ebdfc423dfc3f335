import { describe, expect, it } from 'vitest';
import { all, compare, growth, median, p99, quantile, type Rounds } from './judging/statistics';

/** Rounds in order, one list of samples each. */
const rounds = (...samples: readonly (readonly number[])[]): Rounds => new Map(samples.entries());

describe('quantiles', () => {
  it('gives the middle, between two neighbours where there is no middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([0, 10], 0.25)).toBe(2.5);
  });

  it('gives the tail in proportion', () => {
    expect(p99(Array.from({ length: 101 }, (_, i) => i))).toBe(99);
    expect(p99([5])).toBe(5);
  });

  it('says nothing of nothing', () => {
    expect(median([])).toBeNaN();
  });

  it('leaves the samples in their order', () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});

describe('comparing', () => {
  const floor = rounds([10, 11], [9, 10], [10, 12], [11, 10]);
  const twice = rounds([20, 22], [18, 20], [20, 24], [22, 20]);

  it('sets the statistic of all samples against that of the floor', () => {
    expect(compare(twice, floor, median, 'ratio').value).toBe(2);
    expect(compare(twice, floor, median, 'difference').value).toBe(10);
    expect(compare(twice, floor, median, 'alone').value).toBe(20);
  });

  it('gives an interval around the value, the same one every time', () => {
    const once = compare(twice, floor, median, 'ratio');
    expect(once).toEqual(compare(twice, floor, median, 'ratio'));
    expect(once.low).toBeLessThanOrEqual(once.value);
    expect(once.high).toBeGreaterThanOrEqual(once.value);
    expect(once.high - once.low).toBeLessThan(0.5);
  });

  it('lets a drift that a round shares cancel', () => {
    const drift = [1, 5, 2, 8, 3, 1];
    const drifting = (times: number): Rounds => rounds(...drift.map((slow) => [10 * slow * times]));
    const steady = compare(drifting(3), drifting(1), (samples) => samples[0] ?? 0, 'ratio');
    expect([steady.low, steady.value, steady.high]).toEqual([3, 3, 3]);
  });

  it('gives no interval for fewer than three rounds', () => {
    const few = compare(rounds([2], [4]), rounds([1], [2]), median, 'ratio');
    expect(few.value).toBe(2);
    expect(few.low).toBeNaN();
    expect(few.high).toBeNaN();
  });

  it('leaves out the rounds that one of both lacks', () => {
    const lacking: Rounds = new Map([
      [1, [10]],
      [2, [1000]],
    ]);
    expect(compare(lacking, rounds([5], [5]), median, 'ratio').value).toBe(2);
  });

  it('pools the samples of all rounds', () => {
    expect(all(rounds([1], [2, 3]))).toEqual([1, 2, 3]);
  });
});

describe('growth', () => {
  const sizes = [100, 1_000, 10_000, 100_000];
  const grown = (exponent: number) => growth(sizes.map((size) => [size, 7 * size ** exponent]));

  it.each([0, 0.5, 1, 2])('finds the exponent %d of a power', (exponent) => {
    expect(grown(exponent)).toBeCloseTo(exponent, 10);
  });

  it('needs two points, and positive ones', () => {
    expect(growth([[100, 3]])).toBeNaN();
    expect(
      growth([
        [100, 0],
        [1000, 3],
      ]),
    ).toBeNaN();
  });
});
