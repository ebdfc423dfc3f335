/**
 * Bundles nobody should trust, one after the other into a running console: each is refused with a sentence,
 * nothing of it reaches the disk, and the console is as usable as before.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Pushes } from '../../electron/contract';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { journalledRows } from '../support/journalOnDisk';
import { declare, log, untilDurable } from '../e2e/driver';
import { malformedBundles } from './malformedBundles';
import { figure, runs } from './runs';

const bench = new Bench();
const COUNT = runs({ short: 60, long: 600 });
const AT_ONCE = 20;

test.afterEach(() => bench.clear());

test(`${COUNT} malformed bundles are refused one by one, and none leaves a trace`, async () => {
  test.setTimeout(480_000);
  const folder = freshFolder('bundles');
  const temporary = freshFolder('tmp');
  const files = (await malformedBundles(COUNT)).map((bytes, n) => {
    const file = join(folder, `malformed-${n}.icbundle`);
    writeFileSync(file, bytes);
    return file;
  });
  const console = await bench.launch({ env: { TMPDIR: temporary } });
  const { page, profile, home } = console;
  await declare(page, { title: 'Under fire', commander: 'Dana' });
  await untilDurable(page, 2);
  await listen(page);
  const watched = (): readonly string[] => [
    ...ownFiles(profile),
    ...listed(home),
    ...listed(temporary),
    ...listed(folder),
  ];
  const before = watched();
  for (let from = 0; from < COUNT; from += AT_ONCE) {
    await arrive(console, files.slice(from, from + AT_ONCE));
    const answered = Math.min(COUNT, from + AT_ONCE);
    await expect.poll(() => answers(page), { timeout: 30_000 }).toBe(answered);
  }
  const told = await refusals(page);
  expect(told.filter(({ why }) => !/^[A-Z“][^\n]{10,300}\.$/.test(why))).toEqual([]);
  const traces = watched().filter((name) => !before.includes(name));
  figure('malformed bundles tried', told.length);
  figure('traces malformed bundles left', traces.length);
  expect(traces).toEqual([]);
  expect(existsSync('/tmp/malformed-bundle-1')).toBe(false);
  await log(page, 'still here');
  await untilDurable(page, 3);
  expect(journalledRows(profile)).toHaveLength(3);
  await console.close();
});

/** As a second start hands them on. */
async function arrive({ app }: RunningConsole, files: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ app: running }, argv) => void running.emit('second-instance', {}, ['console', ...argv], '/'),
    files,
  );
}

interface Heard {
  readonly heard: readonly Pushes['bundle:refused'][];
}

/** From now on the page writes down what it is told of bundles. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { bridge } = window as unknown as {
      readonly bridge: { on: (channel: string, listener: (payload: unknown) => void) => void };
    };
    const heard: unknown[] = [];
    bridge.on('bundle:refused', (refusal) => heard.push(refusal));
    Object.assign(globalThis, { heard });
  });
}

const refusals = (page: Page): Promise<Heard['heard']> =>
  page.evaluate(() => (globalThis as unknown as Heard).heard);
const answers = async (page: Page): Promise<number> => (await refusals(page)).length;

const listed = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));

/** What the program itself keeps in a profile; the browser's own caches come and go. */
function ownFiles(profile: string): readonly string[] {
  const ours = ['journal', 'backups', 'failures'].filter((name) => existsSync(join(profile, name)));
  const top = readdirSync(profile).map((name) => join(profile, name));
  return [...top, ...ours.flatMap((name) => listed(join(profile, name)))];
}
