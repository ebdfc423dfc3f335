import type { Counts } from './counts';

interface Result {
  readonly fullName: string;
  readonly status: string;
  /** Only a test that failed has any: message and trace in one text. */
  readonly failureMessages?: readonly string[];
}

/** The part of vitest's JSON report that is read. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly Result[];
  }[];
}

/**
 * Counts the tests in vitest's JSON report. A file that could not even be loaded has no tests in the
 * report; it counts as one failed, or a syntax error would read as "fewer tests".
 */
export function vitestCounts(reportText: string): Counts {
  const { testResults } = JSON.parse(reportText) as VitestReport;
  const tests = testResults.flatMap((file) => file.assertionResults);
  const failed = tests.filter((test) => test.status === 'failed');
  const unloadable = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: failed.length + unloadable.length,
    failures: [...failed.map(told), ...unloadable.map(({ name }) => `${name} could not be loaded`)],
    skipped: tests
      .filter((test) => test.status !== 'passed' && test.status !== 'failed')
      .map((test) => test.fullName),
  };
}

/** With the first lines of the message: the second one of a property test is the seed it can be run again with. */
function told({ fullName, failureMessages = [] }: Result): string {
  const [first, second] = (failureMessages[0] ?? '').split('\n');
  return [fullName, first, second].filter(Boolean).join(' · ');
}
