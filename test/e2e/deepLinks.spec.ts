/** Links from outside: with the start, and with a second start. They fill in and open, and never act. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { declare, pad, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

/** Follows a link as the system does: a second start, which hands it over and ends. */
async function follow({ app }: RunningConsole, link: string): Promise<void> {
  const { executable, args } = await app.evaluate(() => ({
    executable: process.execPath,
    args: process.argv.slice(1),
  }));
  const own = args.filter((one) => !/^--(inspect|remote-debugging)|^icc:/.test(one));
  await promisify(execFile)(executable, [...own, link], { timeout: 15_000 });
}

test('a start with a link fills the declaring dialog in, and declares nothing', async () => {
  const { page } = await bench.launch({ args: ['icc://declare?title=Checkout%20down%20%3Cb%3E&sev=2'] });
  const dialog = page.getByRole('dialog', { name: 'Declare incident' });
  await expect(dialog.getByLabel('What is broken?')).toHaveValue('Checkout down <b>');
  await expect(dialog.getByRole('radio', { name: 'Sev 2' })).toBeChecked();
  await expect(page.getByTestId('severity')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Checkout down <b>');
});

test('links that come while it runs open an incident, and replace nothing that is typed', async () => {
  const console = await bench.launch();
  const { page } = console;
  await declare(page, { title: 'First' });
  await declare(page, { title: 'Second' });
  await untilDurable(page, 1);
  await follow(console, 'icc://incident/inc-0001');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('First');
  await expect(pad(page)).toBeFocused();
  await follow(console, 'icc://incident/INC-0077');
  await expect(page.getByText('A link leads to INC-0077, which is not on this computer.')).toBeVisible();
  await follow(console, 'icc://elsewhere/..%2f..%2fetc');
  await expect(page.getByText('A link could not be read, and nothing was done.')).toBeVisible();
  await page.keyboard.press('Control+n');
  const title = page.getByRole('dialog', { name: 'Declare incident' }).getByLabel('What is broken?');
  await title.pressSequentially('My own words');
  await follow(console, 'icc://declare?title=Theirs&sev=1');
  await expect(page.getByText('A link wants to declare “Theirs”.')).toBeAttached();
  await expect(title).toHaveValue('My own words');
});
