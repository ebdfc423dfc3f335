import type { BenchOptions } from './options';
import type { PlaceName, SubjectName, Suite } from './metrics';

/** Surroundings in which some subjects take turns. */
export interface Place {
  readonly name: PlaceName;
  readonly size: number;
  readonly suites: ReadonlySet<Suite>;
  readonly subjects: readonly SubjectName[];
}

const STARTED = ['console', 'bare'] as const;
const JUST_START: ReadonlySet<Suite> = new Set(['start']);
/** Entries of the open incident among a thousand; its `size` says 0, as it is no point of growth. */
export const NOTES_AMONG_MANY = 1000;

/** Where the options want to measure, in order. */
export function placesFor({ sizes, suites }: BenchOptions): readonly Place[] {
  const logs = sizes.map((size) => ({
    name: 'log' as const,
    size,
    suites,
    subjects: ['console', 'bare', 'raw', 'dexie'] as const,
  }));
  if (!suites.has('start')) return logs;
  const starts = (['new', 'many'] as const).map((name) => ({
    name,
    size: 0,
    suites: JUST_START,
    subjects: STARTED,
  }));
  return [...starts, ...logs];
}

/** Who goes when: everyone once a round, each round beginning with the next (A B C, B C A, …). */
export function turns<T>(subjects: readonly T[], round: number): readonly T[] {
  const first = round % Math.max(1, subjects.length);
  return [...subjects.slice(first), ...subjects.slice(0, first)];
}

/** A place as people call it. */
export function placeText({ name, size }: Pick<Place, 'name' | 'size'>): string {
  if (name === 'log') return `${size.toLocaleString('en-US')} entries`;
  return name === 'new' ? 'brand-new profile' : '1,000 incidents';
}
