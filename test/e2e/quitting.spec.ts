/** Leaving while an incident is live: a person is asked, a program that ends the console is not. */
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { journalledNotes } from '../support/journalOnDisk';
import { declare, entries, log, pad, resolve, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

const quitQuestion = (page: Page) => page.getByRole('dialog', { name: 'Quit while an incident is live?' });
const closeQuestion = (page: Page) => page.getByRole('dialog', { name: 'Close the window?' });
const closeWindow = ({ app }: RunningConsole) =>
  app.evaluate(({ BrowserWindow }) => setImmediate(() => BrowserWindow.getAllWindows()[0]?.close()));
const chooseQuit = ({ app }: RunningConsole) =>
  app.evaluate(({ Menu }) =>
    setImmediate(() => void Menu.getApplicationMenu()?.getMenuItemById('quit')?.click()),
  );
const isVisible = ({ app }: RunningConsole) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
const exitOf = ({ app }: RunningConsole) =>
  new Promise<number | null>((done) => app.process().once('exit', done));

async function live(): Promise<RunningConsole> {
  const console = await bench.launch();
  await declare(console.page, { title: 'Live one' });
  await untilDurable(console.page, 1);
  return console;
}

test('Ctrl+Q and the menu ask while an incident is live, and keep it running by default', async () => {
  const console = await live();
  const { page } = console;
  await pad(page).fill('half a sen');
  for (const ask of [() => page.keyboard.press('Control+q'), () => chooseQuit(console)]) {
    await ask();
    await expect(quitQuestion(page)).toContainText('INC-0001 “Live one” is live.');
    await expect(quitQuestion(page).getByRole('button', { name: 'Keep running' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(pad(page)).toBeFocused();
    await expect(pad(page)).toHaveValue('half a sen');
  }
  await log(page, 'and on');
  const exit = exitOf(console);
  await page.keyboard.press('Control+q');
  await quitQuestion(page).getByRole('button', { name: 'Quit', exact: true }).click();
  expect(await exit).toBe(0);
  expect(journalledNotes(console.profile)).toEqual(['and on']);
});

test('Quit ends at once when nothing is live', async () => {
  const console = await live();
  await resolve(console.page);
  const exit = exitOf(console);
  await chooseQuit(console);
  expect(await exit).toBe(0);
});

test('a window closed while an incident is live goes on in the background, and comes back', async () => {
  const console = await live();
  const { app, page } = console;
  await closeWindow(console);
  await expect(closeQuestion(page)).toContainText('Without an answer the console closes in');
  await page.keyboard.press('Enter');
  await expect.poll(() => isVisible(console)).toBe(false);
  await log(page, 'written while hidden');
  await untilDurable(page, 2);
  await app.evaluate((electron) => electron.app.emit('second-instance', {}, ['x'], '/'));
  await expect.poll(() => isVisible(console)).toBe(true);
  await expect(entries(page).last()).toContainText('written while hidden');
});

test('a closed window’s question that nobody answers ends in order, and one that is touched waits', async () => {
  const console = await live();
  const { page } = console;
  const exit = exitOf(console);
  await closeWindow(console);
  await expect(closeQuestion(page)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(closeQuestion(page)).not.toContainText('Without an answer');
  await page.keyboard.press('Escape');
  await expect(pad(page)).toBeFocused();
  await log(page, 'the last word');
  const began = Date.now();
  await closeWindow(console);
  expect(await exit).toBe(0);
  expect(Date.now() - began).toBeLessThan(15_000);
  expect(journalledNotes(console.profile)).toEqual(['the last word']);
});

for (const [what, end] of Object.entries({
  'app.quit()': ({ app }: RunningConsole) => app.evaluate((e) => setImmediate(() => e.app.quit())),
  SIGTERM: ({ pid }: RunningConsole) => Promise.resolve(process.kill(pid, 'SIGTERM')),
})) {
  test(`${what} asks nobody, also while an incident is live`, async () => {
    const console = await live();
    const exit = exitOf(console);
    const began = Date.now();
    await end(console);
    expect(await exit).toBe(0);
    expect(Date.now() - began).toBeLessThan(5000);
  });
}
