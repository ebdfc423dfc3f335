/**
 * The promise of the next update: an instant that survives severity, restart, a hidden window and a
 * wrong clock, and an alarm that ends only when somebody sends, snoozes or pauses.
 */
import { expect, test, type ElectronApplication, type Page } from '@playwright/test';
import { minutes, ms } from '../../renderer/domain/time';
import { Bench } from '../support/bench';
import { movableClock } from '../support/movableClock';
import { declaredAgo, seedProfile } from '../support/seedJournal';
import { changeSeverity, declare, entries, sendUpdate } from './driver';

const MINUTE = 60_000;

const bench = new Bench();
test.afterEach(() => bench.clear());

const timer = (page: Page) => page.getByTestId('update-timer');
const alarm = (page: Page) => page.getByRole('alert').filter({ hasText: 'UPDATE DUE' });

const due = async (page: Page): Promise<number> =>
  Date.parse((await timer(page).getAttribute('data-due')) ?? '');

async function declaredAt(page: Page): Promise<number> {
  const declared = entries(page).and(page.locator('[data-kind=declared]')).locator('time');
  return Date.parse((await declared.getAttribute('datetime')) ?? '');
}

/** Minutes from declaring to the promise, as it comes to stand. */
async function expectDueAfter(page: Page, count: number): Promise<void> {
  const start = await declaredAt(page);
  // The row shows whole seconds.
  await expect.poll(async () => Math.floor(((await due(page)) - start) / MINUTE)).toBe(count);
  expect((await due(page)) - start - count * MINUTE).toBeLessThan(1_000);
}

const snooze = async (page: Page, length: number, reason: string): Promise<void> => {
  await page.getByRole('button', { name: 'Snooze' }).click();
  const dialog = page.getByRole('dialog', { name: 'Snooze the update' });
  await dialog.getByRole('radio', { name: `${length} min`, exact: true }).check();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog.getByRole('button', { name: 'Snooze' }).click();
  await expect(dialog).toBeHidden();
};

const overdue = () => seedProfile([declaredAgo(minutes(20))]);

test.describe('the promise', () => {
  test('counts from declaring: 15 min at Sev 1, 30 at Sev 2, whatever was set by hand, and is the same after a restart', async () => {
    const console = await bench.launch();
    const { page } = console;
    await declare(page, { title: 'Promised', severity: 1 });
    await expectDueAfter(page, 15);
    await expect(timer(page)).toHaveAttribute('data-state', 'ok');
    await changeSeverity(page, 2, 'EU only');
    await expectDueAfter(page, 30);
    await setCadence(page, '20');
    await expectDueAfter(page, 20);
    await setCadence(page, '');
    await expectDueAfter(page, 30);
    const promised = await timer(page).getAttribute('data-due');
    await console.close();
    const again = await bench.again(console);
    await expect(timer(again.page)).toHaveAttribute('data-due', promised ?? '');
    await again.close();
  });

  test('can be paused with a reason and resumed, and both are logged', async () => {
    const { page } = await bench.launch();
    await declare(page, { title: 'Paused' });
    await page.getByRole('button', { name: 'Snooze' }).click();
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: 'Reason' })
      .fill('the status page carries it');
    await page.getByRole('button', { name: 'Pause instead' }).click();
    await expect(timer(page)).toHaveAttribute('data-state', 'paused');
    await expect(timer(page)).not.toHaveAttribute('data-due');
    await expect(entries(page).last()).toContainText('the status page carries it');
    const before = Date.now();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(timer(page)).toHaveAttribute('data-state', 'ok');
    expect((await due(page)) - before - 15 * MINUTE).toBeLessThan(5_000);
    await expect(entries(page).last()).toHaveAttribute('data-kind', 'clock');
  });

  test('copied as text is on the clipboard, and stays owed until it is marked sent', async () => {
    const { app, page } = await bench.launch();
    await declare(page, { title: 'Copied', commander: 'Dana' });
    const promised = await timer(page).getAttribute('data-due');
    await page.keyboard.press('Control+u');
    await page.getByRole('textbox', { name: 'Impact' }).fill('3 % of checkouts fail');
    await page.getByRole('textbox', { name: 'What we know' }).fill('It began with the deploy');
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await expect(page.getByText('Copied.')).toBeVisible();
    const text = await app.evaluate(({ clipboard }) => clipboard.readText());
    for (const said of ['Copied', '3 % of checkouts fail', 'It began with the deploy', 'Next update']) {
      expect(text).toContain(said);
    }
    await expect(timer(page)).toHaveAttribute('data-due', promised ?? '');
  });
});

