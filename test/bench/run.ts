/**
 * `npm run bench`: builds the console and its floors, makes a desktop without a screen and measures there.
 * What is measured, and how to read the table, is in docs/performance.md.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '../../build/buildApp';
import { electronHere } from '../../build/electronHere';
import { ensureSystemPackages } from '../../build/installSystemPackages';
import { projectRoot } from '../../build/projectRoot';
import { runCommand, whyItFailed } from '../../build/runCommand';
import { electronLibraries, testPackages, virtualDisplayPackages } from '../../build/systemPackages';
import { startTestDesktop } from '../../build/testDesktop';
import { buildPages } from './buildPages';
import type { HandedOver } from './measure';
import { readOptions } from './options';

const MOST_MS = 4 * 60 * 60_000;
const folder = join(projectRoot, 'test-results/bench');

try {
  process.exitCode = await bench(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function bench(typed: readonly string[]): Promise<number> {
  // What can't be understood is said before anything is built.
  readOptions(typed);
  const lacking = await ensureSystemPackages([
    ...electronLibraries,
    ...virtualDisplayPackages,
    ...testPackages,
  ]);
  if (lacking !== undefined) throw new Error(lacking);
  const electron = await electronHere();
  const fault = await buildApp();
  if (fault !== undefined) throw new Error(fault);
  rmSync(folder, { recursive: true, force: true });
  return measure(typed, { electron, folder, root: process.pid, ...(await buildPages(folder)) });
}

async function measure(typed: readonly string[], handedOver: HandedOver): Promise<number> {
  const desktop = await startTestDesktop();
  try {
    const env = { ...desktop.env, BENCH: JSON.stringify(handedOver) };
    const script = join(projectRoot, 'node_modules/tsx/dist/cli.mjs');
    const args = [script, 'test/bench/measure.ts', ...typed];
    const command = { file: process.execPath, args, env, timeoutMs: MOST_MS, output: 'show' } as const;
    const result = await runCommand(desktop.wrap(command));
    if (result.code !== 0) console.error(whyItFailed('The bench', result));
    return result.code === 0 ? 0 : 1;
  } finally {
    desktop.stop();
  }
}
