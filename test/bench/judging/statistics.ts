/** Small statistics over plain numbers. NaN stands for "not enough to say". */

/** One subject's samples, a list a round. Rounds that gave nothing are absent. */
export type Rounds = ReadonlyMap<number, readonly number[]>;

export type Statistic = (samples: readonly number[]) => number;

/** How a subject's figure is set against the floor's. */
export type Comparison = 'ratio' | 'difference' | 'alone';

/** A figure with the bounds of its 95 % interval; both NaN with fewer than three rounds. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 600;
const SEED = 11;

/** The q-th quantile (0 to 1), between neighbours in proportion. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) return Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

export const median: Statistic = (samples) => quantile(samples, 0.5);
export const p99: Statistic = (samples) => quantile(samples, 0.99);

/**
 * Sets `ours` against `floor` with a bootstrap interval. What is resampled is whole rounds, those that both
 * have: a drift of the machine that a round shares then cancels.
 */
export function compare(ours: Rounds, floor: Rounds, statistic: Statistic, how: Comparison): Estimate {
  const shared = how === 'alone' ? [...ours.keys()] : [...ours.keys()].filter((round) => floor.has(round));
  const figure = (rounds: readonly number[]): number =>
    combined(statistic(pooled(ours, rounds)), statistic(pooled(floor, rounds)), how);
  const value = figure(shared);
  if (shared.length < 3) return { value, low: Number.NaN, high: Number.NaN };
  const random = randomNumbers(SEED);
  const resampled = Array.from({ length: RESAMPLES }, () =>
    figure(shared.map(() => shared[Math.floor(random() * shared.length)] ?? 0)),
  );
  return { value, low: quantile(resampled, 0.025), high: quantile(resampled, 0.975) };
}

const pooled = (samples: Rounds, rounds: readonly number[]): readonly number[] =>
  rounds.flatMap((round) => samples.get(round) ?? []);

/** All samples of all rounds. */
export const all = (samples: Rounds): readonly number[] => pooled(samples, [...samples.keys()]);

function combined(ours: number, floor: number, how: Comparison): number {
  if (how === 'alone') return ours;
  return how === 'ratio' ? ours / floor : ours - floor;
}

/**
 * The growth exponent: the least-squares slope of ln(y) on ln(x). 0 does not grow, 1 grows with x.
 * NaN unless there are two points and all are positive.
 */
export function growth(points: readonly (readonly [x: number, y: number])[]): number {
  if (points.length < 2 || points.some(([x, y]) => !(x > 0 && y > 0))) return Number.NaN;
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const middleX = mean(logs.map(([x]) => x));
  const middleY = mean(logs.map(([, y]) => y));
  const along = logs.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0);
  return along / logs.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0);
}

const mean: Statistic = (samples) => samples.reduce((sum, one) => sum + one, 0) / samples.length;

/** The same numbers every time (mulberry32), so that the same samples give the same interval. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
