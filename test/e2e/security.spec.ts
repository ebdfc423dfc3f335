/**
 * The hardened shell in a real Electron: each setting of docs/security.md, tried from inside the page
 * as a script that got in would try it.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '../../build/projectRoot';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { DEPARTURES, PROBES } from './attack';
import { call } from './bridge';

let running: RunningConsole;
let server: Server;
let address: string;
const reached: string[] = [];

test.beforeAll(async () => {
  server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end('globalThis.remote = "ran"');
  });
  server.on('connection', () => reached.push('(a connection)'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  running = await launchConsole();
});

test.afterAll(async () => {
  await running.close();
  server.close();
});

/** Runs a probe's source in the page, from a timer; what it achieved, '' for nothing. */
function tried(page: Page, source: string): Promise<string> {
  return page.evaluate<string>(`(async (server) => {
    const wait = (ms) => new Promise((done) => setTimeout(done, ms));
    await wait(0);
    try {
      return String((await (async () => { ${source} })()) ?? '');
    } catch {
      return '';
    }
  })(${JSON.stringify(address)})`);
}

/** An old method, left out of Electron's typings, that tells what a window really runs with. */
interface Inspectable {
  getLastWebPreferences(): Record<string, unknown> | null;
}

test.describe('the window', () => {
  test('has sandbox and context isolation, and neither Node nor webviews', async () => {
    const all = await running.app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) => (contents as unknown as Inspectable).getLastWebPreferences()),
    );
    expect(all).toHaveLength(1);
    for (const preferences of all) {
      expect(preferences).toMatchObject({
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
      });
      expect(preferences?.['enableBlinkFeatures'] ?? '').toBe('');
    }
  });

  test('keeps its timers going while it is hidden', async () => {
    const throttled = await running.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => contents.getBackgroundThrottling()),
    );
    expect(throttled).toEqual([false]);
  });

  test('stands at app://console and nowhere else', async () => {
    expect(running.page.url()).toBe('app://console/index.html');
    expect(await running.page.evaluate(() => [origin, isSecureContext])).toEqual(['app://console', true]);
  });

  test('has its spell checker off where dictionaries would be fetched from a server', async () => {
    test.skip(process.platform === 'darwin', 'macOS has a checker of its own');
    const isOn = await running.app.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled());
    expect(isOn).toBe(false);
  });
});

test('every response carries the policy and nosniff, refusals too', async () => {
  const answers = await running.page.evaluate(() =>
    Promise.all(
      ['/index.html', '/missing.js', '/..%2f..%2fpackage.json'].map(async (path) => {
        const { status, headers } = await fetch(path);
        return [status, headers.get('content-security-policy'), headers.get('x-content-type-options')];
      }),
    ),
  );
  expect(answers.map(([status]) => status)).toEqual([200, 404, 404]);
  for (const [, policy, sniffing] of answers) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(sniffing).toBe('nosniff');
  }
});

