import type { Locator, Page } from '@playwright/test';
import { declare, entries, log, pad, untilDurable } from '../e2e/driver';
import type { RunningConsole } from '../support/electronApp';
import { between } from './specimen';

/** A place for text that is not committed; opens what it stands in if that is not open. */
export type Field = (page: Page) => Promise<Locator>;

/** Where text can stand uncommitted for long. */
export const FIELDS = [
  [
    'the note pad',
    async (page) => {
      // A dialog that came back with its text stands before it.
      if (await appears(page.getByRole('dialog'))) await page.keyboard.press('Escape');
      return pad(page);
    },
  ],
  [
    'a stakeholder update',
    async (page) => {
      const field = page
        .getByRole('region', { name: 'Stakeholder update' })
        .getByLabel('Impact', { exact: true });
      if (!(await appears(field))) await page.getByRole('button', { name: 'Write update' }).click();
      return field;
    },
  ],
  [
    'a note that is being reworded',
    async (page) => {
      const field = page.getByRole('form', { name: 'Edit entry' }).getByLabel('Text', { exact: true });
      if (await appears(field)) return field;
      const row = entries(page).filter({ hasText: 'a note to be reworded' });
      await row.hover();
      await row.getByRole('button', { name: 'Edit' }).click();
      return field;
    },
  ],
  [
    'a dialog',
    async (page) => {
      const field = page.getByLabel('What is broken?', { exact: true });
      // After a start the dialog opens by itself, once what was typed in it is read.
      if (!(await appears(field))) {
        await page.getByRole('button', { name: 'Declare incident' }).first().click();
      }
      return field;
    },
  ],
] as const satisfies readonly (readonly [string, Field])[];

/** What was typed before a fault struck. */
export interface Typing {
  readonly text: string;
  /** When each key was pressed; those whose press was not finished are left out. */
  readonly pressedAt: readonly number[];
}

export async function declareWithNote({ page }: RunningConsole): Promise<void> {
  await declare(page, { title: 'Typing' });
  await log(page, 'a note to be reworded');
  await untilDurable(page, 2);
}

/** Selects what stands in the field, to be typed over; awaited, because a kill may come at once behind it. */
export async function readyToType(field: Locator): Promise<void> {
  await field.press('Control+a');
}

/**
 * Types where the caret is, key by key and as fast as a person who types very fast, until the
 * page answers no more. To be started, not awaited, before the fault; the promise ends with what was typed.
 */
export async function typeUntilDead(page: Page): Promise<Typing> {
  const pressedAt: number[] = [];
  let text = '';
  try {
    for (;;) {
      const key = String.fromCharCode(97 + Math.floor(between(0, 26)));
      const now = Date.now();
      text += key;
      await page.keyboard.press(key, { delay: between(0, 15) });
      pressedAt.push(now);
    }
  } catch {
    return { text, pressedAt };
  }
}

/** How many finished keystrokes are not in what came back; NaN when it is another text. */
export function keysMissing({ text, pressedAt }: Typing, cameBack: string): number {
  return text.startsWith(cameBack) ? Math.max(0, pressedAt.length - cameBack.length) : Number.NaN;
}

async function appears(field: Locator): Promise<boolean> {
  await field.waitFor({ state: 'visible', timeout: 1_500 }).catch(() => undefined);
  return field.isVisible();
}
