/**
 * What a restart brings back, and what ending costs: nothing that was typed, whoever ends it, and never
 * a start that is refused because an earlier run was killed.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { journalledNotes } from '../support/journalOnDisk';
import { declare, entries, log, pad, untilDurable } from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();

test.afterEach(() => bench.clear());

const composer = (page: Page) => page.getByRole('region', { name: 'Stakeholder update' });
const editor = (page: Page) => page.getByRole('form', { name: 'Edit entry' });
const bounds = ({ app }: RunningConsole) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());

const ENDINGS: Readonly<Record<string, (console: RunningConsole) => Promise<void>>> = {
  closed: ({ close }) => close(),
  killed: ({ killAll }) => killAll(),
};
const KOLKATA = { env: { TZ: 'Asia/Kolkata' } };
const PLACE = { x: 40, y: 30, width: 820, height: 760 };

/** Leaves a text in each place where one can be left, and a choice for each that can be made. */
async function leaveThingsOpen(console: RunningConsole): Promise<void> {
  const { app, page } = console;
  await declare(page, { title: 'First', commander: 'Dana' });
  await log(page, 'a note to be reworded');
  await untilDurable(page, 3);
  await declare(page, { title: 'Second' });
  await untilDurable(page, 2);
  await page.getByRole('button', { name: 'First' }).click();
  await untilDurable(page, 3);
  await page.getByRole('button', { name: 'Auto theme' }).click();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await page.getByRole('button', { name: /Kolkata|Calcutta/ }).click();
  await page.getByRole('button', { name: 'Sound on' }).click();
  const row = entries(page).filter({ hasText: 'a note to be reworded' });
  await row.hover();
  await row.getByRole('button', { name: 'Edit' }).click();
  await editor(page).getByLabel('Text', { exact: true }).fill('a note half rew');
  await page.getByRole('button', { name: 'Write update' }).click();
  await composer(page).getByLabel('Impact', { exact: true }).fill('some of the impact');
  await composer(page).getByLabel('What we know', { exact: true }).fill('some of what we know');
  await composer(page).getByLabel('What we are doing', { exact: true }).fill('some of what we do');
  await pad(page).fill('half a sentence\nand another');
  await page.getByRole('button', { name: 'Declare incident' }).first().click();
  await page.getByLabel('What is broken?', { exact: true }).fill('Third, half ty');
  await page.keyboard.press('Escape');
  await app.evaluate(({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place), PLACE);
  await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Roles' }).click();
  const file = join(console.profile, 'window.json');
  const written = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(written).toContain(`"width":${PLACE.width}`);
}

for (const [ending, end] of Object.entries(ENDINGS)) {
  test(`a console that was ${ending} comes back as it was left, with all that was being typed`, async () => {
    const first = await bench.launch(KOLKATA);
    await leaveThingsOpen(first);
    const place = await bounds(first);
    await end(first);
    const next = await bench.again(first, KOLKATA);
    const { page } = next;
    await untilDurable(page, 3);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('First');
    expect(await bounds(next)).toEqual(place);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'UTC', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sound off' })).toBeVisible();
    const panes = page.getByRole('navigation', { name: 'Panes' });
    await expect(panes.getByRole('button', { name: 'Roles' })).toHaveAttribute('aria-current', 'true');
    await panes.getByRole('button', { name: 'Timeline' }).click();
    await expect(pad(page)).toHaveValue('half a sentence\nand another');
    await expect(composer(page).getByLabel('Impact', { exact: true })).toHaveValue('some of the impact');
    await expect(composer(page).getByLabel('What we know', { exact: true })).toHaveValue(
      'some of what we know',
    );
    await expect(composer(page).getByLabel('What we are doing', { exact: true })).toHaveValue(
      'some of what we do',
    );
    await expect(editor(page).getByLabel('Text', { exact: true })).toHaveValue('a note half rew');
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel('What is broken?', { exact: true })).toHaveValue('Third, half ty');
  });
}