test.describe('a script that got into the page achieves nothing:', () => {
  for (const [what, source] of Object.entries(PROBES)) {
    test(what, async () => {
      const before = reached.length;
      expect(await tried(running.page, source)).toBe('');
      expect(reached.slice(before)).toEqual([]);
      expect(running.app.windows()).toHaveLength(1);
    });
  }

  for (const [what, source] of Object.entries(DEPARTURES)) {
    test(what, async () => {
      await tried(running.page, source);
      await running.page.waitForTimeout(300);
      expect(running.page.url().replace(/#.*$/, '')).toBe('app://console/index.html');
      expect(running.app.windows()).toHaveLength(1);
      expect(reached).toEqual([]);
    });
  }

  test('a download is stopped before it writes anything', async () => {
    const stopped = running.app.evaluate(
      ({ session }) =>
        new Promise<boolean>((done) => {
          session.defaultSession.once('will-download', (event) => done(event.defaultPrevented));
        }),
    );
    await tried(running.page, DEPARTURES['a download is started'] ?? '');
    expect(await stopped).toBe(true);
  });

  test('a request made by main itself is cancelled too', async () => {
    const failed = await running.app.evaluate(async ({ session }, url) => {
      return session.defaultSession.fetch(url).then(
        () => 'answered',
        (error: unknown) => String(error),
      );
    }, address);
    expect(failed).toContain('ERR_BLOCKED_BY_CLIENT');
    expect(reached).toEqual([]);
  });
});

test('the page may load itself anew, and is served again', async () => {
  const loaded = running.page.waitForEvent('load');
  await running.page.evaluate(() => void setTimeout(() => location.reload(), 20));
  await loaded;
  expect(running.page.url()).toMatch(/^app:\/\/console\/index\.html#?$/);
  expect((await call(running.page, 'app:boot')).platform).toBe(process.platform);
});

test('storage that is not evicted is the one permission granted', async () => {
  expect(await running.page.evaluate(() => navigator.storage.persist())).toBe(true);
  const states = await running.page.evaluate(() =>
    Promise.all(
      ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  );
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test.describe('calls to the main process', () => {
  test('from another window, at our own address and with our own preload, are turned down', async () => {
    const answers = await running.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        const ask = `Promise.all(['app:boot', 'journal:state', 'app:drained'].map((channel) =>
        bridge.call(channel).then(() => 'answered', (error) => String(error))))`;
        const heard: unknown[] = [];
        for (const url of ['app://console/index.html', 'data:text/html,x', 'about:blank']) {
          await other.loadURL(url);
          heard.push(await other.webContents.executeJavaScript(ask));
        }
        other.destroy();
        return heard.flat().map(String);
      },
      resolve(projectRoot, 'out/preload/preload.cjs'),
    );
    expect(answers).toHaveLength(9);
    for (const answer of answers) expect(answer).toContain('foreign sender');
  });

  test('with arguments at random are turned down, 3,000 times, and write nothing', async () => {
    const before = filesOf(running.profile);
    const answers = await running.page.evaluate(async () => {
      const { bridge } = window as unknown as {
        bridge: { call: (channel: string, ...args: unknown[]) => Promise<unknown> };
      };
      const channels = [
        'journal:append',
        'journal:read',
        'settings:save',
        'alarm:arm',
        'alarm:disarm',
        'export:save',
        'clipboard:write',
        'workingCopy:suspect',
        'app:boot',
        'app:drained',
      ];
      const bad = [null, 0, NaN, [], {}, '../../x', { incidentId: '../x' }, new Date(), new Map(), [[[]]]];
      const pick = (): unknown => bad[Math.floor(Math.random() * bad.length)];
      const heard = new Map<string, number>();
      for (let n = 0; n < 3000; n += 1) {
        const channel = channels[n % channels.length] ?? '';
        const args = channel === 'settings:save' ? [pick(), pick()] : [pick(), { rows: pick() }];
        const answer = await bridge.call(channel, ...args).then(
          () => `${channel} answered`,
          (error: unknown) => (String(error).includes('malformed arguments') ? 'turned down' : String(error)),
        );
        heard.set(answer, (heard.get(answer) ?? 0) + 1);
      }
      return [...heard];
    });
    expect(answers).toEqual([['turned down', 3000]]);
    expect(filesOf(running.profile)).toEqual(before);
    expect((await call(running.page, 'journal:state')).unwritable).toBeNull();
  });

  test('cannot name an export folder', async () => {
    await call(running.page, 'settings:save', { exportFolder: '/tmp/evil' });
    expect((await call(running.page, 'app:boot')).settings.exportFolder).toBeNull();
  });

  test('write exports below the documents folder, whatever they are called', async () => {
    const request = { folderName: '../../..', fileName: '../../evil\u202e.md', text: 'x' };
    const saved = await call(running.page, 'export:save', request);
    expect(saved.ok && saved.value.path).toBe(`${running.home}/Incident Console/Incident/evil.md`);
  });
});

function filesOf(profile: string): readonly string[] {
  return readdirSync(profile).filter((name) => /^(journal|settings|alarms|drafts|failures)/.test(name));
}

test('a second start brings the first window forward and ends at once', async () => {
  const { executable, args } = await running.app.evaluate(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize();
    app.once('second-instance', () => app.setName('second start seen'));
    return { executable: process.execPath, args: process.argv.slice(1) };
  });
  const again = args.filter((argument) => !/^--(inspect|remote-debugging)/.test(argument));
  const started = Date.now();
  await promisify(execFile)(executable, again, { timeout: 10_000 });
  expect(Date.now() - started).toBeLessThan(3000);
  expect(await running.app.evaluate(({ app }) => app.getName())).toBe('second start seen');
  await expect
    .poll(() => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()))
    .toBe(false);
});
