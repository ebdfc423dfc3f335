import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Readings } from '../metrics';
import type { Running } from './running';

const FIELD = 'search[aria-label="Find in this incident"] input';
const COUNT = 'search[aria-label="Find in this incident"] [role="status"]';
const FILTER = '[role="group"][aria-label="Filter"]';
const WORDS = ['canary', 'failover', 'us-east', 'p99', 'no 77'];
const FILTERINGS = 3;

/** Find and filter in the open incident, where the console has them. */
export async function measureFinding({ page }: Running, readings: Readings): Promise<void> {
  await page.keyboard.press('Control+f');
  await pause(500);
  if ((await page.locator(FIELD).count()) === 0)
    readings.skipped.push('find: the console has no find in the incident yet');
  else await findWords(page, readings);
  if ((await page.locator(FILTER).count()) === 0)
    readings.skipped.push('filter: the console has no filter of the timeline yet');
  else await filterLog(page, readings);
}

/** From the input to the painted number of hits. */
async function findWords(page: Page, readings: Readings): Promise<void> {
  for (const word of WORDS) {
    await page.locator(FIELD).fill('');
    await pause(200);
    await page.evaluate((selector) => {
      benchProbe.awaitAnswer({ event: 'input', selector, text: String.raw`\d+ (?:of|found)` });
    }, COUNT);
    await page.keyboard.insertText(word);
    const seen = await page.evaluate(() => benchProbe.answer());
    if (seen) readings.add('find.firstHits', seen.painted - seen.asked);
    else readings.problems.push(`find said nothing about “${word}”`);
  }
  await page.keyboard.press('Escape');
}

/** From the click on one of the choices to the list that shows only those. */
async function filterLog(page: Page, readings: Readings): Promise<void> {
  const bar = page.locator(FILTER);
  for (let i = 0; i < FILTERINGS; i += 1) {
    await bar.getByRole('button', { name: 'Filter' }).first().click();
    await pause(200);
    await page.evaluate((selector) => {
      benchProbe.awaitAnswer({ event: 'click', selector, text: 'of .* shown' });
    }, `${FILTER} [role="status"]`);
    await bar.locator('button[aria-pressed]').first().click();
    const seen = await page.evaluate(() => benchProbe.answer());
    if (seen) readings.add('find.filter', seen.painted - seen.asked);
    else readings.problems.push('the filter never said how many are shown');
    await bar.getByRole('button', { name: /Clear filter|Close/ }).click();
    await pause(200);
  }
}
