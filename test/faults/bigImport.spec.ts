/**
 * A Slack export of 200 MB: it is read without the window standing still, can be called off with nothing left
 * behind, and says in the end how many messages it has. Long version only.
 */
import { createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { launchConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { declare } from '../e2e/driver';
import { figure, longTest } from './runs';

const MEGABYTES = 200;
test.setTimeout(600_000);

/** One day's file of a channel, as an export of a busy year has many of. */
async function madeExport(): Promise<{ file: string; messages: number }> {
  const file = join(freshFolder('big'), '2026-11-20.json');
  const out = createWriteStream(file);
  let bytes = 0;
  let messages = 0;
  out.write('[');
  while (bytes < MEGABYTES * 1024 * 1024) {
    const ts = `${1_795_000_000 + Math.floor(messages / 1000)}.${String(messages % 1000).padStart(6, '0')}`;
    const text = `message ${messages} ${'what was said in the channel '.repeat(30)}`;
    const line = `${messages === 0 ? '' : ','}\n${JSON.stringify({ type: 'message', user: `U${messages % 50}`, ts, text, blocks: [{ type: 'rich_text', elements: [] }] })}`;
    bytes += line.length;
    messages += 1;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end('\n]');
  await once(out, 'finish');
  return { file, messages };
}

/** Notes the longest time for which the window did nothing else. */
const watchFreezes = (page: Page) =>
  page.evaluate(() => {
    const state = { longest: 0 };
    Object.assign(window, { freezes: state });
    let before = performance.now();
    setInterval(() => {
      const now = performance.now();
      state.longest = Math.max(state.longest, now - before - 10);
      before = now;
    }, 10);
  });
const longest = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { freezes: { longest: number } }).freezes.longest);

longTest(
  `a Slack export of ${MEGABYTES} MB is read while the window answers, and called off without a trace`,
  async () => {
    const { file, messages } = await madeExport();
    expect(statSync(file).size).toBeGreaterThan(MEGABYTES * 1024 * 1024);
    const { page, close } = await launchConsole();
    await declare(page, { title: 'A busy channel', commander: 'Dana' });
    const rows = await page.getByTestId('saved').getAttribute('data-durable');
    const dialog = page.getByRole('dialog', { name: /^Import/ });

    await page.keyboard.press('Control+Shift+O');
    await dialog.getByLabel('File to import').setInputFiles(file);
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(page.getByTestId('saved')).toHaveAttribute('data-durable', rows ?? '');

    await watchFreezes(page);
    await page.keyboard.press('Control+Shift+O');
    await dialog.getByLabel('File to import').setInputFiles(file);
    await expect(dialog).toContainText(`${messages} new`, { timeout: 400_000 });
    const froze = await longest(page);
    figure('longest pause of the window while 200 MB were read, ms', Math.round(froze));
    console.log(`longest pause ${Math.round(froze)} ms over ${messages} messages`);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('saved')).toHaveAttribute('data-durable', rows ?? '');
    await close();
  },
);
