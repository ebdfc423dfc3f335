/**
 * Items of Electron's security checklist that no other spec tries, in a real Electron. docs/security.md has
 * the whole list and which test stands for which item; the number in front of a title is the item's.
 */
import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { declare, log } from './driver';

const bench = new Bench();
let console: RunningConsole;

test.beforeAll(async () => {
  console = await bench.launch();
  await declare(console.page, { title: 'https://example.com/ <a href=x>', commander: 'Dana' });
  await log(console.page, 'see https://example.com/, mailto:x@example.com and file:///etc/passwd');
});

test.afterAll(() => bench.clear());

test('2–10: every setting of every window is what was asked for', async () => {
  const all = await console.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) =>
        (contents as unknown as { getLastWebPreferences(): object | null }).getLastWebPreferences(),
      ),
  );
  expect(all.length).toBeGreaterThan(0);
  for (const preferences of all) {
    // Electron tells of some settings only where they differ from the default.
    expect(preferences).not.toMatchObject({ nodeIntegrationInWorker: true });
    expect(preferences).not.toMatchObject({ navigateOnDragDrop: true });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
    });
  }
});

test('2: a worker has no Node', async () => {
  const found = await console.page.evaluate(
    () =>
      new Promise<string>((done) => {
        try {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(typeof require)'])));
          worker.addEventListener('message', ({ data }) => done(String(data)));
          worker.addEventListener('error', () => done('refused'));
        } catch {
          done('refused');
        }
      }),
  );
  expect(['refused', 'undefined']).toContain(found);
});

test('7: every file the page is made of carries the policy and the other headers', async () => {
  const heads = await console.page.evaluate(() => {
    const addressOf = (one: Element): string => one.getAttribute('src') ?? one.getAttribute('href') ?? '';
    return Promise.all(
      // A scheme of one's own leaves no entries of resource timing.
      ['/', ...Array.from(document.querySelectorAll('script[src], link[href]'), addressOf)].map(
        async (name) => {
          const { headers } = await fetch(name);
          return ['content-security-policy', 'referrer-policy', 'x-content-type-options'].map(
            (header) => headers.get(header) ?? '',
          );
        },
      ),
    );
  });
  expect(heads.length).toBeGreaterThan(2);
  for (const [policy, referrer, types] of heads) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    expect([referrer, types]).toEqual(['no-referrer', 'nosniff']);
  }
});

test('1, 8: plain and encrypted pages of the network are asked for by nobody', async () => {
  const reached: string[] = [];
  const server = createServer((request, response) => {
    reached.push(request.url ?? '');
    response.end('x');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = `http://127.0.0.1:${address.port}/`;
  const failed = await console.app.evaluate(async ({ net, BrowserWindow }, at) => {
    const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
    const heard = [
      await window.loadURL(at).then(String, String),
      await net.fetch(at).then(() => 'answered', String),
      await net.fetch(at.replace('http', 'https')).then(() => 'answered', String),
    ];
    window.destroy();
    return heard;
  }, url);
  for (const one of failed) expect(one).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(reached).toEqual([]);
  server.close();
});

test('12: a webview that a page could make is not attached', async () => {
  const counted = await console.app.evaluate(async ({ BrowserWindow, webContents }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true, sandbox: true } });
    await window.loadURL('data:text/html,<body></body>');
    const before = webContents.getAllWebContents().length;
    await window.webContents.executeJavaScript(
      `{ const view = document.createElement('webview'); view.src = 'data:text/html,x'; document.body.append(view) }`,
    );
    await new Promise((done) => setTimeout(done, 500));
    const after = webContents.getAllWebContents().length;
    window.destroy();
    return [before, after];
  });
  expect(counted[1]).toBe(counted[0]);
});

test('14: a middle click, a shift click and a control click on a link open no window', async () => {
  const { page, app } = console;
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.id = 'bait';
    link.textContent = 'bait';
    document.body.append(link);
    link.style.position = 'fixed';
    link.style.top = '0';
  });
  const bait = page.locator('#bait');
  for (const options of [
    { button: 'middle' },
    { modifiers: ['Shift'] },
    { modifiers: ['Control'] },
  ] as const) {
    await bait.click({
      ...options,
      modifiers: 'modifiers' in options ? [...options.modifiers] : [],
      force: true,
    });
  }
  await page.waitForTimeout(300);
  expect(app.windows()).toHaveLength(1);
  expect(page.url()).toMatch(/^app:\/\/console\/index\.html#?$/);
  await bait.evaluate((link) => link.remove());
});

test('15: no click and no script hands an address or a file to another program', async () => {
  await console.app.evaluate(({ shell }) => {
    const seen: string[] = [];
    shell.openExternal = (url) => Promise.resolve(void seen.push(url));
    shell.openPath = (path) => Promise.resolve(String(seen.push(path)));
    (globalThis as { handedOver?: readonly string[] }).handedOver = seen;
  });
  await console.page.evaluate(() => {
    for (const url of ['https://example.com/', 'mailto:x@example.com', 'file:///etc/passwd', 'ssh://x']) {
      window.open(url);
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }
  });
  await console.page.waitForTimeout(300);
  const seen = await console.app.evaluate(
    () => (globalThis as { handedOver?: readonly string[] }).handedOver,
  );
  expect(seen).toEqual([]);
  // Nothing people typed is a link either: there is nothing to click.
  expect(await console.page.locator('a[href]').count()).toBe(0);
});

test('18: only GET, only our host and only the page’s own kinds of files are answered', async () => {
  const statuses = await console.page.evaluate(() =>
    Promise.all(
      (
        [
          ['/index.html', 'POST'],
          ['/index.html', 'DELETE'],
          ['/../main/main.js', 'GET'],
          ['/%2e%2e/main/main.js', 'GET'],
          ['/..%5c..%5cpackage.json', 'GET'],
          ['/index.html%00.png', 'GET'],
          ['/assets', 'GET'],
          ['/main.ts', 'GET'],
        ] as const
      ).map(([path, method]) => fetch(path, { method }).then(({ status }) => status)),
    ),
  );
  expect(statuses).toEqual([405, 405, 404, 404, 404, 404, 404, 404]);
});

test('20: the page has three verbs, can’t change them, and hears payloads without Electron’s event', async () => {
  const { page, app } = console;
  const found = await page.evaluate(() => {
    const world = window as unknown as { bridge: Record<string, unknown> };
    const before = world.bridge['call'];
    try {
      world.bridge['call'] = () => 'mine';
    } catch {
      // Frozen: that is the point.
    }
    return { verbs: Object.keys(world.bridge).sort(), changed: world.bridge['call'] !== before };
  });
  expect(found).toEqual({ verbs: ['call', 'on', 'send'], changed: false });
  const heard = page.evaluate(
    () =>
      new Promise<readonly unknown[]>((done) => {
        const { bridge } = window as unknown as {
          bridge: { on: (channel: string, listener: (...args: unknown[]) => void) => void };
        };
        bridge.on('clock:changed', (...args) => done(args));
      }),
  );
  await app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.webContents.send('clock:changed', { gapMs: 1 }), 200);
  });
  expect(await heard).toEqual([{ gapMs: 1 }]);
});
