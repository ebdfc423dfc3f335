/**
 * A Slack export of 200 MB, and the import of 25,000 messages: the window does not stand still, each can be called off
 * with nothing left behind, and memory stays within three times the file. Long version only; how long the longest
 * pause is depends on what else the machine does, so it is told and not judged.
 */
import { createWriteStream, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { launchConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { declare } from '../e2e/driver';
import { growthMiB, longestPause, watchPauses } from './pauses';
import { figure, longTest } from './runs';

const MEGABYTES = 200;
const MESSAGES = 25_000;
const DAYS = 1_000;
const A_DAY = 500;
test.setTimeout(600_000);

interface Made {
  readonly file: string;
  readonly messages: number;
}

/** One day's file of a channel, as an export of a busy year has many of. */
async function madeExport(
  isDone: (bytes: number, messages: number) => boolean,
  words: number,
): Promise<Made> {
  const file = join(freshFolder('big'), '2026-11-20.json');
  const out = createWriteStream(file);
  let bytes = 0;
  let messages = 0;
  out.write('[');
  while (!isDone(bytes, messages)) {
    const ts = `${1_794_000_000 + Math.floor(messages / 1000)}.${String(messages % 1000).padStart(6, '0')}`;
    const text = `message ${messages} ${'what was said in the channel '.repeat(words)}`;
    const line = `${messages === 0 ? '' : ','}\n${JSON.stringify({ type: 'message', user: `U${messages % 50}`, ts, text, blocks: [{ type: 'rich_text', elements: [] }] })}`;
    bytes += line.length;
    messages += 1;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end('\n]');
  await once(out, 'finish');
  return { file, messages };
}

/** A channel's folder with a file for each day, each of short messages as Slack writes them; answers its bytes too. */
function madeFolder(): { readonly folder: string; readonly bytes: number } {
  const folder = freshFolder('days');
  mkdirSync(join(folder, 'ops'));
  let bytes = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const start = 1_700_000_000 + day * 86_400;
    const list = Array.from({ length: A_DAY }, (_, i) => {
      const text = `message ${day}-${i}: looking at the queue`;
      const elements = [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }];
      const blocks = [{ type: 'rich_text', block_id: `b${i}`, elements }];
      const ts = `${start + i}.000100`;
      return {
        client_msg_id: `c-${day}-${i}`,
        type: 'message',
        user: `U${i % 50}`,
        text,
        ts,
        team: 'T1',
        blocks,
      };
    });
    const content = JSON.stringify(list, null, 4);
    bytes += content.length;
    const name = new Date(start * 1000).toISOString().slice(0, 10);
    writeFileSync(join(folder, 'ops', `${name}.json`), content);
  }
  return { folder, bytes };
}

const dialogOf = (page: Page) => page.getByRole('dialog', { name: /^Import/ });

async function choose(page: Page, file: string): Promise<void> {
  await page.keyboard.press('Control+Shift+O');
  await dialogOf(page).getByLabel('File to import').setInputFiles(file);
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialogOf(page)).toBeHidden({ timeout: 30_000 });
}

/** Everything a person does before Import, with as many records as there may be. */
async function lookAround(page: Page): Promise<void> {
  const dialog = dialogOf(page);
  await longestPause(page, 'all records unticked and ticked', async () => {
    await dialog.getByRole('button', { name: 'Tick none' }).click();
    await expect(dialog).toContainText('Import 0 entries');
    await dialog.getByRole('button', { name: 'Tick all' }).click();
    await dialog.getByRole('checkbox').nth(1).click();
  });
  await longestPause(page, 'a window of time typed', async () => {
    await dialog.getByLabel('Not before').pressSequentially('2026-11-06 20:00', { delay: 60 });
    await dialog.getByLabel('Not before').fill('');
  });
  await longestPause(page, 'a name changed, lists shown', async () => {
    await dialog.getByText(/^People/).click();
    await dialog.getByLabel('U3', { exact: true }).pressSequentially('xy', { delay: 60 });
    await dialog.getByRole('button', { name: /^Duplicate/ }).click();
    await dialog.getByRole('button', { name: /^New/ }).click();
  });
}

