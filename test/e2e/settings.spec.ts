/**
 * The settings in a real Electron: chosen by keyboard, they count at once and survive a restart; the
 * alarm can be tried; a disk that fills up is said.
 */
import { expect, test, type Page } from '@playwright/test';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { mountRefusal, SmallDisk } from '../support/smallDisk';
import { declare, log, untilDurable } from './driver';

async function openSettings(page: Page) {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const again = ({ profile, home }: RunningConsole): Promise<RunningConsole> =>
  launchConsole({ userDataDir: profile, home });

test('settings chosen in one run are those of the next', async () => {
  const first = await launchConsole();
  const dialog = await openSettings(first.page);
  const name = dialog.getByRole('textbox', { name: 'Your name' });
  await expect(name).toBeFocused();
  await first.page.keyboard.type('Ana Lima');
  await dialog.getByRole('textbox', { name: 'Add people' }).fill('Kofi Boateng\nSam Ito');
  await dialog.getByRole('button', { name: 'Add people' }).click();
  await dialog.getByRole('textbox', { name: 'Sev 1' }).fill('Checkout is down');
  await dialog.getByRole('radio', { name: 'Light' }).check();
  await dialog.getByRole('radio', { name: 'UTC', exact: true }).check();
  await dialog.getByRole('checkbox', { name: 'Mute the sound' }).check();
  await expect(dialog.getByText(first.profile, { exact: true })).toBeVisible();
  await first.page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await first.close();

  const second = await again(first);
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'light');
  const after = await openSettings(second.page);
  await expect(after.getByRole('textbox', { name: 'Your name' })).toHaveValue('Ana Lima');
  await expect(after.getByRole('list', { name: 'People offered in fields' })).toContainText('Kofi Boateng');
  await expect(after.getByRole('textbox', { name: 'Sev 1' })).toHaveValue('Checkout is down');
  await expect(after.getByRole('radio', { name: 'UTC', exact: true })).toBeChecked();
  await expect(after.getByRole('checkbox', { name: 'Mute the sound' })).toBeChecked();
  await second.page.keyboard.press('Escape');
  await second.page.keyboard.press('Control+n');
  await expect(second.page.getByText('Checkout is down')).toBeVisible();
  await second.close();
});

test('the alarm can be tried, and asks whether it was seen and heard', async () => {
  const console = await launchConsole();
  const dialog = await openSettings(console.page);
  await dialog.getByRole('button', { name: 'Test alarm' }).click();
  await expect(dialog.getByText('Did you see and hear it?')).toBeVisible();
  await dialog.getByRole('button', { name: 'Yes, both' }).click();
  await expect(dialog.getByText(/It will ring like this/)).toBeVisible();
  await console.close();
});

test('the menu opens the settings', async () => {
  const console = await launchConsole();
  await expect
    .poll(() =>
      console.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('settings')?.label),
    )
    .toBe('Settings…');
  await console.app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('settings')?.click();
  });
  await expect(console.page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await console.close();
});

for (const { megabytes, notice } of [
  { megabytes: 150, notice: /^Only \d+ MB are free/ },
  { megabytes: 40, notice: /^THE DISK IS NEARLY FULL/ },
]) {
  test(`[BAK9] a profile on a disk of ${megabytes} MB says how little is left, and is written all the same`, async () => {
    const refusal = mountRefusal();
    test.skip(refusal !== null, refusal ?? '');
    const disk = new SmallDisk(megabytes, freshFolder('space'));
    try {
      const console = await launchConsole({ userDataDir: disk.folder });
      await expect(console.page.getByRole('alert').filter({ hasText: notice })).toBeVisible();
      await declare(console.page, { title: 'Little room' });
      await log(console.page, 'still typing');
      await untilDurable(console.page, 2);
      await console.close();
    } finally {
      disk.unmount();
    }
  });
}
