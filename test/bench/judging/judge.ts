import type { Metric, PlaceName, Session, SubjectName } from '../metrics';
import { GROWTH_GOALS, LINES, type GrowthGoal, type Line } from './goals';
import { all, compare, growth, median, type Estimate, type Rounds } from './statistics';

/** `unsure`: the interval reaches over the limit to both sides. */
export type Verdict = 'met' | 'not met' | 'unsure' | 'no goal';

/** One line of the table, with its figures. */
export interface JudgedLine {
  readonly line: Line;
  readonly size: number;
  readonly ours: number;
  /** NaN where there is no floor. */
  readonly floor: number;
  readonly estimate: Estimate;
  readonly verdict: Verdict;
}

export interface JudgedGrowth {
  readonly goal: GrowthGoal;
  readonly points: readonly (readonly [size: number, value: number])[];
  readonly slope: number;
  readonly verdict: Verdict;
}

/** With fewer quiet sessions than this part of all, the noisy ones count too: few figures prove less. */
const ENOUGH_QUIET = 0.6;

/** The sessions to judge by: the quiet ones, if there are enough of them. */
export function trusted(sessions: readonly Session[]): readonly Session[] {
  const quiet = sessions.filter(({ noisy }) => !noisy);
  return quiet.length >= ENOUGH_QUIET * sessions.length ? quiet : sessions;
}

/** Every line that was measured, for each size. */
export function judgeLines(sessions: readonly Session[]): readonly JudgedLine[] {
  const sizes = sizesOf(sessions);
  return LINES.flatMap((line) => sizes.flatMap((size) => judgedLine(sessions, line, size) ?? []));
}

function judgedLine(sessions: readonly Session[], line: Line, size: number): JudgedLine | undefined {
  const ours = roundsOf(sessions, { ...line, subject: 'console', size });
  const floor: Rounds = line.floor
    ? roundsOf(sessions, { ...line, subject: line.floor, size })
    : new Map<number, readonly number[]>();
  if (ours.size === 0 || (line.floor !== null && floor.size === 0)) return undefined;
  const estimate = compare(ours, floor, line.statistic, line.how);
  return {
    line,
    size,
    ours: line.statistic(all(ours)),
    floor: line.statistic(all(floor)),
    estimate,
    verdict: verdictOf(estimate, line.limit),
  };
}

/** How the console's figures grow with the log; nothing with fewer than two sizes. */
export function judgeGrowth(sessions: readonly Session[]): readonly JudgedGrowth[] {
  return GROWTH_GOALS.flatMap((goal) => {
    const points = sizesOf(sessions).flatMap((size) => {
      const rounds = roundsOf(sessions, { metric: goal.metric, place: 'log', subject: 'console', size });
      return rounds.size === 0 ? [] : [[size, median(all(rounds))] as const];
    });
    const slope = growth(points);
    if (Number.isNaN(slope)) return [];
    return { goal, points, slope, verdict: slope <= goal.most ? ('met' as const) : ('not met' as const) };
  });
}

/** An interval that is wholly on one side of the limit decides; without one the figure itself does. */
export function verdictOf({ value, low, high }: Estimate, limit: number | null): Verdict {
  if (limit === null) return 'no goal';
  // The undisturbed rounds of the two are not the same ones: nothing to compare.
  if (Number.isNaN(value)) return 'unsure';
  if (low <= limit && high > limit) return 'unsure';
  return value <= limit ? 'met' : 'not met';
}

interface Wanted {
  readonly metric: Metric;
  readonly place: PlaceName;
  readonly subject: SubjectName;
  readonly size: number;
}

function roundsOf(sessions: readonly Session[], { metric, place, subject, size }: Wanted): Rounds {
  const rounds = new Map<number, readonly number[]>();
  for (const session of sessions) {
    const samples = session.samples[metric];
    const fits = session.subject === subject && session.place === place && session.size === size;
    if (fits && samples) rounds.set(session.round, samples);
  }
  return rounds;
}

const sizesOf = (sessions: readonly Session[]): readonly number[] =>
  [...new Set(sessions.map(({ size }) => size))].toSorted((a, b) => a - b);
