/** The figures that fault tests leave as annotations in Playwright's JSON report. */
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly tests: readonly {
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** A figure as a fault test gives it (test/faults/runs.ts). */
interface Figure {
  readonly name: string;
  readonly value: number;
}

/** All figures of a run, those of the same name added up, in the order in which they first came. */
export function figuresIn(reportText: string): ReadonlyMap<string, number> {
  const report = JSON.parse(reportText) as { readonly suites: readonly Suite[] };
  const sums = new Map<string, number>();
  for (const { name, value } of report.suites.flatMap(figuresOf)) {
    sums.set(name, (sums.get(name) ?? 0) + value);
  }
  return sums;
}

/** One line a figure, the numbers below each other. */
export function figureTable(figures: ReadonlyMap<string, number>): string {
  const width = Math.max(0, ...[...figures.keys()].map((name) => name.length));
  return [...figures]
    .map(([name, value]) => `${name.padEnd(width)}  ${String(value).padStart(8)}`)
    .join('\n');
}

function figuresOf({ suites = [], specs = [] }: Suite): readonly Figure[] {
  const own = specs
    .flatMap(({ tests }) => tests)
    .flatMap(({ annotations }) => annotations)
    .filter(({ type }) => type === 'figure')
    .map(({ description }) => JSON.parse(description ?? '') as Figure);
  return [...own, ...suites.flatMap(figuresOf)];
}