longTest(
  `a Slack export of ${MEGABYTES} MB is read while the window answers, and called off without a trace`,
  async () => {
    const { file, messages } = await madeExport((bytes) => bytes > MEGABYTES * 1024 * 1024, 30);
    expect(statSync(file).size).toBeGreaterThan(MEGABYTES * 1024 * 1024);
    const { page, pid, close: quit } = await launchConsole();
    await declare(page, { title: 'A busy channel', commander: 'Dana' });
    const rows = await page.getByTestId('saved').getAttribute('data-durable');
    const dialog = dialogOf(page);

    await choose(page, file);
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await close(page);
    await expect(page.getByTestId('saved')).toHaveAttribute('data-durable', rows ?? '');

    await watchPauses(page);
    const growth = await growthMiB(pid, async () => {
      await longestPause(page, `${MEGABYTES} MB read`, async () => {
        await choose(page, file);
        await expect(dialog).toContainText(`${messages} new`, { timeout: 400_000 });
      });
      await lookAround(page);
    });
    figure(`memory a file of ${MEGABYTES} MB takes at most, MiB`, Math.round(growth));
    console.log(`${messages} messages, memory grew by ${Math.round(growth)} MiB`);
    if (process.platform === 'linux') expect(growth).toBeLessThanOrEqual(3 * MEGABYTES);
    await longestPause(page, `${MEGABYTES} MB called off`, () => close(page));
    await expect(page.getByTestId('saved')).toHaveAttribute('data-durable', rows ?? '');
    await quit();
  },
);

longTest(`${DAYS} days of ${A_DAY} short messages are read while the window answers`, async () => {
  const { folder, bytes } = madeFolder();
  const { page, pid, close: quit } = await launchConsole();
  await declare(page, { title: 'A busy year', commander: 'Dana' });
  await watchPauses(page);
  const megabytes = bytes / 1024 / 1024;
  const growth = await growthMiB(pid, async () => {
    await longestPause(page, `${DAYS} days read`, async () => {
      await page.keyboard.press('Control+Shift+O');
      await dialogOf(page).getByLabel('Folder of a Slack export').setInputFiles(folder);
      await expect(dialogOf(page)).toContainText(`${DAYS * A_DAY} new`, { timeout: 400_000 });
    });
  });
  figure(`memory ${DAYS} days of ${Math.round(megabytes)} MB take at most, MiB`, Math.round(growth));
  console.log(`${Math.round(megabytes)} MB in ${DAYS} files, memory grew by ${Math.round(growth)} MiB`);
  if (process.platform === 'linux') expect(growth).toBeLessThanOrEqual(3 * megabytes);
  await quit();
});

longTest(
  `${MESSAGES} messages are imported while the window answers, stopped half way, undone and put back`,
  async () => {
    const { file } = await madeExport((_bytes, messages) => messages === MESSAGES, 5);
    const { page, close: quit } = await launchConsole();
    await declare(page, { title: 'A busy channel', commander: 'Dana' });
    await watchPauses(page);
    const dialog = dialogOf(page);
    const imported = page.getByTestId('timeline-entry').filter({ hasText: 'what was said' });
    const startImport = () => dialog.getByRole('button', { name: /^Import \d/ }).click();

    await choose(page, file);
    await expect(dialog).toContainText(`${MESSAGES} new`, { timeout: 60_000 });
    await longestPause(page, 'an import stopped', async () => {
      await startImport();
      await expect(dialog).toContainText(/Importing [2-9]\d{3} of/, { timeout: 60_000 });
      await close(page);
    });
    await expect(page.getByText('The import was stopped')).toBeVisible();
    await expect(imported).toHaveCount(0);

    await choose(page, file);
    await expect(dialog).toContainText('duplicate', { timeout: 60_000 });
    await longestPause(page, `${MESSAGES} messages imported`, async () => {
      await startImport();
      await expect(dialog).toBeHidden({ timeout: 200_000 });
    });
    await expect(imported.first()).toBeVisible();
    await longestPause(page, 'an import undone', async () => {
      await page.getByRole('button', { name: 'Undo import' }).click();
      await expect(imported).toHaveCount(0);
    });
    await longestPause(page, 'an import put back', async () => {
      await page.getByRole('button', { name: 'Put back' }).click();
      await expect(imported.first()).toBeVisible();
    });
    await quit();
  },
);
