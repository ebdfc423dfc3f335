/**
 * Dialogs and fields filled with what makes no sense: the sentence stands beside the field, what was
 * typed stays in it, nothing is logged, and the dialog goes on once the field is mended.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { journalledRows } from '../support/journalOnDisk';
import { changeSeverity, declare, durableRows, log, pad, untilDurable } from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();
let console: RunningConsole;
let page: Page;

test.beforeAll(async () => {
  console = await bench.launch();
  page = console.page;
  await declare(page, { title: 'Bad forms', commander: 'Dana' });
  await untilDurable(page, 2);
});

test.afterAll(() => bench.clear());

test.afterEach(async () => {
  const before = await durableRows(page);
  await log(page, 'typed afterwards');
  await untilDurable(page, before + 1);
});

interface Form {
  /** The button that opens it. */
  readonly open: string;
  readonly dialog: string;
  readonly submit: string;
}

async function opened({ open, dialog }: Form): Promise<Locator> {
  await page.getByRole('button', { name: open, exact: true }).first().click();
  const form = page.getByRole('dialog', { name: dialog });
  await expect(form).toBeVisible();
  return form;
}

/** Fills the fields, submits, and finds the sentence in the form, the fields as filled and nothing logged. */
async function expectTurnedDown(
  form: Form,
  fields: { readonly [label: string]: string },
  sentence: string | RegExp,
): Promise<Locator> {
  const before = await durableRows(page);
  const dialog = await opened(form);
  for (const [label, value] of Object.entries(fields)) await field(dialog, label).fill(value);
  await dialog.getByRole('button', { name: form.submit, exact: true }).click();
  await expect(dialog.getByRole('alert').filter({ hasText: sentence }).first()).toBeVisible();
  for (const [label, value] of Object.entries(fields)) await expect(field(dialog, label)).toHaveValue(value);
  expect(await durableRows(page)).toBe(before);
  return dialog;
}

const field = (form: Locator, label: string): Locator => form.getByLabel(label, { exact: true });

/** Thrown away on purpose: Escape would keep what was typed for the next time. */
async function cancelled(dialog: Locator): Promise<void> {
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(pad(page)).toBeFocused();
}

const TIMES: Form = { open: 'Edit times', dialog: 'Times', submit: 'Save times' };
const CADENCE: Form = {
  open: 'Change how often updates are due',
  dialog: 'How often updates are due',
  submit: 'Set cadence',
};
const SNOOZE: Form = { open: 'Snooze', dialog: 'Snooze the update', submit: 'Snooze' };
const SEVERITY: Form = { open: 'Severity', dialog: 'Severity', submit: 'Change severity' };
const RESTART: Form = { open: 'Restart', dialog: 'Restart', submit: 'Start' };
const TITLE: Form = { open: 'Bad forms', dialog: 'Change title', submit: 'Change title' };

const CHECK_BACK = 'Check back in (minutes)';
const LONG = 'x'.repeat(1_000_001);

const CASES: readonly (readonly [Form, { readonly [label: string]: string }, string | RegExp])[] = [
  [TIMES, { Detected: 'nonsense', Reason: 'x' }, 'That is not a time this field knows.'],
  [TIMES, { Detected: '25:99', Reason: 'x' }, 'There is no such day or time of day.'],
  [TIMES, { Detected: '2999-01-01T00:00Z', Reason: 'x' }, 'That time lies in the future.'],
  [TIMES, { 'Impact start': '-7m' }, 'Give a reason in a few words'],
  [TIMES, { Declared: '', Reason: 'x' }, 'The time of declaring can be changed, not cleared'],
  [TIMES, { Reason: 'for nothing' }, 'Nothing was changed, so nothing was logged.'],
  [CADENCE, { 'Minutes between updates': '4' }, 'Send updates every 5 to 120 minutes.'],
  [CADENCE, { 'Minutes between updates': '121' }, 'Send updates every 5 to 120 minutes.'],
  [CADENCE, { 'Minutes between updates': 'abc' }, 'Send updates every 5 to 120 minutes.'],
  [CADENCE, { 'Minutes between updates': '7.5' }, 'Send updates every 5 to 120 minutes.'],
  [SNOOZE, { Reason: '   ' }, 'Give a reason in a few words'],
  [SEVERITY, { Reason: 'no change at all' }, 'That is the severity already.'],
  [RESTART, { What: '' }, 'Say what is being done'],
  [RESTART, { What: 'the web tier', [CHECK_BACK]: '0' }, 'Check back in 1 to 240 minutes.'],
  [RESTART, { What: 'the web tier', [CHECK_BACK]: '9999' }, 'Check back in 1 to 240 minutes.'],
  [RESTART, { What: 'the web tier', [CHECK_BACK]: 'soon' }, 'Check back in 1 to 240 minutes.'],
  [TITLE, { 'What is broken?': 'x'.repeat(501) }, 'The title is longer than 500 characters.'],
  [TITLE, { 'What is broken?': '' }, 'Say what is broken in a few words'],
  [TITLE, { 'What is broken?': 'Bad forms' }, 'That is the title already.'],
  [RESTART, { What: LONG }, 'That is longer than 1,000,000 characters.'],
  [RESTART, { What: 'the web tier', Risk: LONG }, 'That is longer than 1,000,000 characters.'],
  [TIMES, { 'Impact start': '-7m', Reason: LONG }, 'That is longer than 1,000,000 characters.'],
];

