/**
 * The journal and the ways a run can end, in a real Electron. Rows are sent over the bridge for
 * incidents the page knows nothing of, so that only the main process is under test.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { appendWithoutWaiting, call, manyRows, rowNumber, rowsOf } from './bridge';

const INCIDENT = 'unknown-to-the-page';

const again = ({ profile, home }: RunningConsole): Promise<RunningConsole> =>
  launchConsole({ userDataDir: profile, home });

const isDirty = (profile: string): boolean => existsSync(join(profile, 'journal', 'dirty'));

/** Waits for the process to end by itself; its exit code, or null when a signal ended it. */
function exitOf({ app }: RunningConsole): Promise<number | null> {
  const process = app.process();
  if (process.exitCode !== null) return Promise.resolve(process.exitCode);
  return new Promise((resolve) => process.once('exit', resolve));
}

test('a run marks itself, and a clean end leaves a checkpoint instead', async () => {
  const first = await launchConsole();
  expect(isDirty(first.profile)).toBe(true);
  await call(first.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(3) });
  await first.close();
  expect(isDirty(first.profile)).toBe(false);
  const second = await again(first);
  expect(await call(second.page, 'journal:state')).toEqual({
    journals: [{ incidentId: INCIDENT, count: 3, lastStamp: rowNumber(2).stamp }],
    recovery: null,
    unwritable: null,
  });
  expect(await rowsOf(second.page, INCIDENT)).toEqual(manyRows(3));
  await second.close();
});

test('after a kill every acknowledged row is there, and the working copy was moved aside', async () => {
  const first = await launchConsole();
  await call(first.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(3) });
  await first.page.evaluate(() => new Promise((opened) => (indexedDB.open('x').onsuccess = opened)));
  await first.killAll();
  const second = await again(first);
  expect((await call(second.page, 'journal:state')).recovery).toMatchObject({
    uncleanExit: true,
    workingCopyMovedAside: true,
  });
  expect(await rowsOf(second.page, INCIDENT)).toEqual(manyRows(3));
  const aside = join(first.profile, 'IndexedDB-aside');
  expect(readdirSync(join(aside, readdirSync(aside)[0] ?? ''))).toContain('app_console_0.indexeddb.leveldb');
  await second.close();
});

test.describe('50 appends in flight are all there after', () => {
  const endings: Readonly<Record<string, (console: RunningConsole) => Promise<unknown>>> = {
    quitting: ({ app }) => app.evaluate((electron) => setImmediate(() => electron.app.quit())),
    'closing the window': ({ app }) =>
      app.evaluate(({ BrowserWindow }) => setImmediate(() => BrowserWindow.getAllWindows()[0]?.close())),
    SIGTERM: async ({ pid }) => process.kill(pid, 'SIGTERM'),
    SIGINT: async ({ pid }) => process.kill(pid, 'SIGINT'),
    SIGHUP: async ({ pid }) => process.kill(pid, 'SIGHUP'),
  };
  for (const [what, end] of Object.entries(endings)) {
    test(what, async () => {
      const first = await launchConsole();
      const exit = exitOf(first);
      await appendWithoutWaiting(first.page, manyRows(50));
      const began = Date.now();
      await end(first);
      expect(await exit).toBe(0);
      expect(Date.now() - began).toBeLessThan(3000);
      expect(isDirty(first.profile)).toBe(false);
      const second = await again(first);
      expect((await call(second.page, 'journal:state')).recovery).toBeNull();
      expect(await rowsOf(second.page, INCIDENT)).toHaveLength(50);
      await second.close();
    });
  }
});

test('a page that hangs does not keep the program from ending, and its exit counts as unclean', async () => {
  const first = await launchConsole();
  await call(first.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(3) });
  const exit = exitOf(first);
  first.page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined);
  await pause(300);
  const began = Date.now();
  process.kill(first.pid, 'SIGTERM');
  expect(await exit).toBe(0);
  expect(Date.now() - began).toBeLessThan(6000);
  const second = await again(first);
  expect(await rowsOf(second.page, INCIDENT)).toEqual(manyRows(3));
  expect((await call(second.page, 'journal:state')).recovery).toMatchObject({ uncleanExit: true });
  await second.close();
});

test('a page whose process dies is loaded again, with what was being typed', async () => {
  const console = await launchConsole();
  await call(console.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(3) });
  await console.page.evaluate(() => {
    const { bridge } = window as unknown as { bridge: { send: (c: string, d: object) => void } };
    bridge.send('draft:set', { key: 'pad:x', text: 'half a sentence' });
  });
  await call(console.page, 'app:boot');
  const back = await console.app.evaluate(async ({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    const loaded = new Promise<void>((done) => contents?.once('did-finish-load', () => done()));
    contents?.forcefullyCrashRenderer();
    await loaded;
    const ask = `Promise.all([bridge.call('app:boot'), bridge.call('journal:state')])`;
    return (await contents?.executeJavaScript(ask)) as unknown;
  });
  expect(back).toMatchObject([
    { drafts: { 'pad:x': 'half a sentence' } },
    { journals: [{ incidentId: INCIDENT, count: 3 }] },
  ]);
  await console.close();
  expect(readdirSync(join(console.profile, 'failures')).length).toBeGreaterThan(0);
});

