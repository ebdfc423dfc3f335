/**
 * A process that may open not one file more: notes are taken and held, the bar says so, and they are saved
 * by themselves once there are handles again.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { declare, durableRows, entries, log, pad, untilDurable } from '../e2e/driver';
import { expectAllKept } from '../e2e/relaunches';
import { runs } from './runs';

const bench = new Bench();

test.beforeEach(() => {
  const refusal = limitRefusal();
  test.skip(refusal !== null, refusal ?? '');
});

test.afterEach(() => bench.clear());

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'NOT SAVED' });
const ROUNDS = runs({ short: 1, long: 5 });

test('without file handles notes are held and shown as not saved, and are saved once there are some', async () => {
  test.setTimeout(240_000);
  const first = await bench.launch();
  await declare(first.page, { title: 'No handles', commander: 'Dana' });
  await untilDurable(first.page, 2);
  await first.close();
  let console = first;
  let rows = 2;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Until its first note a console has not opened its journal for writing.
    console = await bench.again(first);
    const { page, pid } = console;
    await untilDurable(page, rows);
    const { soft, hard } = limitsOf(pid);
    setLimit(pid, lowestFreeHandle(pid), hard);
    await log(page, `without handles ${round}`);
    await expect(banner(page)).toContainText('This computer has too many files open. Close some programs.');
    expect(await durableRows(page)).toBe(rows);
    await log(page, `one more without handles ${round}`);
    await expect(entries(page).last()).toContainText(`one more without handles ${round}`);
    await pad(page).fill('half a sentence');
    setLimit(pid, soft, hard);
    rows += 2;
    await untilDurable(page, rows);
    await expect(banner(page)).toBeHidden();
    await expect(pad(page)).toHaveValue('half a sentence');
    await pad(page).fill('');
    if (round < ROUNDS) await console.close();
  }
  await expectAllKept(bench, console);
});

function lowestFreeHandle(pid: number): number {
  const open = new Set(readdirSync(`/proc/${pid}/fd`).map(Number));
  let handle = 0;
  while (open.has(handle)) handle += 1;
  return handle;
}

function limitsOf(pid: number): { readonly soft: number; readonly hard: number } {
  const columns = ['--pid', String(pid), '--nofile', '--noheadings', '--output', 'SOFT,HARD'];
  const [soft, hard] = execFileSync('prlimit', columns, { encoding: 'utf8' }).trim().split(/\s+/).map(Number);
  if (soft === undefined || hard === undefined) throw new Error('prlimit says nothing');
  return { soft, hard };
}

function setLimit(pid: number, soft: number, hard: number): void {
  execFileSync('prlimit', ['--pid', String(pid), `--nofile=${soft}:${hard}`]);
}

function limitRefusal(): string | null {
  try {
    const { soft, hard } = limitsOf(process.pid);
    setLimit(process.pid, soft, hard);
    return null;
  } catch (error) {
    return `limits cannot be set here (${String(error).split('\n')[0] ?? ''})`;
  }
}
