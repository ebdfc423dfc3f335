/** Every field a person can type into, killed in the middle of a word. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { declare, log, pad, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

interface Form {
  readonly button: string;
  readonly dialog: string;
  readonly fields: readonly string[];
}

const FORMS: readonly Form[] = [
  { button: 'Severity', dialog: 'Severity', fields: ['Reason'] },
  { button: 'Edit times', dialog: 'Times', fields: ['Detected', 'Reason'] },
  { button: 'Roll back', dialog: 'Roll back', fields: ['What', 'Risk', 'Check back in (minutes)'] },
  { button: 'Snooze', dialog: 'Snooze the update', fields: ['Reason'] },
  { button: 'Resolve', dialog: 'Resolve', fields: ['How it ended'] },
  { button: 'Declare incident', dialog: 'Declare incident', fields: ['What is broken?'] },
];

const dialogOf = (page: Page, { dialog }: Form) => page.getByRole('dialog', { name: dialog });

async function typeInto(page: Page, form: Form): Promise<void> {
  await page.getByRole('button', { name: form.button, exact: true }).first().click();
  for (const field of form.fields) {
    await dialogOf(page, form).getByLabel(field, { exact: true }).click();
    await page.keyboard.press('End');
    await page.keyboard.type(`half of ${field}`);
  }
}

async function expectTyped(page: Page, form: Form): Promise<void> {
  for (const field of form.fields) {
    await expect(dialogOf(page, form).getByLabel(field, { exact: true })).toHaveValue(
      new RegExp(`half of ${field.replace(/[()?]/g, '\\$&')}$`),
    );
  }
}

test('every dialog killed in mid-word stands open again with its words, and the rest keeps theirs', async () => {
  let console = await bench.launch();
  await declare(console.page, { title: 'Drafts', commander: 'Dana' });
  await untilDurable(console.page, 2);
  for (const form of FORMS) {
    await typeInto(console.page, form);
    // The last key is on its way to the main process.
    await pause(50);
    await console.killAll();
    console = await bench.again(console);
    await expectTyped(console.page, form);
    await expect(dialogOf(console.page, form).locator(':focus')).toHaveCount(1);
    await console.page.keyboard.press('Escape');
    await expect(console.page.getByRole('dialog')).toHaveCount(0);
    await expect(pad(console.page)).toBeFocused();
  }
  for (const form of FORMS) {
    await console.page.getByRole('button', { name: form.button, exact: true }).first().click();
    await expectTyped(console.page, form);
    await console.page.keyboard.press('Escape');
  }
  await log(console.page, 'the pad was not disturbed');
});

test('a kill in mid-word costs the pad at most the last key', async () => {
  let console = await bench.launch();
  await declare(console.page, { title: 'Keys' });
  await untilDurable(console.page, 1);
  let typed = '';
  for (let round = 0; round < 4; round += 1) {
    await pad(console.page).press('End');
    for (const letter of `round ${round} `) {
      await console.page.keyboard.type(letter);
      typed += letter;
    }
    await console.killAll();
    console = await bench.again(console);
    const kept = await pad(console.page).inputValue();
    expect(typed.startsWith(kept)).toBe(true);
    expect(typed.length - kept.length).toBeLessThanOrEqual(1);
    typed = kept;
  }
});

test('what is typed is in the file of drafts while the typing goes on', async () => {
  const { page, profile } = await bench.launch();
  await declare(page, { title: 'File' });
  await pad(page).pressSequentially('while I type this', { delay: 15 });
  await pause(200);
  expect(readFileSync(join(profile, 'drafts.ndjson'), 'utf8')).toContain('while I type this');
});
