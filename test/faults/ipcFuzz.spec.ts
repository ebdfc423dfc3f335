/**
 * Every channel of the contract, called by those who must not and with what must not be (R28): from another
 * window at our own address, from a frame inside it, from other addresses, and from our own page with
 * malformed arguments. The channels are read from the contract, so that a new one is among them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { messageChannels, preloadChannels, requestChannels } from '../../electron/channels';
import { projectRoot } from '../../build/projectRoot';
import { call } from '../e2e/bridge';
import { declare, log, untilDurable } from '../e2e/driver';
import { GOOD } from '../electron/support/goodArguments';
import { Bench } from '../support/bench';
import { freshFolder } from '../support/freshFolder';
import type { RunningConsole } from '../support/electronApp';
import { recipes, sendAll } from './malformed';
import { figure, runs } from './runs';

const bench = new Bench();
const EACH = runs({ short: 70, long: 1000 });
const BATCH = 500;

let console: RunningConsole;
let crashes = 0;

test.beforeAll(async () => {
  const home = freshFolder('home');
  console = await bench.launch({ home });
  console.page.on('crash', () => (crashes += 1));
  await declare(console.page, { title: 'Fuzzed', commander: 'Dana' });
  await untilDurable(console.page, 2);
  // Written some seconds after the start, whatever is called meanwhile.
  const ballast = join(console.profile, 'journal', 'ballast');
  await expect.poll(() => existsSync(ballast), { timeout: 30_000 }).toBe(true);
});

test.afterAll(() => bench.clear());

/** Everything in a folder by name; `without` is left out, for it is Chromium's own and changes by itself. */
const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** What of ours lies in the profile. Failure reports are what refused messages leave, and may grow. */
const ours = (): readonly string[] =>
  namesIn(console.profile).filter((name) => /^(journal|settings|alarms|device-id)/.test(name));

async function expectUsable(note: string): Promise<void> {
  const rows = Number(await console.page.getByTestId('saved').getAttribute('data-durable'));
  await log(console.page, note);
  await untilDurable(console.page, rows + 1);
  await expect(console.page.getByTestId('timeline')).toContainText(note);
}

const PLACES = ['app://console/index.html', 'app://other/index.html', 'data:text/html,x', 'about:blank'];

/** Calls every channel with good arguments from each frame of a window that carries our preload. */
async function answersElsewhere(place: string): Promise<readonly string[]> {
  const good = new Map<string, readonly unknown[]>(Object.entries(GOOD));
  const calls = [...requestChannels].map((channel) => [channel, good.get(channel) ?? []] as const);
  const sends = [...messageChannels].map((channel) => [channel, good.get(channel) ?? []] as const);
  return console.app.evaluate(
    async ({ BrowserWindow, session }, { preload, url, source }) => {
      const apart = session.fromPartition('another page');
      if (!apart.protocol.isProtocolHandled('app')) {
        apart.protocol.handle('app', ({ url: asked }) => {
          const body = asked.endsWith('frame.html')
            ? 'x'
            : '<iframe src="app://console/frame.html"></iframe>';
          return new Response(body, { headers: { 'content-type': 'text/html' } });
        });
      }
      const webPreferences = { preload, sandbox: true, session: apart, nodeIntegrationInSubFrames: true };
      const other = new BrowserWindow({ show: false, webPreferences });
      other.webContents.removeAllListeners('will-frame-navigate');
      await other.loadURL(url);
      const heard: string[] = [];
      for (const frame of other.webContents.mainFrame.framesInSubtree) {
        const answers = (await frame.executeJavaScript(source)) as readonly string[];
        heard.push(...answers.map((one) => `${frame.parent === null ? 'top' : 'sub'} ${one}`));
      }
      other.destroy();
      return heard;
    },
    {
      preload: resolve(projectRoot, 'out/preload/preload.cjs'),
      url: place,
      source: `(async () => {
        for (const [channel, args] of ${JSON.stringify(sends)}) bridge.send(channel, ...args);
        return Promise.all(${JSON.stringify(calls)}.map(([channel, args]) =>
          bridge.call(channel, ...args).then(() => channel + ' answered', (error) => String(error))));
      })()`,
    },
  );
}

for (const place of PLACES) {
  test(`every channel turns down a window at ${place} and the frames in it`, async () => {
    const before = ours();
    const answers = await answersElsewhere(place);
    const frames = place.startsWith('app:') ? ['top', 'sub'] : ['top'];
    expect(answers).toHaveLength(frames.length * requestChannels.length);
    for (const who of frames) {
      const heard = answers.filter((one) => one.startsWith(who));
      expect(heard).toHaveLength(requestChannels.length);
      for (const answer of heard) expect(answer).toContain('foreign sender');
    }
    expect(ours()).toEqual(before);
    expect(Object.keys((await call(console.page, 'app:boot')).drafts)).not.toContain('pad:inc1');
    figure('calls from foreign frames', answers.length);
  });
}

test('the page can send nothing on the channels of the preload', async () => {
  for (const channel of preloadChannels) {
    const heard = await console.page.evaluate((name) => {
      const { bridge } = window as unknown as {
        bridge: { send: (channel: string, ...args: unknown[]) => void };
      };
      try {
        bridge.send(name, ['/etc/passwd']);
        return 'sent';
      } catch (error) {
        return String(error);
      }
    }, channel);
    expect(heard).toContain('no such channel');
  }
});

test('malformed messages, which get no answer, change nothing and fill no disk', async () => {
  const before = ours();
  const { drafts } = await call(console.page, 'app:boot');
  const all = recipes([...messageChannels], EACH, 7);
  const heard = await sendAll(console.page, all, 'send');
  expect(Object.keys(heard).filter((one) => !['sent', 'never left the page'].includes(one))).toEqual([]);
  figure('malformed IPC messages', all.length);
  expect((await call(console.page, 'app:boot')).drafts).toEqual(drafts);
  expect(ours()).toEqual(before);
  const reports = join(console.profile, 'failures');
  await expect.poll(() => existsSync(reports)).toBe(true);
  expect(readdirSync(reports).length).toBeLessThanOrEqual(50);
  await expectUsable('logged after the malformed messages');
});

test(`every channel turns down ${EACH} malformed calls of its own, and nothing is written`, async () => {
  test.setTimeout(900_000);
  const before = { ours: ours(), home: namesIn(console.home) };
  const all = recipes([...requestChannels], EACH, 20_261_124);
  const heard: Record<string, number> = {};
  for (let from = 0; from < all.length; from += BATCH) {
    const answers = await sendAll(console.page, all.slice(from, from + BATCH));
    for (const [answer, count] of Object.entries(answers)) heard[answer] = (heard[answer] ?? 0) + count;
  }
  const { 'turned down by main': down = 0, 'never left the page': stayed = 0, ...accepted } = heard;
  figure('malformed IPC calls', down + stayed);
  figure(
    'calls accepted that must not be',
    Object.values(accepted).reduce((sum, count) => sum + count, 0),
  );
  figure('crashes', crashes);
  expect(accepted).toEqual({});
  expect(down + stayed).toBe(all.length);
  expect(down).toBeGreaterThan(all.length / 2);
  expect(crashes).toBe(0);
  expect({ ours: ours(), home: namesIn(console.home) }).toEqual(before);
  const { unwritable, journals } = await call(console.page, 'journal:state');
  expect(unwritable).toBeNull();
  expect(journals).toHaveLength(1);
  await expectUsable('logged after the malformed calls');
});
