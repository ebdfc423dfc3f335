/**
 * `npm test`: everything that must hold, on a fresh machine, in one command. A failed stage does not stop
 * the next ones: all that is wrong shows in one run.
 */
import { type StageOutcome, closingLine, totalOf } from './counts';
import { type StageName, planOf } from './stageNames';
import { processTree, signalQuietly } from './processTree';
import { stages } from './stages';

// Stopped from outside: take along what we started, or a whole Electron would go on without us.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const child of processTree(process.pid).slice(1)) signalQuietly(child, 'SIGTERM');
    process.exit(1);
  });
}

process.exitCode = await test(process.argv.slice(2));

async function test(args: readonly string[]): Promise<number> {
  const plan = planOf(args);
  const outcomes = new Map<StageName, StageOutcome>();
  for (const name of plan.stages) {
    console.log(`\n── ${name} ──`);
    const started = Date.now();
    const outcome = await run(name, plan.passedOn);
    outcomes.set(name, outcome);
    console.log(`${outcome.failure ?? `${name}: fine`} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  }
  return summarise(outcomes);
}

/** A stage that throws has failed like any other; the ones after it still run. */
async function run(name: StageName, passedOn: readonly string[]): Promise<StageOutcome> {
  try {
    return await stages[name](passedOn);
  } catch (error) {
    console.error(error);
    return { failure: `${name} broke off: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Says what failed and what was skipped, by name, then the one line that CI reads. @returns the exit code. */
function summarise(outcomes: ReadonlyMap<StageName, StageOutcome>): number {
  const total = totalOf([...outcomes.values()]);
  console.log('');
  for (const [name, { failure }] of outcomes)
    if (failure !== undefined) console.log(`failed: ${name}: ${failure}`);
  for (const failed of total.failures ?? []) console.log(`failed: ${failed}`);
  for (const retried of total.retried ?? []) console.log(`passed only when tried again: ${retried}`);
  for (const skipped of total.skipped) console.log(`skipped: ${skipped}`);
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}
