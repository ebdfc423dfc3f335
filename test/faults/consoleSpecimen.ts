import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { declare, durableRows, entries, log, pad, saved, untilDurable } from '../e2e/driver';
import { expectBothStores } from '../e2e/relaunches';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { journalledNotes, journalledRows } from '../support/journalOnDisk';
import { listening, type Specimen, type Started } from './specimen';

/** Declaring writes one row; the numbered ones come behind it. */
export const DECLARED = 1;

/** The built console; its numbered rows are notes, typed into the pad. */
export const consoleSpecimen: Specimen = {
  start: async ({ profile, home }) => {
    const isNew = !existsSync(join(profile, 'journal'));
    const console = await launchConsole({ userDataDir: profile, home });
    try {
      if (isNew) await declare(console.page, { title: 'Numbered' });
      return await started(console);
    } catch (error) {
      await console.killAll();
      throw error;
    }
  },
};

async function started(console: RunningConsole): Promise<Started> {
  const { page } = console;
  const durable = await listening(page);
  await expect(saved(page)).not.toHaveAttribute('data-durable', '0', { timeout: 20_000 });
  await page.evaluate(() => {
    const tell = (element: Element): void => {
      const { toldToTheTest } = window as unknown as { toldToTheTest: (n: number) => void };
      toldToTheTest(Number(element.getAttribute('data-durable')));
    };
    new MutationObserver((changes) => {
      for (const { target } of changes) if (target instanceof Element) tell(target);
    }).observe(document.body, { subtree: true, attributeFilter: ['data-durable'] });
  });
  return {
    ...console,
    acknowledged: () => Math.max(0, durable() - DECLARED),
    keepWriting: (first) => keepTyping(page, first),
    write: async (number) => {
      const before = await durableRows(page);
      await log(page, `row ${number}`);
      await untilDurable(page, before + 1);
    },
    present: () => inEveryPlace(console),
  };
}

/** Journal, window and working copy must agree; the numbers of their notes. */
async function inEveryPlace(console: RunningConsole): Promise<ReadonlySet<number>> {
  await expect(async () => {
    const rows = journalledRows(console.profile);
    await expect(saved(console.page)).toHaveAttribute('data-durable', String(rows.length), { timeout: 500 });
    // What was on its way when it died comes in behind what was saved.
    const waiting = entries(console.page).filter({ hasText: 'not saved yet' });
    await expect(waiting).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await expectBothStores(console, journalledRows(console.profile));
  return numbersOf(journalledNotes(console.profile));
}

export const numbersOf = (notes: readonly string[]): ReadonlySet<number> =>
  new Set(notes.flatMap((note) => /^row (\d+)$/.exec(note)?.slice(1).map(Number) ?? []));

/** Types notes into the pad as the program itself takes them, one every few milliseconds. */
async function keepTyping(page: Page, first: number): Promise<void> {
  await pad(page).evaluate((area, start) => {
    if (!(area instanceof HTMLTextAreaElement)) throw new Error('the pad is no textarea');
    let number = start;
    setInterval(() => {
      area.value = `row ${number}`;
      number += 1;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    }, 5);
  }, first);
}
