import type { Counts } from './counts';

/** The part of vitest's JSON report that is read. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Counts the tests in vitest's JSON report. A file that could not even be loaded has no tests in the
 * report; it counts as one failed, or a syntax error would read as "fewer tests".
 */
export function vitestCounts(reportText: string): Counts {
  const { testResults } = JSON.parse(reportText) as VitestReport;
  const tests = testResults.flatMap((file) => file.assertionResults);
  const unloadable = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unloadable.length,
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => test.fullName),
  };
}
