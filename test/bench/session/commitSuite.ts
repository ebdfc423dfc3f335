import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Readings } from '../metrics';
import { humanPause, INPUT, ROW, type Running } from './running';

const NOTES = 20;
const NOTES_BEFORE = 2;
const ACKNOWLEDGED_MS = 3000;

/** Enter to the painted row, and Enter to the acknowledgement that it is on the disk. */
export async function measureCommits({ page }: Running, readings: Readings): Promise<void> {
  await page.locator(INPUT).focus();
  for (let i = 0; i < NOTES_BEFORE + NOTES; i += 1) {
    const text = `measured note ${i} rollback of api-gateway started by ops`;
    await page.keyboard.insertText(text);
    await pause(40);
    await page.evaluate(
      ([selector, words]) => {
        benchProbe.awaitAnswer({ event: 'keydown', key: 'Enter', selector, text: words });
      },
      [ROW, text] as const,
    );
    await page.keyboard.press('Enter');
    const seen = await page.evaluate(() => benchProbe.answer());
    if (!seen) {
      readings.problems.push('a note that was entered never became visible');
      return;
    }
    await pause(60);
    const durable = await acknowledged(page, seen.asked);
    if (i >= NOTES_BEFORE) {
      readings.add('commit.visible', seen.painted - seen.asked);
      readings.add('commit.durable', durable - seen.asked);
    }
    await humanPause(30, 80);
  }
}

/** When the page marked the row as durable; NaN when it did not in three seconds. */
async function acknowledged(page: Page, since: number): Promise<number> {
  const patience = performance.now() + ACKNOWLEDGED_MS;
  for (;;) {
    const at = await page.evaluate(
      (asked) =>
        performance.getEntriesByName('app:durable').find(({ startTime }) => startTime >= asked)?.startTime,
      since,
    );
    if (at !== undefined) return at;
    if (performance.now() > patience) return Number.NaN;
    await pause(30);
  }
}
