import { setTimeout as pause } from 'node:timers/promises';
import type { Readings } from '../metrics';
import { INPUT, untilMarked, type Running } from './running';

/** From the spawn to the console's own marks and the first paint, read when all is over. */
export async function measureStart(running: Running, settleMs: number, readings: Readings): Promise<void> {
  const { page, spawnedAt } = running;
  const interactive = await untilMarked(page, 'app:interactive');
  const holdsRows = running.place !== 'new' && running.subject.name !== 'bare';
  const data = holdsRows ? await untilMarked(page, 'app:data') : Number.NaN;
  const { origin, painted } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    painted: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
  }));
  const navigation = origin - spawnedAt;
  // It must take keys and have shown something.
  const usable = Math.max(interactive, painted);
  readings.add('start.navigation', navigation);
  readings.add('start.pageWork', usable);
  readings.add('start.usable', navigation + usable);
  readings.add('start.data', navigation + data);
  if (navigation + Math.max(usable, data || 0) > settleMs)
    readings.problems.push('it started so late that the debugger came before it was ready');
}

/** The first key after the start: would show a mark that was set too early. */
export async function measureFirstKey({ page }: Running, readings: Readings): Promise<void> {
  const field = page.locator(INPUT);
  if ((await field.count()) === 0) return;
  await field.focus();
  await page.keyboard.press('x');
  await pause(150);
  const [key] = await page.evaluate(() => benchProbe.takeKeys());
  if (key) readings.add('start.firstKey', key.painted - key.pressed);
  else readings.problems.push('the first key did not reach the field');
}
