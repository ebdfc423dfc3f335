import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Readings } from '../metrics';
import { runMs } from '../system/processReadings';
import { clearInput, humanPause, type Running } from './running';

const KEYS = 80;
/** Not measured: fonts, caches and compiled code come with the first letters. */
const KEYS_BEFORE = 8;
const LETTERS = 'the quick brown fox jumps over the lazy dog ';

/** Each key from the moment it was pressed to the paint that shows it, and the CPU that all of it took. */
export async function measureTyping({ page, pid }: Running, readings: Readings): Promise<void> {
  await clearInput(page);
  await typeKeys(page, KEYS_BEFORE);
  await page.evaluate(() => benchProbe.takeKeys());
  const before = runMs(pid);
  await typeKeys(page, KEYS);
  readings.add('typing.cpuPerKey', (runMs(pid) - before) / KEYS);
  const keys = await page.evaluate(() => benchProbe.takeKeys());
  if (keys.length !== KEYS) readings.problems.push(`of ${KEYS} keys the page saw ${keys.length}`);
  readings.add('typing.paint', ...keys.map(({ pressed, painted }) => painted - pressed));
  await clearInput(page);
}

async function typeKeys(page: Page, count: number): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    await page.keyboard.press(LETTERS[i % LETTERS.length] ?? ' ');
    await humanPause(60, 110);
  }
  await pause(150);
}
