/** R6: a page that allocates until it dies comes back like one that crashed. Long version only. */
import { expect, test } from '@playwright/test';
import { Bench } from '../support/bench';
import { launchConsole } from '../support/electronApp';
import { journalledNotes } from '../support/journalOnDisk';
import { declare, log, pad, untilDurable } from '../e2e/driver';
import { backAfter } from './pageAgain';
import { figure, longTest } from './runs';

const bench = new Bench(launchConsole);
const TIMES = 20;
/** A small heap, so that it is full in a second and not in a minute; the rest of the machine is left alone. */
const SMALL_HEAP = ['--js-flags=--max-old-space-size=96'];

test.afterEach(() => bench.clear());

longTest('a page that runs out of memory is back with its text and its rows', async () => {
  test.setTimeout(60_000 + TIMES * 40_000);
  let longest = 0;
  for (let time = 1; time <= TIMES; time += 1) {
    const { app, page, profile, close } = await bench.launch({ args: SMALL_HEAP });
    await declare(page, { title: 'Memory' });
    await log(page, 'a note');
    await untilDurable(page, 2);
    await pad(page).pressSequentially('half a sentence');
    const died = app.evaluate(
      ({ webContents }) =>
        new Promise<{ reason: string; at: number }>((answer) => {
          const [contents] = webContents.getAllWebContents();
          contents?.once('render-process-gone', (_, { reason }) => answer({ reason, at: Date.now() }));
          void contents
            ?.executeJavaScript(
              'for (const kept = []; ; ) kept.push(Array.from({ length: 1e5 }, Math.random))',
            )
            .catch(() => undefined);
        }),
    );
    const { reason, at } = await died;
    expect(['oom', 'crashed']).toContain(reason);
    await backAfter({ app }, 'half a sentence', 2);
    longest = Math.max(longest, Date.now() - at);
    expect(journalledNotes(profile)).toEqual(['a note']);
    await close();
  }
  figure('pages out of memory', TIMES);
  figure('longest until the page was back (out of memory), ms', longest);
});
