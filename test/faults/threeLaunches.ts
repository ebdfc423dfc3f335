/**
 * Three launches with a write in each, because the first one hides the damage: Chromium appends behind a
 * torn record, and throws the store away at the launch after that.
 */
import { expect, type Page } from '@playwright/test';
import type { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { entries, log, pad, untilDurable } from '../e2e/driver';
import { copiedRows, missingIn, readableRows, type RowsByKey } from './rowsOnDisk';
import { figure } from './runs';
import type { Template } from './templateProfile';

export interface Found {
  /** Rows that were in none of the two stores at one of the launches. */
  readonly missing: readonly string[];
  /** Every sentence that was shown, of all launches. */
  readonly told: string;
}

export interface Launched {
  readonly bench: Bench;
  readonly profile: string;
  readonly template: Template;
  /** What is looked at while a console is in use, before it is ended. */
  readonly meanwhile?: (console: RunningConsole) => Promise<void>;
}

/** Launches, looks for every row, writes one more and closes: three times. Counts the figures. */
export async function threeLaunches({ bench, profile, template, meanwhile }: Launched): Promise<Found> {
  const missing = new Set<string>();
  const told = new Set<string>();
  const { home } = template;
  let rows = template.rows;
  let open = template.openRows;
  for (const launch of [1, 2, 3]) {
    const console = await bench.launch({ userDataDir: profile, home });
    const { page } = console;
    await openIncident(page);
    await untilDurable(page, open);
    await expect(entries(page).last()).toHaveAttribute('aria-setsize', String(open));
    await log(page, `written at launch ${launch}`);
    open += 1;
    await untilDurable(page, open);
    await meanwhile?.(console);
    const stores = [readableRows(profile), await copiedRows(page)];
    for (const key of missingIn(rows, stores)) missing.add(key);
    for (const sentence of await sentences(page)) told.add(sentence);
    rows = withNew(rows, stores);
    await console.close();
  }
  figure('unrecovered rows', missing.size);
  return { missing: [...missing], told: [...told].join(' ') };
}

/** Settings say which incident stood open; without them it is opened by hand. */
async function openIncident(page: Page): Promise<void> {
  const known = page.getByRole('button', { name: 'Checkout errors' }).first();
  await expect(pad(page).or(known).first()).toBeVisible();
  if (!(await pad(page).isVisible())) await known.click();
}

async function sentences(page: Page): Promise<readonly string[]> {
  const shown = page.getByRole('alert').or(page.getByRole('status'));
  return (await shown.allInnerTexts()).map((text) => text.trim()).filter((text) => text !== '');
}

function withNew(rows: RowsByKey, stores: readonly RowsByKey[]): RowsByKey {
  return new Map([...stores.flatMap((store) => [...store]), ...rows]);
}
