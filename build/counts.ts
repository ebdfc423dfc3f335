/** How many tests passed and failed, and the names of those that did not run. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
  /** Those of `failed` that have a name, each with what it said first. */
  readonly failures?: readonly string[];
  /** Those of `passed` that failed at first and passed when tried once more, by name. */
  readonly retried?: readonly string[];
}

/** Nothing ran. */
export const noTests: Counts = { passed: 0, failed: 0, skipped: [] };

/** What one stage of `npm test` came to. */
export interface StageOutcome {
  /** A sentence when the stage failed; undefined when it passed. */
  readonly failure?: string | undefined;
  /** The tests it ran, when it is a stage that runs tests. */
  readonly tests?: Counts;
}

/** Sums stages: each counts as one passed or failed, besides the tests it ran. */
export function totalOf(outcomes: readonly StageOutcome[]): Counts {
  const tests = outcomes.map((outcome) => outcome.tests ?? noTests);
  const failedStages = outcomes.filter((outcome) => outcome.failure !== undefined).length;
  return {
    passed: outcomes.length - failedStages + sum(tests.map((counts) => counts.passed)),
    failed: failedStages + sum(tests.map((counts) => counts.failed)),
    skipped: tests.flatMap((counts) => counts.skipped),
    failures: tests.flatMap((counts) => counts.failures ?? []),
    retried: tests.flatMap((counts) => counts.retried ?? []),
  };
}

/**
 * The last line of `npm test`, which CI reads.
 *
 * @example closingLine({ passed: 3, failed: 0, skipped: ['needs loop mounts'] }) // '3 passed, 0 failed, 1 skipped'
 */
export function closingLine(counts: Counts): string {
  const line = `${counts.passed} passed, ${counts.failed} failed`;
  return counts.skipped.length === 0 ? line : `${line}, ${counts.skipped.length} skipped`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
