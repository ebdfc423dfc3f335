import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCommand } from './buildApp';
import { type Counts, type StageOutcome, noTests } from './counts';
import { ensureSystemPackages } from './installSystemPackages';
import { playwrightCounts } from './playwrightReport';
import { projectRoot } from './projectRoot';
import { type Command, runCommand, whyItFailed } from './runCommand';
import type { StageName } from './stageNames';
import { electronLibraries, testPackages, virtualDisplayPackages } from './systemPackages';
import { startTestDesktop } from './testDesktop';
import { vitestCounts } from './vitestReport';

const minute = 60_000;
const resultFile = (name: string) => join(projectRoot, 'test-results', name);

/** Every stage of `npm test`: what it runs, and how its result is read. */
export const stages: Record<StageName, (passedOn: readonly string[]) => Promise<StageOutcome>> = {
  system: async () => {
    const wanted = [...electronLibraries, ...virtualDisplayPackages, ...testPackages];
    return { failure: await ensureSystemPackages(wanted) };
  },
  types: () => runStage('The type check', tool('typescript/bin/tsc', [], 10)),
  lint: () => runStage('The lint', tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings'], 10)),
  format: () => runStage('The format check', tool('prettier/bin/prettier.cjs', ['--check', '.'], 10)),
  unit: () => {
    const report = resultFile('vitest.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['run', '--config', 'build/vitest.config.ts', ...reporters];
    return runTests('The unit tests', tool('vitest/vitest.mjs', args, 12), report, vitestCounts);
  },
  build: () => runStage('The build', { ...buildCommand, timeoutMs: 10 * minute, output: 'show' }),
  e2e: (passedOn) => runPlaywright('e2e', passedOn, 50),
  faults: (passedOn) => runPlaywright('faults', passedOn, 30),
  package: async () => {
    const report = resultFile('dist.json');
    const command = tool('tsx/dist/cli.mjs', ['build/dist.ts', '--report', report], 20);
    return runTests('The package check', command, report, (text) => JSON.parse(text) as Counts);
  },
};

/** A folder of tests in a real Electron: build/playwright.config.ts. */
export type PlaywrightProject = 'e2e' | 'faults' | 'smoke';

/** Where the last run of a project left its report. */
export const playwrightReportOf = (project: PlaywrightProject): string =>
  resultFile(`playwright-${project}.json`);

/** Runs one of Playwright's projects on a desktop of its own. */
export async function runPlaywright(
  project: PlaywrightProject,
  passedOn: readonly string[],
  minutes: number,
): Promise<StageOutcome> {
  const title = `The ${project} tests`;
  if (!existsSync(join(projectRoot, 'test', project)))
    return { failure: `${title} are missing: no test/${project}.` };
  const report = playwrightReportOf(project);
  const args = ['test', '--config', 'build/playwright.config.ts', `--project=${project}`, ...passedOn];
  const desktop = await startTestDesktop();
  try {
    const command = tool('@playwright/test/cli.js', args, minutes);
    const env = { ...desktop.env, PLAYWRIGHT_REPORT: report };
    return await runTests(title, desktop.wrap({ ...command, env }), report, playwrightCounts);
  } finally {
    desktop.stop();
  }
}

function tool(path: string, args: readonly string[], minutes: number): Command {
  const script = join(projectRoot, 'node_modules', path);
  return { file: process.execPath, args: [script, ...args], timeoutMs: minutes * minute, output: 'show' };
}

async function runStage(title: string, command: Command): Promise<StageOutcome> {
  const result = await runCommand(command);
  return { failure: result.code === 0 ? undefined : whyItFailed(title, result) };
}

/** Runs tests and counts them from a report, which must be this run's: an older one is removed first. */
async function runTests(
  title: string,
  command: Command,
  report: string,
  count: (reportText: string) => Counts,
): Promise<StageOutcome> {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const outcome = await runStage(title, command);
  const tests = existsSync(report) ? count(readFileSync(report, 'utf8')) : noTests;
  if (outcome.failure === undefined && tests.passed === 0) return { failure: `${title} ran no test.`, tests };
  return { ...outcome, tests };
}
