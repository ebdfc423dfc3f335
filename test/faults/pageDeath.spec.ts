/** R6: the page's process dies. The window brings it back with what was typed; main goes on as if nothing was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { signalQuietly } from '../../build/processTree';
import { declare, log, pad, untilDurable } from '../e2e/driver';
import { Bench } from '../support/bench';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { journalledNotes } from '../support/journalOnDisk';
import { backAfter } from './pageAgain';
import { figure, isLong, runs } from './runs';

const bench = new Bench(launchConsole);
const TIMES = runs({ short: 1, long: 20 });
const BACK_WITHIN_MS = 2_000;

test.afterEach(() => bench.clear());

const DEATHS: Readonly<Record<string, (console: RunningConsole) => Promise<unknown>>> = {
  'crashed by force': ({ app }) =>
    app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.forcefullyCrashRenderer()),
  'crashed by itself': async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    // It dies before it can answer.
    void session.send('Page.crash').catch(() => undefined);
  },
  killed: async ({ app }) => {
    const pid = await app.evaluate(({ webContents }) => webContents.getAllWebContents()[0]?.getOSProcessId());
    if (pid !== undefined) signalQuietly(pid, 'SIGKILL');
  },
};

const armedIn = ({ profile }: RunningConsole): unknown =>
  JSON.parse(readFileSync(join(profile, 'alarms.json'), 'utf8'));

/** The live state of main, not only its file: what is armed keeps the system awake. */
const isArmed = ({ app }: RunningConsole): Promise<boolean> =>
  app.evaluate(({ powerSaveBlocker }) => [0, 1, 2].some((id) => powerSaveBlocker.isStarted(id)));

for (const [how, die] of Object.entries(DEATHS)) {
  test(`a page whose process is ${how} is back with its text, its rows and its alarm`, async () => {
    test.setTimeout(60_000 + TIMES * 20_000);
    let console = await bench.launch();
    await declare(console.page, { title: 'Page death' });
    let longest = 0;
    for (let time = 1; time <= TIMES; time += 1) {
      const text = `half a sentence ${time}`;
      await log(console.page, `note ${time}`);
      await untilDurable(console.page, 1 + time);
      await pad(console.page).fill('');
      await pad(console.page).pressSequentially(text);
      const armed = armedIn(console);
      expect(await isArmed(console)).toBe(true);
      await die(console);
      longest = Math.max(longest, await backAfter(console, text, 1 + time));
      expect(await isArmed(console)).toBe(true);
      expect(armedIn(console)).toEqual(armed);
      expect(journalledNotes(console.profile)).toHaveLength(time);
      if (time === TIMES) break;
      await console.close();
      console = await bench.again(console);
      await untilDurable(console.page, 1 + time);
    }
    figure('deaths of the page', TIMES);
    figure(`longest until the page was back (${how}), ms`, longest);
    if (isLong) expect(longest).toBeLessThanOrEqual(BACK_WITHIN_MS);
  });
}
