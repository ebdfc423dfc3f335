/**
 * A log as long as a bad night: 2,000 and 10,000 entries. Only what is in view is mounted, and neither
 * a key nor a new entry touches a row that was there before.
 */
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { longLog, seedProfile } from '../support/seedJournal';
import { entries, log, pad, untilDurable } from './driver';

const MOST_ROWS_MOUNTED = 200;

const bench = new Bench();
test.afterAll(() => bench.clear());

const timeline = (page: Page) => page.getByTestId('timeline');
const entry = (page: Page, text: string) =>
  entries(page).filter({ has: page.getByText(text, { exact: true }) });

/** The newest entry is wholly inside the list's visible part. */
async function expectInView(page: Page, text: string): Promise<void> {
  await expect(entry(page, text)).toBeInViewport({ ratio: 0.99 });
}

const scrollTo = (page: Page, part: number): Promise<void> =>
  timeline(page).evaluate((list, share) => {
    list.scrollTop = (list.scrollHeight - list.clientHeight) * share;
  }, part);

for (const notes of [2_000, 10_000]) {
  test.describe(`a log of ${notes} notes`, () => {
    let page: Page;
    let rows: number;

    test.beforeAll(async () => {
      const seeded = await seedProfile([longLog(notes)]);
      rows = seeded.rows;
      ({ page } = await bench.launch({ userDataDir: seeded.profile }));
    });

    test.afterAll(() => bench.clear());

    test('opens with every row acknowledged and the newest in view', async () => {
      await untilDurable(page, rows);
      await expectInView(page, `note ${notes}`);
      await expect(entries(page).last()).toHaveAttribute('aria-setsize', String(rows));
      await expect(entries(page).last()).toHaveAttribute('aria-posinset', String(rows));
    });

    test('mounts few rows, at the end, in the middle and at the start', async () => {
      await untilDurable(page, rows);
      expect(await entries(page).count()).toBeLessThanOrEqual(MOST_ROWS_MOUNTED);
      await scrollTo(page, 0);
      await expectInView(page, 'Declared Sev 1: Checkout errors');
      await expectInView(page, 'note 1');
      expect(await entries(page).count()).toBeLessThanOrEqual(MOST_ROWS_MOUNTED);
      await scrollTo(page, 0.5);
      await expect(timeline(page).getByText(`note ${notes / 2}`, { exact: true })).toBeInViewport();
      expect(await entries(page).count()).toBeLessThanOrEqual(MOST_ROWS_MOUNTED);
      await expectInOrder(page);
      await scrollTo(page, 1);
      await expectInView(page, `note ${notes}`);
    });

    test('keeps the order of 300 letters typed as fast as they come', async () => {
      const letters = Array.from({ length: 300 }, (_, i) => String.fromCharCode(97 + ((i * 7) % 26))).join(
        '',
      );
      await pad(page).focus();
      await page.keyboard.type(letters);
      await expect(pad(page)).toHaveValue(letters);
      await pad(page).fill('');
    });

    test('leaves every mounted row untouched by keys in the pad and by a new entry', async () => {
      await scrollTo(page, 1);
      await expectInView(page, `note ${notes}`);
      await watchRows(page);
      await pad(page).pressSequentially('typed while rows are watched');
      expect(await touchedRows(page)).toEqual([]);
      await pad(page).press('Enter');
      await expectInView(page, 'typed while rows are watched');
      await untilDurable(page, rows + 1);
      expect(await touchedRows(page)).toEqual([]);
      await log(page, 'and another one');
      await untilDurable(page, rows + 2);
      expect(await touchedRows(page)).toEqual([]);
      expect(await entries(page).count()).toBeLessThanOrEqual(MOST_ROWS_MOUNTED);
    });
  });
}

test('a new entry does not move the list under somebody who reads further up', async () => {
  const { profile, rows } = await seedProfile([longLog(2_000)]);
  const { page } = await bench.launch({ userDataDir: profile });
  await untilDurable(page, rows);
  await expectInView(page, 'note 2000');
  await scrollTo(page, 0.5);
  await expect(entry(page, 'note 1000')).toBeInViewport();
  // Within the list: the alarm bar of an overdue update may move the list itself.
  const place = () =>
    entry(page, 'note 1000').evaluate((row) => {
      const list = row.closest('[data-testid="timeline"]');
      // Both at one moment: the bar may come between two questions.
      return list && row.getBoundingClientRect().y - list.getBoundingClientRect().y;
    });
  const before = await place();
  expect(before).toBeGreaterThan(0);
  await log(page, 'logged while reading');
  await untilDurable(page, rows + 1);
  expect(await place()).toBe(before);
});

/** What is mounted counts up by one, without a gap or a row twice. */
async function expectInOrder(page: Page): Promise<void> {
  const places = await entries(page).evaluateAll((rows) =>
    rows.map((row) => Number(row.getAttribute('aria-posinset'))),
  );
  const first = places[0] ?? 0;
  expect(places).toEqual(places.map((_, i) => first + i));
}

/** From now on every change inside an entry that is mounted now is written down, and its replacement. */
async function watchRows(page: Page): Promise<void> {
  await timeline(page).evaluate((list) => {
    const rows = new Map(
      [...list.querySelectorAll('[data-testid=timeline-entry]')].map((row) => [row.ariaPosInSet, row]),
    );
    const touched: string[] = [];
    const observer = new MutationObserver((changes) => {
      for (const { target, type } of changes) touched.push(`${type}: ${target.textContent ?? ''}`);
    });
    const everything = { subtree: true, childList: true, attributes: true, characterData: true };
    for (const row of rows.values()) {
      // The row itself moves with the list; what it shows must not.
      for (const shown of row.children) observer.observe(shown, everything);
    }
    const replaced = (): readonly string[] =>
      [...list.querySelectorAll('[data-testid=timeline-entry]')]
        .filter((row) => rows.has(row.ariaPosInSet) && rows.get(row.ariaPosInSet) !== row)
        .map((row) => `replaced: ${row.textContent}`);
    Object.assign(globalThis, { touchedRows: () => [...touched, ...replaced()] });
  });
}

const touchedRows = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { touchedRows: () => readonly string[] }).touchedRows());
