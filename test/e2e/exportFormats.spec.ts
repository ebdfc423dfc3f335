/**
 * Every format an incident can be written as, chosen as a person does, with hostile text in every field:
 * the files are read from the disk, and the HTML one is opened where scripts would run.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import Papa from 'papaparse';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { readCalendar } from '../exports/readCalendar';
import { declare, exportPostMortem, log, pad, untilDurable } from './driver';

const bench = new Bench();
const HOSTILE = '=HYPERLINK("https://x.example") <img src=x onerror=x()> ";\tATTENDEE:x';

const exported = (page: Page) => page.getByTestId('exported');
const asButton = (page: Page) => page.getByRole('button', { name: 'Export as…' });
const menu = (page: Page) => page.getByRole('menu', { name: 'Export as…' });

test.describe('an incident', () => {
  let console: RunningConsole;
  let page: Page;

  test.beforeAll(async () => {
    console = await bench.launch();
    ({ page } = console);
    await declare(page, { title: `Formats ${HOSTILE}`, commander: HOSTILE });
    await log(page, `=1+1\u202E ${HOSTILE}`);
    await log(page, '<script>globalThis.ran = true</script><meta http-equiv=refresh content=0>');
    await untilDurable(page, 4);
  });

  test.afterAll(() => bench.clear());

  async function choose(format: string): Promise<string> {
    const before = await exported(page)
      .getAttribute('data-path', { timeout: 100 })
      .catch(() => null);
    await asButton(page).click();
    await menu(page).getByRole('menuitem', { name: format }).click();
    await expect(menu(page)).toBeHidden();
    await expect(exported(page)).not.toHaveAttribute('data-path', before ?? '');
    return (await exported(page).getAttribute('data-path')) ?? '';
  }

  test('[FMT4] is written in each format beside its draft, and its place is shown', async () => {
    const folder = dirname(await exportPostMortem(page));
    expect(await choose('HTML')).toBe(join(folder, 'post-mortem.html'));
    await expect(exported(page)).toContainText('Post-mortem as HTML written and checked:');
    expect(await choose('JSON')).toBe(join(folder, 'post-mortem.json'));
    expect(await choose('Timeline as CSV')).toBe(join(folder, 'timeline.csv'));
    expect(await choose('Review invitation')).toBe(join(folder, 'review.ics'));
    await expect(exported(page)).toContainText('Review invitation written and checked:');

    const json = JSON.parse(readFileSync(join(folder, 'post-mortem.json'), 'utf8')) as {
      timeline: { text: string }[];
    };
    expect(json.timeline.map(({ text }) => text)).toContain(`=1+1\u202E ${HOSTILE}`);

    const rows = Papa.parse<string[]>(readFileSync(join(folder, 'timeline.csv'), 'utf8').trimEnd()).data;
    expect(rows).toHaveLength(json.timeline.length + 1);
    for (const row of rows) {
      expect(row).toHaveLength(4);
      for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/);
    }

    const calendar = readCalendar(readFileSync(join(folder, 'review.ics'), 'utf8'));
    expect(calendar.map(({ name }) => name)).not.toContain('ATTENDEE');
    expect(calendar.find(({ name }) => name === 'SUMMARY')?.value).toContain('ATTENDEE:x');
  });

  test('[FMT1] opened as HTML runs nothing, asks for nothing and stays where it is', async () => {
    const path = join(dirname(await exportPostMortem(page)), 'post-mortem.html');
    const seen = await console.app.evaluate(async ({ BrowserWindow, session }, file) => {
      const apart = session.fromPartition('opened as a person opens it');
      const asked: string[] = [];
      apart.webRequest.onBeforeRequest(({ url }, decide) => {
        asked.push(url);
        decide({});
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: apart, sandbox: true } });
      await window.loadFile(file);
      await new Promise((done) => setTimeout(done, 500));
      const found: unknown = await window.webContents.executeJavaScript(
        `({ ran: 'ran' in globalThis, scripts: document.scripts.length, images: document.images.length,
            links: document.links.length, notes: document.body.textContent.includes('<script>globalThis.ran') })`,
      );
      const where = window.webContents.getURL();
      window.destroy();
      return { found, asked: asked.map((url) => new URL(url).protocol), where };
    }, path);
    expect(seen.found).toEqual({ ran: false, scripts: 0, images: 0, links: 0, notes: true });
    expect(seen.asked).toEqual(['file:']);
    expect(seen.where.startsWith('file:')).toBe(true);
  });

  test('is exported with the keyboard alone, and the focus comes back', async () => {
    await asButton(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect(menu(page).getByRole('menuitem', { name: 'HTML' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(menu(page)).toBeHidden();
    await expect(asButton(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(menu(page).getByRole('menuitem', { name: 'HTML' })).toBeFocused();
    for (let n = 0; n < 2; n += 1) await page.keyboard.press('ArrowDown');
    await expect(menu(page).getByRole('menuitem', { name: 'Timeline as CSV' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(exported(page)).toHaveAttribute('data-path', /timeline\.csv$/);
    await expect(asButton(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(pad(page)).toBeFocused();
  });

  test('is exported from the native menu', async () => {
    await console.app.evaluate(({ Menu }) => {
      Menu.getApplicationMenu()?.getMenuItemById('export-review')?.click();
    });
    await expect(exported(page)).toHaveAttribute('data-path', /review\.ics$/);
  });
});
