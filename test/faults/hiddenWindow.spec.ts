/**
 * F12: Chromium slows the timers of a hidden window to one tick a minute, after some minutes even with care. An
 * alarm that falls due meanwhile still rings on time, again and again. Long version only: it takes minutes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { minutes } from '../../renderer/domain/time';
import { Bench } from '../support/bench';
import { declaredAgo, seedProfile } from '../support/seedJournal';
import { figure, longTest } from './runs';

const bench = new Bench();
/** The promise of a Sev 1 that was declared so long ago falls due when the window was hidden for six minutes. */
const DECLARED_AGO = minutes(8.5);
const MOST_LATE_MS = 1_500;

test.afterEach(() => bench.clear());

/** Writes down when the page first shows the alarm. */
const watchAlarm = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const look = (): void => {
      const timer = document.querySelector('[data-testid="update-timer"]');
      if (timer?.getAttribute('data-state') !== 'overdue') return;
      watching.disconnect();
      Reflect.set(window, 'rangAt', Date.now());
    };
    const watching = new MutationObserver(look);
    watching.observe(document.body, { subtree: true, attributes: true, childList: true });
  });

const rangAt = (page: Page): Promise<number | null> =>
  page.evaluate(() => (Reflect.get(window, 'rangAt') as number | undefined) ?? null);

longTest('an alarm rings within a second and a half in a window hidden for six minutes', async () => {
  test.setTimeout(600_000);
  const { profile } = await seedProfile([declaredAgo(DECLARED_AGO)]);
  const { app, page } = await bench.launch({ userDataDir: profile });
  const timer = page.getByTestId('update-timer');
  const due = Date.parse((await timer.getAttribute('data-due')) ?? '');
  await watchAlarm(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  expect(due - Date.now()).toBeGreaterThan(minutes(5.5));
  await pause(due - Date.now() - 1_000);
  expect(await rangAt(page)).toBeNull();
  await expect.poll(() => rangAt(page), { timeout: 20_000 }).not.toBeNull();
  const late = ((await rangAt(page)) ?? Number.NaN) - due;
  figure('alarm in a window hidden for 6 min, ms late', late);
  expect(late).toBeGreaterThanOrEqual(-50);
  expect(late).toBeLessThanOrEqual(MOST_LATE_MS);
});
