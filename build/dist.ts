/**
 * `npm run dist`: makes both packages for this system and examines them: fuses, contents, a start and a
 * clean exit, what must be refused, and the e2e flavour driven through a smoke test.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { buildApp } from './buildApp';
import { archiveOf, checkContents } from './checkContents';
import { checkFuses } from './checkFuses';
import { checkIsNoNode, checkRefuses, checkStartAndQuit } from './checkRelease';
import { type Counts, type StageOutcome, closingLine, totalOf } from './counts';
import { electronHere } from './electronHere';
import { ensureSystemPackages } from './installSystemPackages';
import { makePackage } from './makePackage';
import { runPlaywright } from './stages';
import { electronLibraries, testPackages, virtualDisplayPackages } from './systemPackages';
import { startTestDesktop } from './testDesktop';

type Check = readonly [name: string, run: () => Promise<string | undefined> | string | undefined];

const [option, reportFile] = process.argv.slice(2);
const total = await dist();
if (option === '--report' && reportFile !== undefined) {
  mkdirSync(dirname(reportFile), { recursive: true });
  writeFileSync(reportFile, JSON.stringify(total));
}
process.exit(total.failed === 0 ? 0 : 1);

async function dist(): Promise<Counts> {
  const wanted = [...electronLibraries, ...virtualDisplayPackages, ...testPackages];
  const obstacle = (await ensureSystemPackages(wanted)) ?? (await buildApp());
  if (obstacle !== undefined) {
    console.error(obstacle);
    return totalOf([{ failure: obstacle }]);
  }
  const electron = await electronHere();
  const release = await makePackage('release', electron.path);
  const e2e = await makePackage('e2e', electron.path);
  if (electron.kind === 'stand-in')
    console.log('These packages hold the stand-in Electron: try them, never ship them.');
  const counts = totalOf(await examineAll(release, e2e));
  console.log(`Packages in dist/release and dist/e2e: ${closingLine(counts)}`);
  return counts;
}

async function examineAll(release: string, e2e: string): Promise<readonly StageOutcome[]> {
  const desktop = await startTestDesktop();
  const outcomes: StageOutcome[] = [];
  try {
    for (const [name, run] of checksOf(release, e2e, desktop.env)) {
      const failure = await run();
      console.log(failure === undefined ? `✓ ${name}` : `✗ ${name}: ${failure}`);
      outcomes.push({ failure });
    }
  } finally {
    desktop.stop();
  }
  process.env['PACKAGED_CONSOLE'] = e2e;
  const smoke = await runPlaywright('smoke', [], 5);
  if (smoke.failure !== undefined) console.log(`✗ ${smoke.failure}`);
  return [...outcomes, smoke];
}

function checksOf(release: string, e2e: string, env: NodeJS.ProcessEnv): readonly Check[] {
  const refused = ['--remote-debugging-port=0', '--remote-debugging-pipe', '--inspect=0', '--inspect-brk=0'];
  return [
    ['release: fuses', () => checkFuses('release', release)],
    ['e2e: fuses', () => checkFuses('e2e', e2e)],
    ['release: contents', () => checkContents('release', archiveOf(release))],
    ['e2e: contents', () => checkContents('e2e', archiveOf(e2e))],
    ['release: starts and quits', () => checkStartAndQuit(release, env)],
    ...refused.map((name): Check => [`release: refuses ${name}`, () => checkRefuses(release, name, env)]),
    ['release: is no Node', () => checkIsNoNode(release, env)],
  ];
}
