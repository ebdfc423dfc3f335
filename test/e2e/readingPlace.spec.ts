/** R6: where somebody was reading and where their caret stood is there again after everything was killed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { longLog, seedProfile } from '../support/seedJournal';
import { log, pad, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

const timeline = (page: Page) => page.getByTestId('timeline');

/** The entry that stands in the middle of what is read. */
const middle = (page: Page) =>
  timeline(page).evaluate((list) => {
    const { left, top, height } = list.getBoundingClientRect();
    const row = document.elementFromPoint(left + 100, top + height / 2)?.closest('[data-entry]');
    return row?.getAttribute('data-entry') ?? 'no entry';
  });

const caret = (page: Page) =>
  pad(page).evaluate((area: HTMLTextAreaElement) => [area.selectionStart, area.selectionEnd]);

test('[DRA4] the caret and the place in the timeline are back after a kill, and the end is followed again from the end', async () => {
  const { profile, rows } = await seedProfile([longLog(300)]);
  const first = await bench.launch({ userDataDir: profile });
  await untilDurable(first.page, rows);
  await pad(first.page).pressSequentially('half a sentence');
  for (let left = 0; left < 4; left += 1) await pad(first.page).press('ArrowLeft');
  await timeline(first.page).evaluate((list) => list.scrollTo({ top: list.scrollHeight / 3 }));
  // The rows there come with the next frame.
  await expect.poll(() => middle(first.page)).not.toBe('no entry');
  // A banner or the alarm may make the list lower: only the middle is promised.
  const read = await middle(first.page);
  const kept = (): string => readFileSync(join(profile, 'drafts.ndjson'), 'utf8');
  await expect.poll(kept).toContain(read);
  await first.killAll();

  const again = await bench.again(first);
  const { page } = again;
  await untilDurable(page, rows);
  expect(await caret(page)).toEqual([11, 11]);
  await expect(pad(page)).toBeFocused();
  await expect(page.locator(`[data-entry="${read}"]`)).toBeInViewport();
  await expect(timeline(page).getByText('note 300', { exact: true })).toHaveCount(0);
  await pad(page).press('End');
  await page.getByRole('button', { name: 'Newest' }).click();
  await expect(timeline(page).getByText('note 300', { exact: true })).toBeInViewport();
  await log(page, 'followed again');
  await expect(timeline(page).getByText('followed again', { exact: true })).toBeInViewport();
  await again.close();

  const last = await bench.again(again);
  await expect(timeline(last.page).getByText('followed again', { exact: true })).toBeInViewport();
});
