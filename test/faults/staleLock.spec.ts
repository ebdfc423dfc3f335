/** R16: the lock that a killed console leaves behind, or another machine on a shared profile, blocks no start. */
import { readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { isRunning } from '../../build/processTree';
import { declare, untilDurable } from '../e2e/driver';
import { Bench } from '../support/bench';
import { figure, runs } from './runs';
import { launchConsole } from '../support/electronApp';

const bench = new Bench(launchConsole);
const TIMES = runs({ short: 2, long: 20 });

test.afterEach(() => bench.clear());

const LOCKS: readonly ((own: string) => string)[] = [
  () => 'another-machine-4711',
  (own) => own.replace(/\d+$/, String(deadProcess())),
  (own) => own,
  () => 'no lock at all',
];

test('no stale lock keeps a console from starting', async () => {
  test.setTimeout(60_000 + TIMES * 15_000);
  let console = await bench.launch();
  await declare(console.page, { title: 'Locked' });
  await untilDurable(console.page, 1);
  const lock = join(console.profile, 'SingletonLock');
  let started = 0;
  for (let time = 0; time < TIMES; time += 1) {
    await console.killAll();
    const stale = LOCKS[time % LOCKS.length]?.(readlinkSync(lock)) ?? '';
    rmSync(lock);
    symlinkSync(stale, lock);
    console = await bench.again(console);
    await untilDurable(console.page, 1);
    started += 1;
  }
  figure('starts on a stale lock', TIMES);
  figure('starts on a stale lock that were blocked', TIMES - started);
  expect(started).toBe(TIMES);
});

function deadProcess(): number {
  const LEAST = 10_000;
  for (let pid = LEAST; ; pid += 1) if (!isRunning(pid)) return pid;
}
