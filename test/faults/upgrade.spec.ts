/**
 * R18: the first start of a newer version on 20,000 rows, killed at moments nobody can foresee. The next start
 * finishes it: no row is lost or changed, and a verified backup was there before anything was.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readSnapshot } from '../../electron/backups/readSnapshot';
import { nodeFiles } from '../../electron/files/nodeFiles';
import { untilDurable } from '../e2e/driver';
import { Bench } from '../support/bench';
import { launchConsole, startUnheld } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { copyOfOld, profileOfVersion1, versions, type OldProfile } from './oldProfile';
import { copiedCount, copiedRows, missingIn, readableRows } from './rowsOnDisk';
import { figure, isLong, runs } from './runs';
import { randomPause } from './specimen';

const bench = new Bench(launchConsole);
const KILLS = runs({ short: 1, long: 20 });
const ROWS = isLong ? 20_000 : 2_000;
/** A start that is not killed is upgraded within this. */
const LONGEST_MS = 2_500;

test.afterEach(() => bench.clear());

/** Rows in the newest backup, read back and checked; 0 without one. */
async function backedUp(profile: string): Promise<number> {
  const folder = join(profile, 'backups');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const newest = files.findLast((name) => name.endsWith('.icsnapshot'));
  if (newest === undefined) return 0;
  const { rows } = await readSnapshot(nodeFiles, join(folder, newest));
  return [...rows.values()].reduce((sum, { length }) => sum + length, 0);
}

const isMarked = (profile: string): boolean => existsSync(join(profile, 'profile-version.json'));

/** Starts on the profile and looks for every row in both stores, as it was; how many are not there. */
async function missingAfterStart(profile: string, home: string, old: OldProfile): Promise<number> {
  const console = await bench.launch({ userDataDir: profile, home });
  const { page } = console;
  await untilDurable(page, old.openRows);
  await expect.poll(() => versions(page)).toEqual([20]);
  await expect.poll(() => copiedCount(page), { timeout: 60_000 }).toBe(old.rows.size);
  const missing =
    missingIn(old.rows, [readableRows(profile)]).length +
    missingIn(old.rows, [await copiedRows(page)]).length;
  await console.close();
  return missing;
}

test(`an upgrade that is killed is finished by the next start, and no row is lost or changed`, async () => {
  test.setTimeout(180_000 + KILLS * 60_000);
  const old = await profileOfVersion1(ROWS);
  let [missing, beforeTheMark] = [0, 0];
  for (let time = 0; time < KILLS; time += 1) {
    const profile = copyOfOld(old);
    const home = freshFolder('home');
    const killAll = await startUnheld(profile, home);
    await randomPause(150, LONGEST_MS);
    await killAll();
    if (isMarked(profile)) expect(await backedUp(profile), 'a mark without a backup').toBe(old.rows.size);
    else beforeTheMark += 1;
    for (const start of [1, 2]) {
      missing += await missingAfterStart(profile, home, old);
      expect(isMarked(profile), `kill ${time + 1}, start ${start}`).toBe(true);
      expect(await backedUp(profile)).toBe(old.rows.size);
    }
  }
  figure('upgrades killed', KILLS);
  figure('upgrades killed before they were marked as done', beforeTheMark);
  figure('rows lost or changed in killed upgrades', missing);
  expect(missing).toBe(0);
});
