import { SUITES, type Suite } from './metrics';

/** What `npm run bench -- …` may ask for. */
export interface BenchOptions {
  readonly suites: ReadonlySet<Suite>;
  /** Entries in the open incident. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** One core is kept busy meanwhile, as by a call that runs beside. */
  readonly busy: boolean;
  readonly markdown: boolean;
  /** How often a session is repeated when other programs disturbed it. */
  readonly retries: number;
  /** Most seconds to wait for a quiet moment before a session. */
  readonly quiet: number;
}

const USUAL: BenchOptions = {
  suites: new Set(SUITES),
  sizes: [10_000],
  rounds: 7,
  busy: false,
  markdown: false,
  retries: 1,
  quiet: 20,
};
const FULL = { sizes: [100, 1_000, 10_000, 100_000], rounds: 5 } as const;

export const USAGE = `npm run bench -- [options]
  --full            100, 1,000, 10,000 and 100,000 entries, and growth exponents
  --sizes=A,B       entries in the open incident (${USUAL.sizes.join()})
  --rounds=N        every subject once a round (${USUAL.rounds})
  --suites=A,B      of ${SUITES.join(', ')}
  --busy            with one core kept busy
  --retries=N       repeats of a session that other programs disturbed (${USUAL.retries})
  --quiet=S         most seconds to wait for a quiet moment before a session (${USUAL.quiet})
  --markdown        tables in Markdown`;

/** @throws Error with the usage when something is not understood. */
export function readOptions(typed: readonly string[]): BenchOptions {
  return Object.assign({ ...USUAL }, ...typed.map(readOne)) as BenchOptions;
}

function readOne(argument: string): Partial<BenchOptions> {
  const [, name = '', value] = /^--(\w+)(?:=(.+))?$/.exec(argument) ?? [];
  if (value === undefined) {
    if (name === 'full') return FULL;
    if (name === 'busy' || name === 'markdown') return { [name]: true };
  } else {
    if (name === 'sizes') return { sizes: value.split(',').map((one) => wholeNumber(argument, one, 1)) };
    if (name === 'rounds') return { rounds: wholeNumber(argument, value, 1) };
    if (name === 'retries' || name === 'quiet') return { [name]: wholeNumber(argument, value, 0) };
    if (name === 'suites') return { suites: new Set(value.split(',').map((one) => suite(argument, one))) };
  }
  throw notUnderstood(argument);
}

function wholeNumber(argument: string, text: string, least: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least) throw notUnderstood(argument);
  return number;
}

function suite(argument: string, text: string): Suite {
  const found = SUITES.find((one) => one === text);
  if (!found) throw notUnderstood(argument);
  return found;
}

const notUnderstood = (argument: string): Error => new Error(`Not understood: ${argument}\n${USAGE}`);
