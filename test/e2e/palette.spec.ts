/** The palette, changed keys, and a note from anywhere, in the real window and over a restart. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { declare, entries, pad, untilDurable } from './driver';
import { Hands } from './hands';

const bench = new Bench();

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });

/** The keys that the native menu shows, by its items' names. */
const menuKeys = ({ app }: RunningConsole, id: string): Promise<string | undefined> =>
  app.evaluate(
    ({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.accelerator?.toString(),
    id,
  );

/** A second start, as a desktop's own key would make it. */
async function startAgain({ app }: RunningConsole, more: string): Promise<void> {
  const { executable, args } = await app.evaluate(() => ({
    executable: process.execPath,
    args: process.argv.slice(1),
  }));
  const own = args.filter((one) => !/^--(inspect|remote-debugging)/.test(one));
  await promisify(execFile)(executable, [...own, more], { timeout: 15_000 });
}

test.describe('the palette and changed keys', () => {
  test.describe.configure({ mode: 'serial' });
  let console: RunningConsole;
  let page: Page;
  let hands: Hands;

  test.beforeAll(async () => {
    console = await bench.launch();
    ({ page } = console);
    hands = new Hands(page);
    await declare(page, { title: 'Checkout errors' });
  });

  test.afterAll(() => bench.clear());

  test('the palette opens on a key, takes what is typed at once, and does it', async () => {
    await hands.press('Control+k');
    await hands.type('sev 3');
    await hands.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Severity' })).toBeVisible();
    await hands.type('EU only');
    await hands.press('Enter');
    await expect(page.getByTestId('severity')).toContainText('Sev 3');
    await hands.expectHome();
    await hands.press('Control+Shift+p', 'Escape');
    await expect(palette(page)).toHaveCount(0);
    await hands.expectHome();
  });

  test('letters typed right behind its key stand in its field, none in the pad', async () => {
    for (let round = 0; round < 5; round += 1) {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('severity');
      await expect(palette(page).getByRole('combobox')).toHaveValue('severity');
      await page.keyboard.press('Escape');
      await page.keyboard.type('x');
    }
    await expect(pad(page)).toHaveValue('xxxxx');
    await pad(page).fill('');
  });

  test('a changed key counts at once, also in the menu, and after a restart', async () => {
    expect(await menuKeys(console, 'write-update')).toBe('CmdOrCtrl+U');
    await hands.press('Control+k');
    await hands.type('change keys');
    await hands.press('Enter');
    const change = page.getByRole('button', { name: 'Change key of Write update' });
    await hands.tabTo(change);
    await hands.press('Enter', 'Control+g');
    await expect(page.getByText('Ctrl+G now does “Write update”.')).toBeVisible();
    await expect.poll(() => menuKeys(console, 'write-update')).toBe('CmdOrCtrl+G');
    await hands.press('Escape', 'Control+u');
    await expect(page.getByRole('region', { name: 'Stakeholder update' })).toHaveCount(0);
    await hands.press('Control+g');
    await expect(page.getByRole('region', { name: 'Stakeholder update' })).toBeVisible();
    await hands.press('Escape');
    await hands.expectHome();
    await untilDurable(page, 2);
    await console.close();
    console = await bench.again(console);
    ({ page } = console);
    hands = new Hands(page);
    await hands.expectHome();
    await expect.poll(() => menuKeys(console, 'write-update')).toBe('CmdOrCtrl+G');
    await hands.press('Control+g');
    await expect(page.getByRole('region', { name: 'Stakeholder update' })).toBeVisible();
    await hands.press('Escape', 'Control+k');
    await expect(palette(page).getByRole('option').first()).toContainText('Change keys');
    await hands.press('Escape');
  });

  test('a note begins from anywhere: by the recorded key, and by a second start', async () => {
    const held = (): Promise<boolean> =>
      console.app.evaluate(({ globalShortcut }) => globalShortcut.isRegistered('CmdOrCtrl+Shift+F9'));
    expect(await held()).toBe(false);
    await hands.press('Control+Shift+h');
    await startAgain(console, '--note');
    await hands.expectHome();
    await hands.type('they say it is DNS');
    await hands.press('Enter');
    await expect(entries(page).filter({ hasText: 'they say it is DNS' })).toBeVisible();
    await hands.press('Control+,');
    await page.getByRole('button', { name: 'Use Ctrl+Shift+F9' }).click();
    await expect(page.getByText(/^Press Ctrl\+Shift\+F9 now\.|^The system did not give/)).toBeVisible();
    expect(await held()).toBe(true);
    await page.getByRole('button', { name: 'Turn off' }).click();
    await expect.poll(held).toBe(false);
    await hands.press('Escape');
    await hands.expectHome();
  });
});
