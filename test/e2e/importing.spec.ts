/** Files of other tools in the real app: chosen, looked at, imported, undone and put back. */
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { projectRoot } from '../../build/projectRoot';
import { launchConsole } from '../support/electronApp';
import { declare } from './driver';

test.setTimeout(120_000);

const FIXTURES = join(projectRoot, 'test/fixtures/imports');
const dialog = (page: Page) => page.getByRole('dialog', { name: /^Import/ });
const entry = (page: Page, text: string) => page.getByTestId('timeline-entry').filter({ hasText: text });

async function look(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+Shift+O');
  await dialog(page).getByLabel('File to import').setInputFiles(join(FIXTURES, name));
}

test('a Slack export is looked at, imported, undone as a whole, and never doubled', async () => {
  const { page, close } = await launchConsole();
  await declare(page, { title: 'Prow is slow', commander: 'Dana' });
  await look(page, 'slack-export-plain.zip');
  await expect(dialog(page)).toContainText('Slack: 14 new · 0 duplicate · 0 unreadable');
  await dialog(page).getByRole('button', { name: 'Import 14 entries' }).click();
  await expect(dialog(page)).toBeHidden();
  const notice = page.getByRole('status').filter({ hasText: '14 entries were imported' });
  await expect(notice).toBeVisible();
  await page.getByTestId('timeline').press('Home');
  await expect(entry(page, 'Revert applied with kubectl')).toContainText('from Slack');

  await look(page, 'slack-export-plain.zip');
  await expect(dialog(page)).toContainText('Slack: 0 new · 14 duplicate');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  await page.getByRole('button', { name: 'Undo import' }).click();
  await expect(entry(page, 'Revert applied with kubectl')).toHaveCount(0);
  await look(page, 'slack-export-plain.zip');
  await dialog(page).getByRole('button', { name: 'Put back' }).click();
  await page.getByTestId('timeline').press('Home');
  await expect(entry(page, 'Revert applied with kubectl')).toHaveCount(1);
  await close();
});

test('a dropped table asks what it does not tell', async () => {
  const { page, close } = await launchConsole();
  await declare(page, { title: 'Crates are missing', commander: 'Dana' });
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(
      new File(['time,text\n03/04/2020 10:00,day or month\n'], 'notes.csv', { type: 'text/csv' }),
    );
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  });
  await expect(dialog(page)).toContainText('Table: 1 new');
  await expect(dialog(page).getByRole('checkbox')).toHaveCount(1);
  await dialog(page).getByLabel('Dates like 03/04/2020 are').selectOption('month-first');
  await expect(dialog(page)).toContainText('2020-03-04');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await close();
});