test.describe('the alarm', () => {
  test('shows in the panel, the title and the clock, and ends when the update is marked sent', async () => {
    const { profile } = await overdue();
    const { page } = await bench.launch({ userDataDir: profile });
    await expect(alarm(page)).toContainText(/INC-0001 promised an update at \d\d:\d\d, 5 min ago/);
    await expect(timer(page)).toHaveAttribute('data-state', 'overdue');
    await expect(timer(page)).toHaveText(/^\+05:\d\d$/);
    await expect(page).toHaveTitle(/^UPDATE DUE · Sev 1 · Checkout errors/);
    const before = Date.now();
    await sendUpdate(page, { impact: 'Some users', known: 'It began', doing: 'Rolling back' });
    await expect(alarm(page)).toHaveCount(0);
    await expect(timer(page)).toHaveAttribute('data-state', 'ok');
    await expect(page).toHaveTitle(/^Sev 1 · Checkout errors/);
    const left = (await due(page)) - before;
    expect(left).toBeGreaterThan(13 * MINUTE);
    expect(left).toBeLessThanOrEqual(16 * MINUTE);
  });

  for (const length of [5, 10, 15]) {
    test(`is put off by ${length} min with a reason, which is logged and kept over a restart`, async () => {
      const { profile } = await overdue();
      const console = await bench.launch({ userDataDir: profile });
      const { page } = console;
      await expect(alarm(page)).toBeVisible();
      const before = Date.now();
      await snooze(page, length, 'on the phone with the vendor');
      await expect(alarm(page)).toHaveCount(0);
      await expect(timer(page)).toHaveAttribute('data-state', 'snoozed');
      await expect(entries(page).last()).toContainText(`${length} min`);
      await expect(entries(page).last()).toContainText('on the phone with the vendor');
      const promised = await due(page);
      expect(Math.abs(promised - before - length * MINUTE)).toBeLessThan(10_000);
      await console.close();
      const again = await bench.again(console);
      await expect(timer(again.page)).toHaveAttribute('data-state', 'snoozed');
      expect(await due(again.page)).toBe(promised);
    });
  }

  test('rings within 3 s of a start after a kill, and says that it was missed', async () => {
    const { profile } = await seedProfile([declaredAgo(ms(15 * MINUTE - 8_000))]);
    const first = await bench.launch({ userDataDir: profile });
    await expect(timer(first.page)).toHaveAttribute('data-state', 'due-soon');
    const promised = await due(first.page);
    await first.killAll();
    await expect.poll(() => Date.now() - promised, { timeout: 15_000 }).toBeGreaterThan(0);
    const { page } = await bench.again(first);
    const shown = Date.now();
    await expect(alarm(page)).toContainText('This computer slept or the console was closed.');
    expect(Date.now() - shown).toBeLessThan(3_000);
    await expect(timer(page)).toHaveAttribute('data-state', 'overdue');
  });
});

const clock = movableClock();