test('a draft is there after a kill half a second later', async () => {
  const first = await launchConsole();
  await first.page.evaluate(() => {
    const { bridge } = window as unknown as { bridge: { send: (c: string, d: object) => void } };
    for (let n = 0; n < 200; n += 1) bridge.send('draft:set', { key: 'pad:x', text: `text ${n}` });
  });
  await pause(500);
  await first.killAll();
  const second = await again(first);
  expect((await call(second.page, 'app:boot')).drafts).toMatchObject({ 'pad:x': 'text 199' });
  await second.close();
});

test('an alarm that came due while the program was closed rings within 3 s of the next start', async () => {
  const first = await launchConsole();
  const dueAt = Date.now() + 2000;
  const update = {
    incidentId: INCIDENT,
    lane: 'internal',
    title: 'Checkout',
    dueAt,
    snoozed: false,
  } as const;
  // An alarm of an incident that nobody has any more would be dropped (UPD15).
  await call(first.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(1) });
  await call(first.page, 'alarm:arm', update);
  await first.close();
  await pause(Math.max(0, dueAt - Date.now()));
  const second = await again(first);
  const kept = (): unknown => JSON.parse(readFileSync(join(first.profile, 'alarms.json'), 'utf8'));
  await expect.poll(kept, { timeout: 3000 }).toMatchObject({ alarms: [{ rung: 1 }] });
  await second.close();
  // Where there is nobody to show a notification, nothing of it may count as a failure.
  expect(existsSync(join(first.profile, 'failures'))).toBe(false);
});

test('an armed alarm keeps the system from suspending the program', async () => {
  const console = await launchConsole();
  const dueAt = Date.now() + 900_000;
  const update = {
    incidentId: INCIDENT,
    lane: 'internal',
    title: 'Checkout',
    dueAt,
    snoozed: false,
  } as const;
  const blocked = () =>
    console.app.evaluate(({ powerSaveBlocker }) => [0, 1, 2].some((id) => powerSaveBlocker.isStarted(id)));
  // An alarm of an incident that nobody has any more would be dropped (UPD15).
  await call(console.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(1) });
  expect(await blocked()).toBe(false);
  await call(console.page, 'alarm:arm', update);
  expect(await blocked()).toBe(true);
  await call(console.page, 'alarm:disarm', { incidentId: INCIDENT, lane: 'internal' });
  expect(await blocked()).toBe(false);
  await console.close();
});

test('an unclean start reads 20,000 rows, every one', async () => {
  const first = await launchConsole();
  for (let part = 0; part < 4; part += 1) {
    const rows = Array.from({ length: 5000 }, (_, n) => rowNumber(part * 5000 + n));
    await call(first.page, 'journal:append', { incidentId: INCIDENT, rows });
  }
  await first.killAll();
  const second = await again(first);
  const { journals } = await call(second.page, 'journal:state');
  expect(journals).toMatchObject([{ incidentId: INCIDENT, count: 20_000 }]);
  await second.close();
});

test('damage in a file that the checkpoint vouched for is told while the program idles', async () => {
  const first = await launchConsole();
  await call(first.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(5) });
  await first.close();
  const path = join(first.profile, 'journal', `${INCIDENT}.0001.ndjson`);
  writeFileSync(path, readFileSync(path, 'utf8').replace('note 2', 'nope 2'));
  const second = await again(first);
  const told = await second.page.evaluate(
    () =>
      new Promise((heard) => {
        const { bridge } = window as unknown as {
          bridge: { on: (channel: string, listener: (payload: unknown) => void) => void };
        };
        bridge.on('journal:damaged', heard);
      }),
  );
  expect(told).toEqual({
    incidentId: INCIDENT,
    file: `${INCIDENT}.0001.ndjson`,
    why: 'line 4: checksum does not match',
  });
  await second.close();
});

test('a profile that can only be read gets a window that says so', async () => {
  const profile = freshFolder('read-only');
  const first = await launchConsole({ userDataDir: profile });
  await call(first.page, 'journal:append', { incidentId: INCIDENT, rows: manyRows(3) });
  await first.close();
  test.skip(!remount(profile, 'ro'), 'this machine lets nobody mount a folder read-only');
  try {
    const second = await launchConsole({ userDataDir: profile, home: first.home });
    const { journals, unwritable } = await call(second.page, 'journal:state');
    expect(unwritable).toMatchObject({ reason: 'read-only' });
    expect(journals).toMatchObject([{ incidentId: INCIDENT, count: 3 }]);
    const answer = await call(second.page, 'journal:append', {
      incidentId: INCIDENT,
      rows: [rowNumber(9)],
    });
    expect(answer).toMatchObject({ ok: false, failure: { reason: 'read-only' } });
    await second.close();
  } finally {
    remount(profile, 'off');
  }
});

/** Mounts a folder over itself, read-only, or takes that away again; false where it is refused. */
function remount(folder: string, how: 'ro' | 'off'): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    if (how === 'off') execFileSync('umount', [folder], { stdio: 'ignore' });
    else {
      execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
      execFileSync('mount', ['-o', 'remount,bind,ro', folder], { stdio: 'ignore' });
    }
    return true;
  } catch {
    return false;
  }
}
