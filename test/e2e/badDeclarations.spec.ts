/**
 * Incidents declared twice, with titles that are none, and with text that looks like a program; and
 * times that a clock skipped or showed twice.
 */
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { journalledRows } from '../support/journalOnDisk';
import { assign, declare, entries, log, pad, sendUpdate, untilDurable } from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();

test.afterEach(() => bench.clear());

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Declare incident' });
const titleOf = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'What is broken?' });
const declared = ({ profile }: RunningConsole) =>
  journalledRows(profile).filter(({ event }) => event.type === 'incident-declared');

async function asked(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: 'Declare incident' }).first().click();
  await titleOf(page).fill(title);
}

test('the same title declared twice is pointed out, and a second one made only when asked again', async () => {
  const console = await bench.launch();
  const { page } = console;
  await declare(page, { title: 'Checkout errors', commander: 'Dana' });
  await asked(page, '  checkout  ERRORS ');
  await titleOf(page).press('Enter');
  await expect(dialogOf(page).getByRole('alert')).toContainText('“Checkout errors” is live already.');
  expect(declared(console)).toHaveLength(1);
  await dialogOf(page).getByRole('button', { name: 'Open INC-0001' }).click();
  await expect(dialogOf(page)).toBeHidden();
  await untilDurable(page, 2);
  await asked(page, 'Checkout errors');
  await titleOf(page).press('Enter');
  await expect(dialogOf(page).getByRole('alert')).toBeVisible();
  await titleOf(page).press('Enter');
  await untilDurable(page, 2);
  await expect.poll(() => declared(console).length).toBe(2);
  await expectAllKept(bench, console);
});

test('Enter pressed twice at once, or a double click, declares one incident', async () => {
  const console = await bench.launch();
  const { page } = console;
  await asked(page, 'Twice');
  await titleOf(page).evaluate((field) => {
    if (!(field instanceof HTMLInputElement)) throw new Error('no field');
    for (let times = 0; times < 3; times += 1) field.form?.requestSubmit();
  });
  await expect(dialogOf(page)).toBeHidden();
  await untilDurable(page, 1);
  await asked(page, 'With the keys');
  await Promise.all([page.keyboard.press('Enter'), page.keyboard.press('Enter')]);
  await expect(dialogOf(page)).toBeHidden();
  await asked(page, 'With the mouse');
  await dialogOf(page).getByRole('button', { name: 'Declare', exact: true }).dblclick();
  await expect(dialogOf(page)).toBeHidden();
  await log(page, 'goes on');
  await untilDurable(page, 2);
  expect(declared(console).map(({ event }) => event['title'])).toHaveLength(3);
});

test('a title that is none is turned down beside its field and kept', async () => {
  const console = await bench.launch();
  const { page } = console;
  for (const [title, sentence] of [
    ['', 'Say what is broken in a few words'],
    ['   ', 'Say what is broken in a few words'],
    ['x'.repeat(501), 'The title is longer than 500 characters.'],
  ] as const) {
    await asked(page, title);
    await titleOf(page).press('Enter');
    await expect(dialogOf(page).getByRole('alert')).toContainText(sentence);
    await expect(titleOf(page)).toHaveValue(title);
    await expect(titleOf(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(dialogOf(page)).toBeHidden();
  }
  await asked(page, 'x'.repeat(500));
  await titleOf(page).press('Enter');
  await untilDurable(page, 1);
});

test('line breaks pasted into a title become blanks', async () => {
  const console = await bench.launch();
  const { page } = console;
  await asked(page, '');
  await console.app.evaluate(({ clipboard }) => clipboard.writeText('Checkout\r\nerrors\nEU'));
  await titleOf(page).press('Control+v');
  await titleOf(page).press('Enter');
  await untilDurable(page, 1);
  expect(declared(console)[0]?.event['title']).toBe('Checkout errors EU');
});

test('an impact start of nonsense or of tomorrow is turned down beside its field', async () => {
  const { page } = await bench.launch();
  await asked(page, 'Backfilled');
  await dialogOf(page).getByRole('button', { name: 'More' }).click();
  const start = dialogOf(page).getByRole('textbox', { name: 'Impact started at' });
  for (const [typed, sentence] of [
    ['nonsense', 'That is not a time this field knows.'],
    ['2999-01-01T00:00Z', 'That time lies in the future.'],
  ] as const) {
    await start.fill(typed);
    await dialogOf(page).getByRole('button', { name: 'Declare', exact: true }).click();
    await expect(dialogOf(page).getByRole('alert')).toContainText(sentence);
    await expect(start).toHaveValue(typed);
  }
  await start.fill('-5m');
  await start.press('Enter');
  await untilDurable(page, 2);
});

test('markup in titles, names, notes, attempts and updates stays text and makes no element', async () => {
  const console = await bench.launch();
  const { page } = console;
  const evil = '<img src=x onerror="document.title=1"><b>bold</b><script>document.title=2</script>';
  await declare(page, { title: evil, commander: `Dana ${evil}` });
  await assign(page, 'Scribe', `Kofi ${evil}`);
  await log(page, `# ${evil} [link](javascript:alert(1)) ![x](https://evil.example/x.png)`);
  await sendUpdate(page, { impact: evil, known: evil, doing: evil });
  await page.getByRole('button', { name: 'Restart' }).click();
  await page.getByRole('dialog', { name: 'Restart' }).getByLabel('What', { exact: true }).fill(evil);
  await page.keyboard.press('Enter');
  await untilDurable(page, 6);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(evil);
  await expect(page.locator('img, iframe, object, embed, b, body script, a')).toHaveCount(0);
  const inRows = await entries(page).evaluateAll((rows) =>
    rows.flatMap((row) => [...row.querySelectorAll('bdi *')].map(({ outerHTML }) => outerHTML)),
  );
  expect(inRows).toEqual([]);
  await expect(entries(page).filter({ hasText: evil })).not.toHaveCount(0);
  expect(await page.title()).toContain(evil);
  await expectAllKept(bench, console);
});

test('a time the clocks skipped is turned down, one they showed twice is asked about', async () => {
  const console = await bench.launch({ env: { TZ: 'Europe/Berlin' } });
  const { page } = console;
  await declare(page, { title: 'Summer time' });
  const skipped = '/at 2025-03-30 02:30 nobody saw it';
  await pad(page).fill(skipped);
  await pad(page).press('Enter');
  const alert = page.getByRole('region', { name: 'Note pad' }).getByRole('alert');
  await expect(alert).toContainText('That time did not exist: the clocks went forward over it.');
  await expect(pad(page)).toHaveValue(skipped);
  for (const [choice, at] of [
    [0, '2025-10-26T00:30:00.000Z'],
    [1, '2025-10-26T01:30:00.000Z'],
  ] as const) {
    await pad(page).fill(`/at 2025-10-26 02:30 choice ${choice}`);
    await pad(page).press('Enter');
    await expect(alert).toContainText('That time happened twice: the clocks went back over it.');
    await alert.getByRole('button').nth(choice).click();
    await expect(pad(page)).toHaveValue('');
    await expect(pad(page)).toBeFocused();
    await expect(
      entries(page)
        .filter({ hasText: `choice ${choice}` })
        .locator('time'),
    ).toHaveAttribute('datetime', at);
  }
  await untilDurable(page, 3);
});