test('the pad has the focus after a restart, whatever else stands open', async () => {
  const first = await bench.launch();
  await declare(first.page, { title: 'Focus' });
  await log(first.page, 'a note');
  await untilDurable(first.page, 2);
  await first.page.getByRole('button', { name: 'Write update' }).click();
  const row = entries(first.page).filter({ hasText: 'a note' });
  await row.hover();
  await row.getByRole('button', { name: 'Edit' }).click();
  await expect(editor(first.page)).toBeVisible();
  await first.close();
  const { page } = await bench.again(first);
  await expect(editor(page)).toBeVisible();
  await expect(composer(page)).toBeVisible();
  await expect(pad(page)).toBeFocused();
});

/** Types notes as fast as a page can, and answers before any of them can have been acknowledged. */
async function inFlight(page: Page, count: number): Promise<void> {
  await pad(page).evaluate((area, notes) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the pad is no textarea');
    for (let n = 1; n <= notes; n += 1) {
      area.value = `in flight ${n}`;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    }
  }, count);
}

const WAYS: Readonly<Record<string, (console: RunningConsole) => Promise<unknown>>> = {
  SIGTERM: async ({ pid }) => process.kill(pid, 'SIGTERM'),
  'closing the window': ({ app }) =>
    app.evaluate(({ BrowserWindow }) => setImmediate(() => BrowserWindow.getAllWindows()[0]?.close())),
  quitting: ({ app }) => app.evaluate((electron) => setImmediate(() => electron.app.quit())),
};

for (const [what, end] of Object.entries(WAYS)) {
  test(`50 notes on their way are all there after ${what}`, async () => {
    const console = await bench.launch();
    await declare(console.page, { title: 'Ending' });
    await untilDurable(console.page, 1);
    const gone = new Promise<number | null>((resolve) => console.app.process().once('exit', resolve));
    await inFlight(console.page, 50);
    await end(console);
    expect(await gone).toBe(0);
    const notes = Array.from({ length: 50 }, (_, n) => `in flight ${n + 1}`);
    expect(journalledNotes(console.profile)).toEqual(notes);
    const next = await bench.again(console);
    await untilDurable(next.page, 51);
    await expect(pad(next.page)).toHaveValue('');
    await expect(entries(next.page).last()).toContainText('in flight 50');
  });
}

/** Starts the same program on the same profile; the milliseconds until it has ended, and how. */
async function secondStart({ app }: RunningConsole): Promise<{ ms: number; errors: string }> {
  const { executable, args } = await app.evaluate(() => ({
    executable: process.execPath,
    args: process.argv.slice(1),
  }));
  const own = args.filter((argument) => !/^--(inspect|remote-debugging)/.test(argument));
  const began = Date.now();
  const { stderr } = await promisify(execFile)(executable, own, { timeout: 15_000 });
  return { ms: Date.now() - began, errors: stderr };
}

test('a second start shows the first window and ends, and harms nothing that is being typed', async () => {
  const console = await bench.launch();
  const { app, page } = console;
  await declare(page, { title: 'Only one' });
  await untilDurable(page, 1);
  await pad(page).fill('being typed');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const { ms } = await secondStart(console);
  test.info().annotations.push({ type: 'second start, ms', description: String(ms) });
  expect(ms).toBeLessThan(3_000);
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return { visible: window?.isVisible(), focused: window?.isFocused() };
    });
  await expect.poll(shown).toEqual({ visible: true, focused: true });
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect(pad(page)).toHaveValue('being typed');
  await log(page, 'goes on');
  await untilDurable(page, 2);
});

test('the lock of a console that was killed, or of another machine, keeps nobody out', async () => {
  let console = await bench.launch();
  await declare(console.page, { title: 'Locked' });
  await untilDurable(console.page, 1);
  const lock = join(console.profile, 'SingletonLock');
  for (const how of ['killed', 'of another machine', 'of a process that is somebody else’s']) {
    await console.killAll();
    expect(readlinkSync(lock)).toMatch(/-\d+$/);
    if (how === 'of another machine') replace(lock, 'another-machine-4711');
    if (how.startsWith('of a process')) replace(lock, `${readlinkSync(lock).replace(/\d+$/, '')}1`);
    console = await bench.again(console);
    await untilDurable(console.page, 1);
  }
  await expectAllKept(bench, console);
});

function replace(link: string, to: string): void {
  rmSync(link);
  symlinkSync(to, link);
}
