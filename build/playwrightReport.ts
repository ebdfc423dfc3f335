import type { Counts } from './counts';

/** The part of Playwright's JSON report that is read. Suites nest: file, then each `describe`. */
interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
}

/** Errors outside any test, such as a file that could not be loaded, are in `errors`. */
interface PlaywrightReport {
  readonly suites: readonly Suite[];
  readonly errors?: readonly unknown[];
}

/** Counts the tests in Playwright's JSON report. `flaky` is its word for one that passed at the second try. */
export function playwrightCounts(reportText: string): Counts {
  const report = JSON.parse(reportText) as PlaywrightReport;
  const tests = report.suites.flatMap((suite) => testsIn(suite, []));
  const named = (status: string) => tests.filter((test) => test.status === status);
  return {
    passed: named('expected').length + named('flaky').length,
    failed: named('unexpected').length + (report.errors?.length ?? 0),
    skipped: named('skipped').map((test) => test.name),
    failures: named('unexpected').map((test) => test.name),
    retried: named('flaky').map((test) => test.name),
  };
}

function testsIn(suite: Suite, above: readonly string[]): readonly { name: string; status: string }[] {
  const path = [...above, suite.title];
  const own = (suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ status }) => ({ name: [...path, spec.title].join(' › '), status })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, path))];
}