test.describe('with a clock that is set', () => {
  test.skip(clock === undefined, 'needs libfaketime (Debian: faketime)');
  test.beforeEach(() => clock?.set(0));

  test('due soon, due, two minutes and five minutes late ring one after the other, loud unless muted', async () => {
    const console = await bench.launch({ env: clock?.env ?? {} });
    const { page } = console;
    await declare(page, { title: 'Set' });
    await countSounds(page);
    const notified = await countNotifications(console.app);
    clock?.set(12.5 * 60);
    await expect(timer(page)).toHaveAttribute('data-state', 'due-soon');
    await expect(page.getByRole('status').filter({ hasText: 'update due soon' })).toBeVisible();
    expect(await sounds(page)).toBe(0);
    clock?.set(15.2 * 60);
    await expect(alarm(page)).toBeVisible();
    await expect.poll(() => sounds(page)).toBe(1);
    expect(await notified()).toEqual(['Update due soon', expect.stringMatching(/^Update (was )?due/)]);
    await page.getByRole('button', { name: 'Mute sound' }).click();
    clock?.set(17.2 * 60);
    await expect(alarm(page)).toContainText('2 min ago');
    expect(await sounds(page)).toBe(1);
    await page.getByRole('button', { name: 'Sound is off' }).click();
    clock?.set(20.2 * 60);
    await expect(alarm(page)).toContainText('5 min ago');
    await expect.poll(() => sounds(page)).toBe(2);
    await page.getByRole('button', { name: 'Mute sound' }).click();
    await console.close();
    const again = await bench.again(console, { env: clock?.env ?? {} });
    await expect(again.page.getByRole('button', { name: 'Sound is off' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  for (const away of ['hide', 'minimize'] as const) {
    test(`it rings while the window is ${away === 'hide' ? 'hidden' : 'minimised'}`, async () => {
      const { app, page } = await bench.launch({ env: clock?.env ?? {} });
      await declare(page, { title: 'Away' });
      await app.evaluate(({ BrowserWindow }, how) => BrowserWindow.getAllWindows()[0]?.[how](), away);
      await expect
        .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFocused()))
        .toBe(false);
      clock?.set(15.2 * 60);
      await expect.poll(() => alarm(page).textContent()).toContain('promised an update');
      await expect(page).toHaveTitle(/^UPDATE DUE/);
    });
  }

  test('set back an hour it rings all the same, by the steady clock', async () => {
    const { profile } = await seedProfile([declaredAgo(ms(15 * MINUTE - 12_000))]);
    const { page } = await bench.launch({ userDataDir: profile, env: clock?.env ?? {} });
    await expect(timer(page)).toHaveAttribute('data-state', 'due-soon');
    clock?.set(-3600);
    await expect(timer(page)).toHaveText(/^1:0\d:|^60:|^6\d:/);
    await expect(alarm(page)).toBeVisible({ timeout: 20_000 });
    await expect(timer(page)).toHaveAttribute('data-state', 'overdue');
  });
});

async function setCadence(page: Page, typed: string): Promise<void> {
  await page.getByRole('button', { name: 'Change how often updates are due' }).click();
  const dialog = page.getByRole('dialog', { name: 'How often updates are due' });
  await dialog.getByRole('textbox', { name: 'Minutes between updates' }).fill(typed);
  await dialog.getByRole('button', { name: 'Set cadence' }).click();
  await expect(dialog).toBeHidden();
}

/** Counts from now on how often the alarm opens the sound. */
async function countSounds(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counted = { sounds: 0 };
    Object.assign(globalThis, { counted });
    const Sound = globalThis.AudioContext;
    globalThis.AudioContext = class extends Sound {
      constructor() {
        super();
        counted.sounds += 1;
      }
    };
  });
}

const sounds = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { counted: { sounds: number } }).counted.sounds);

/** Takes the place of the system that shows notifications; answers the headlines so far. */
async function countNotifications(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ Notification }) => {
    const headlines: string[] = [];
    Object.assign(globalThis, { headlines });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      headlines.push(this.title);
    };
  });
  return () => app.evaluate(() => (globalThis as unknown as { headlines: readonly string[] }).headlines);
}
