/** The import dialog with a file in it: by keyboard alone, heard and seen by a machine, in both themes and two widths. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '../../build/projectRoot';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { loadAxe, violations } from './axe';
import { declare } from './driver';
import { coveredFocus, focusStops, smallTargets } from './focusRing';
import { resize, THEMES, setTheme } from './view';

test.setTimeout(180_000);

const FIXTURES = join(projectRoot, 'test/fixtures/imports');
const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 900 },
] as const;
const SHOTS = process.env['SHOTS'];

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Import/ });

/** Opens the dialog and chooses a file as somebody without a mouse does. */
async function choose(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+O');
  await expect(dialog(page).getByLabel('File to import')).toBeFocused();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(join(FIXTURES, name));
  await expect(dialog(page)).toContainText(' new');
}

/** Tabs on until the control of that name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = dialog(page).getByRole('button', { name });
  for (let i = 0; i < 60; i += 1) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(name)}`);
}

async function looked(running: RunningConsole, name: string): Promise<void> {
  const { page } = running;
  for (const size of SIZES) {
    await resize(running, size);
    for (const theme of THEMES) {
      await setTheme(running, theme);
      if (SHOTS !== undefined) {
        await page.screenshot({ path: join(SHOTS, `${name}-${size.width}-${theme}.png`) });
      }
      expect(await violations(page), `${name}, ${size.width} px, ${theme}`).toEqual([]);
    }
    expect(await smallTargets(page), `${name}, ${size.width} px`).toEqual([]);
    // Once a file is read, the dialog itself has the focus, and is no stop.
    await page.keyboard.press('Tab');
    const stops = await focusStops(page, coveredFocus);
    // The dialog's own guards hand the focus on.
    const seen = stops.filter((stop) => !stop.name.startsWith('SPAN '));
    expect(
      seen.flatMap(({ complaint }) => complaint ?? []),
      `${name}, ${size.width} px`,
    ).toEqual([]);
  }
}

test('nothing is wrong with the review of a file, and the keyboard is enough', async () => {
  const running = await launchConsole();
  const { page, close } = running;
  await declare(page, { title: 'Prow is slow', commander: 'Dana' });
  await loadAxe(page);
  // As long as somebody listens, the system's own chooser stays closed.
  page.on('filechooser', () => undefined);
  await page.keyboard.press('Control+Shift+O');
  await looked(running, 'empty');
  await page.keyboard.press('Escape');
  await choose(page, 'timeline-nasty-semicolon-cp1252.csv');
  await looked(running, 'table');
  for (const list of ['Duplicate', 'Unreadable'] as const) {
    await tabTo(page, new RegExp(`^${list}`));
    await page.keyboard.press('Enter');
    await looked(running, `table-${list}`);
  }
  await page.keyboard.press('Escape');

  await choose(page, 'slack-export-nasty.zip');
  await looked(running, 'slack');
  await tabTo(page, 'Tick none');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toContainText('Import 0 entries');
  await tabTo(page, 'Tick all');
  await page.keyboard.press('Enter');
  await tabTo(page, /^Import \d/);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText(/entries were imported/)).toBeVisible();
  await page.keyboard.press('Control+Shift+O');
  await expect(dialog(page)).toContainText('Imported before');
  await looked(running, 'before');
  await close();
});
