/** How long a window stood still, and what its processes hold meanwhile. */
import type { Page } from '@playwright/test';
import { pssMiB } from '../bench/system/processReadings';
import { figure } from './runs';

/** Between two looks. */
const EVERY_MS = 10;

interface Watched {
  readonly pauses: { longest: number };
}

/** Notes the longest time for which the window did nothing else; to be called once a page. */
export const watchPauses = (page: Page): Promise<void> =>
  page.evaluate((every) => {
    const state = { longest: 0 };
    Object.assign(window, { pauses: state });
    let before = performance.now();
    setInterval(() => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - before - every);
      before = now;
    }, every);
  }, EVERY_MS);

/**
 * The longest pause in ms while `work` went on, as a figure and a line; and the longest task of the window's thread by
 * the time it was really at work, which what else the machine does cannot lengthen.
 */
export async function longestPause(page: Page, what: string, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as Watched).pauses.longest = 0;
  });
  const own = Math.round(await longestTask(page, work));
  const longest = Math.round(await page.evaluate(() => (globalThis as unknown as Watched).pauses.longest));
  figure(`longest pause of the window, ${what}, ms`, longest);
  figure(`longest task of the window’s thread at work, ${what}, ms`, own);
  console.log(`${what}: longest pause ${longest} ms, longest task at work ${own} ms`);
  return longest;
}

interface TraceEvent {
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly name: string;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel'] },
  });
  await work();
  const complete = new Promise((done) => {
    cdp.once('Tracing.tracingComplete', done);
  });
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && threads.has(`${pid} ${tid}`),
  );
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

/** By how many MiB the memory of all processes grew at most while `work` went on. NaN where none can be read. */
export async function growthMiB(root: number, work: () => Promise<void>): Promise<number> {
  const before = pssMiB(root);
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, pssMiB(root));
  }, 250);
  await work().finally(() => clearInterval(watch));
  return Math.max(most, pssMiB(root)) - before;
}
