/**
 * Profiles of every version open without loss; one of a newer version is read and left byte for byte as
 * it is, and says so, with the ways out.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { processesMentioning } from '../../build/processTree';
import { projectRoot } from '../../build/projectRoot';
import { Bench } from '../support/bench';
import { freshFolder } from '../support/freshFolder';
import { journalledRows } from '../support/journalOnDisk';
import { declare, entries, log, pad, untilDurable } from './driver';

const bench = new Bench();
const relaunched: string[] = [];

test.afterEach(async () => {
  await bench.clear();
  for (const profile of relaunched.splice(0)) endAll(profile);
});

const FIXTURES = join(projectRoot, 'test/fixtures/profiles');
const VERSIONS = readdirSync(FIXTURES).filter((name) => /^v\d+$/.test(name));
/** Of the incident in each of them. */
const ROWS = 8;

function profileOf(version: string): string {
  const profile = freshFolder('profile');
  cpSync(join(FIXTURES, version), profile, { recursive: true });
  return profile;
}

/** As a version that is yet to come would leave it. */
function fromTheFuture(): string {
  const profile = profileOf(VERSIONS.at(-1) ?? 'v1');
  const mark = { version: 99, leastWriter: 99, writtenBy: '9.9.9', more: true };
  writeFileSync(join(profile, 'profile-version.json'), JSON.stringify(mark));
  return profile;
}

/** What the program keeps; everything else in the folder is Chromium's. */
const OURS = /^(journal|IndexedDB|backups|failures|settings|drafts|alarms|device-id|window|profile-version)/;

function hashes(folder: string, prefix = ''): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder).flatMap((name) => {
      const path = join(folder, name);
      const shown = `${prefix}${name}`;
      if (prefix === '' && !OURS.test(name)) return [];
      if (statSync(path).isDirectory()) return Object.entries(hashes(path, `${shown}/`));
      return [[shown, createHash('sha256').update(readFileSync(path)).digest('hex')]];
    }),
  );
}

const databaseVersion = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version));

function endAll(profile: string): void {
  for (const pid of processesMentioning(profile)) process.kill(pid, 'SIGKILL');
}

for (const version of VERSIONS) {
  test(`[VER1] a profile of ${version} opens without loss, backed up first, and is this version’s then`, async () => {
    const profile = profileOf(version);
    const before = journalledRows(profile);
    const console = await bench.launch({ userDataDir: profile });
    const { page } = console;
    await untilDurable(page, ROWS);
    await expect(page.getByRole('heading', { level: 1, name: 'Checkout errors' })).toBeVisible();
    await expect(entries(page).filter({ hasText: 'rolled back web to 2026.11.22.4' })).toBeVisible();
    await expect(pad(page)).toHaveValue('half a sentence');
    await expect.poll(() => databaseVersion(page)).toEqual([20]);
    expect(JSON.parse(readFileSync(join(profile, 'profile-version.json'), 'utf8'))).toMatchObject({
      version: 2,
      leastWriter: 2,
    });
    expect(readdirSync(join(profile, 'backups'))).not.toEqual([]);
    await log(page, 'written by this version');
    await untilDurable(page, ROWS + 1);
    await console.close();
    expect(journalledRows(profile).slice(0, ROWS)).toEqual(before);
    const again = await bench.launch({ userDataDir: profile });
    await untilDurable(again.page, ROWS + 1);
  });
}

test('[VER2] a profile of a newer version is read, and not a byte of it changes', async () => {
  const profile = fromTheFuture();
  const before = hashes(profile);
  const console = await bench.launch({ userDataDir: profile });
  const { page } = console;
  const notice = page.getByRole('alert').filter({ hasText: 'Nothing can be saved here.' });
  await expect(notice).toContainText('version 9.9.9 wrote here last');
  await expect(notice).toContainText('opened read-only and left as it is');
  await untilDurable(page, ROWS);
  await expect(entries(page).filter({ hasText: 'first alert: checkout 5xx' })).toBeVisible();
  await pad(page).fill('');
  await log(page, 'typed all the same');
  await expect(page.getByRole('alert').filter({ hasText: 'NOT SAVED' })).toBeVisible();
  await page.getByRole('button', { name: 'Copy all' }).first().click();
  const copied = () => console.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('typed all the same');
  await page.waitForTimeout(1_000);
  await console.close();
  expect(hashes(profile)).toEqual(before);
});

test('[VER3] a newer working copy alone is left as it is; the journal is read', async () => {
  const profile = profileOf(VERSIONS.at(-1) ?? 'v1');
  const first = await bench.launch({ userDataDir: profile });
  await untilDurable(first.page, ROWS);
  await first.page.evaluate(
    () =>
      new Promise((opened) => {
        indexedDB.open('incident-console', 990).onsuccess = ({ target }) => {
          if (target instanceof IDBOpenDBRequest) target.result.close();
          opened(null);
        };
      }),
  );
  await first.close();
  const console = await bench.launch({ userDataDir: profile });
  await untilDurable(console.page, ROWS);
  const notice = console.page.locator('[role="alert"], [role="status"]');
  await expect(notice.filter({ hasText: 'written by a newer version' }).first()).toBeVisible();
  expect(await databaseVersion(console.page)).toEqual([990]);
  expect(existsSync(join(profile, 'journal', 'suspect'))).toBe(false);
});

test('[R15] another folder is offered where nothing can be saved, and the console starts anew there', async () => {
  const console = await bench.launch({ userDataDir: fromTheFuture() });
  const other = freshFolder('another');
  relaunched.push(other);
  mkdirSync(other, { recursive: true });
  await console.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, other);
  await log(console.page, 'in memory only');
  await console.page.getByRole('button', { name: 'Use another folder' }).click();
  const warning = console.page.locator('[role="alert"], [role="status"]');
  await expect(warning.filter({ hasText: 'would not come along' }).first()).toBeVisible();
  await console.page.getByRole('button', { name: 'Leave them behind' }).click();
  await expect.poll(() => existsSync(join(other, 'profile-version.json')), { timeout: 15_000 }).toBe(true);
});

test('[VER1] a new profile is marked as this version’s', async () => {
  const console = await bench.launch({});
  await declare(console.page, { title: 'New' });
  expect(existsSync(join(console.profile, 'profile-version.json'))).toBe(true);
});
