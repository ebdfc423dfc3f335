import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { PlaceName } from '../metrics';
import type { Subject } from '../subjects/subject';
import type { Attached } from './launched';

/** A started subject as the suites see it. */
export interface Running extends Attached {
  readonly pid: number;
  readonly spawnedAt: number;
  readonly subject: Subject;
  readonly place: PlaceName;
  readonly size: number;
}

export const INPUT = '[data-testid="scribe-input"]';
export const ROW = '[data-testid="timeline-entry"]';

const MARK_MS = 120_000;

/** Waits until the page has set a mark; its time on the page's clock. */
export async function untilMarked(page: Page, name: string): Promise<number> {
  const patience = performance.now() + MARK_MS;
  for (;;) {
    const at = await page.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime, name);
    if (at !== undefined) return at;
    if (performance.now() > patience) throw new Error(`The page never set the mark ${name}.`);
    await pause(100);
  }
}

/** Empties the field and puts the cursor into it. */
export async function clearInput(page: Page): Promise<void> {
  await page.locator(INPUT).evaluate((field: HTMLTextAreaElement) => {
    field.focus();
    field.select();
  });
  await page.keyboard.press('Backspace');
  await pause(60);
}

/** A pause as between the keys of somebody who types fast, never in step with the frames. */
export const humanPause = (least: number, most: number): Promise<void> =>
  pause(least + Math.random() * (most - least));
