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

/** The longest pause in ms while `work` went on, as a figure and a line. */
export async function longestPause(page: Page, what: string, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    (globalThis as unknown as Watched).pauses.longest = 0;
  });
  await work();
  const longest = Math.round(await page.evaluate(() => (globalThis as unknown as Watched).pauses.longest));
  figure(`longest pause of the window, ${what}, ms`, longest);
  console.log(`${what}: longest pause ${longest} ms`);
  return longest;
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