for (const [form, fields, sentence] of CASES) {
  const filled = Object.entries(fields).map(
    ([label, value]) => `${label} = ${JSON.stringify(value.slice(0, 30))}`,
  );
  test(`${form.dialog} turns down ${filled.join(', ')}`, async () => {
    await cancelled(await expectTurnedDown(form, fields, sentence));
  });
}

test('a dialog that turned something down takes it once it is mended', async () => {
  const before = await durableRows(page);
  const dialog = await expectTurnedDown(TIMES, { Detected: 'nonsense', Reason: 'pager' }, 'not a time');
  await field(dialog, 'Detected').fill('-1m');
  await dialog.getByRole('button', { name: 'Save times' }).click();
  await expect(dialog).toBeHidden();
  await untilDurable(page, before + 1);
  await changeSeverity(page, 2, 'after all');
  await untilDurable(page, before + 2);
});

test.describe('the update composer', () => {
  const composer = () => page.getByRole('region', { name: 'Stakeholder update' });
  const words = ['Impact', 'What we know', 'What we are doing'];
  const cases: readonly (readonly [string, { readonly [label: string]: string }, string])[] = [
    [
      'empty fields',
      { Impact: '', 'What we know': ' ', 'What we are doing': '\n' },
      'Say at least what the impact is',
    ],
    [
      'a next update in the past',
      { Impact: 'all', 'Next update': '2020-01-01 00:00' },
      'That time has passed.',
    ],
    ['a next update counted back', { Impact: 'all', 'Next update': '-5m' }, 'That time has passed.'],
    ['a next update of nonsense', { Impact: 'all', 'Next update': 'soon' }, 'not a time this field knows'],
    ['no next update', { Impact: 'all', 'Next update': '' }, 'Say when the next update follows.'],
    [
      'a million characters',
      { Impact: 'all', 'What we know': LONG },
      'That is longer than 1,000,000 characters.',
    ],
  ];
  for (const [what, fields, sentence] of cases) {
    test(`turns down ${what}`, async () => {
      const before = await durableRows(page);
      await page.getByRole('button', { name: 'Write update' }).click();
      for (const [label, value] of Object.entries(fields)) await field(composer(), label).fill(value);
      await composer().getByRole('button', { name: 'Mark sent' }).click();
      await expect(composer().getByRole('alert').filter({ hasText: sentence })).toBeVisible();
      for (const [label, value] of Object.entries(fields)) {
        await expect(field(composer(), label)).toHaveValue(value);
      }
      expect(await durableRows(page)).toBe(before);
      for (const label of words) await field(composer(), label).fill('');
      await composer().getByRole('button', { name: 'Close' }).click();
    });
  }
});

test('names too long to be names are turned down beside their field', async () => {
  const roles = page.getByRole('region', { name: 'Roles' });
  const scribe = field(roles, 'Scribe');
  await scribe.fill(LONG);
  await scribe.press('Enter');
  await expect(roles.getByRole('alert')).toContainText('That is longer than 1,000,000 characters.');
  await expect(scribe).toHaveValue(LONG);
  await scribe.press('Escape');
});

test('editing a note turns down an empty text and a future time, and keeps both in the fields', async () => {
  await log(page, 'words to be bettered');
  const row = page.getByTestId('timeline-entry').filter({ hasText: 'words to be bettered' });
  await row.hover();
  await row.getByRole('button', { name: 'Edit' }).click();
  const editor = page.getByRole('form', { name: 'Edit entry' });
  const happened = await field(editor, 'Happened at').inputValue();
  await field(editor, 'Text').fill('  ');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('alert')).toContainText('The note is empty.');
  await field(editor, 'Text').fill('better words');
  await field(editor, 'Happened at').fill('2999-01-01T00:00Z');
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor.getByRole('alert')).toContainText('That time lies in the future.');
  await expect(field(editor, 'Text')).toHaveValue('better words');
  await field(editor, 'Happened at').fill(happened);
  await editor.getByRole('button', { name: 'Save' }).click();
  await expect(editor).toBeHidden();
  const edited = page.getByTestId('timeline-entry').filter({ hasText: 'better words' });
  await expect(edited).toContainText('edited');
});

test('everything that said “Saved” is there after three launches', async () => {
  const before = await durableRows(page);
  await log(page, 'the last one');
  await untilDurable(page, before + 1);
  expect(JSON.stringify(journalledRows(console.profile))).not.toContain('x'.repeat(600));
  await expectAllKept(bench, console);
  console = await bench.again(console);
  page = console.page;
  await untilDurable(page, before + 4);
});
