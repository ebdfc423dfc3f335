/** The stages of `npm test`, in the order in which they run. */
export const stageNames = [
  'system',
  'types',
  'lint',
  'format',
  'unit',
  'build',
  'e2e',
  'faults',
  'package',
] as const;

export type StageName = (typeof stageNames)[number];

/** What a person asked for on the command line. */
export interface TestPlan {
  readonly stages: readonly StageName[];
  /** Handed on to Playwright, e.g. `-g kill`. */
  readonly passedOn: readonly string[];
}

/** The stages that need no window: `npm run check`. */
const fastStages: readonly StageName[] = ['types', 'lint', 'format', 'unit'];

/**
 * Reads `--fast`, `--only a,b` and what is to be handed on.
 *
 * @throws an Error with a sentence for a stage that does not exist: a typing mistake must not test nothing.
 */
export function planOf(args: readonly string[]): TestPlan {
  const [first, second, ...rest] = args;
  if (first === '--fast') return { stages: fastStages, passedOn: args.slice(1) };
  if (first !== '--only') return { stages: stageNames, passedOn: args };
  const wanted = (second ?? '').split(',');
  const unknown = wanted.filter((name) => !stageNames.some((known) => known === name));
  if (unknown.length > 0) {
    throw new Error(`No such stage: ${unknown.join(', ')}. There are ${stageNames.join(', ')}.`);
  }
  return { stages: stageNames.filter((name) => wanted.includes(name)), passedOn: rest };
}
