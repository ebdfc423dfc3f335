/**
 * The window at every width a call leaves it, with the longest words people paste: nothing scrolls
 * sideways, and the pad, the header and the clock stay in sight.
 */
import { expect, test, type Locator, type Page } from '@playwright/test';
import { epochMs, later, minutes, ms } from '../../renderer/domain/time';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { declaredAgo, declaring, seedProfile, type Deed } from '../support/seedJournal';
import { entries, log, pad } from './driver';
import { resize, THEMES, setTheme, type Size } from './view';

const SIZES: readonly Size[] = [
  { width: 320, height: 900 },
  { width: 480, height: 640 },
  { width: 800, height: 600 },
  { width: 800, height: 900 },
  { width: 1280, height: 800 },
  { width: 1440, height: 900 },
];
const DIALOG_KEYS = ['n', 'Shift+s', 'Shift+b', 'Shift+l', 'Shift+e', 'Shift+r', '/'].map(
  (key) => `Control+${key}`,
);
const TABS = ['Timeline', 'Roles', 'Mitigate', 'Actions'] as const;

const UNBROKEN_TITLE = 'CheckoutErrorsAfterWebDeploy'.repeat(8).slice(0, 200);
const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
const LONG_WORD = 'x'.repeat(5_000);
const LONG_LINK = `https://status.example/${'incident/'.repeat(60)}`;

const bench = new Bench();
let console: RunningConsole;
let page: Page;

test.beforeAll(async () => {
  const { profile } = await seedProfile(
    [declaredAgo(minutes(90), { title: `Also ${UNBROKEN_TITLE}` }), overlong()],
    { userName: LONG_NAME },
  );
  console = await bench.launch({ userDataDir: profile });
  ({ page } = console);
  await expect(page.getByRole('alert').filter({ hasText: 'UPDATE DUE' })).toBeVisible();
  await expect(page.getByText('Rebuilt from the journal')).toBeVisible();
});

test.afterAll(() => bench.clear());

/** A drill 20 minutes old, so that its alarm rings, in which every text is as long as it gets. */
function overlong(): readonly Deed[] {
  const start = epochMs(Date.now() - minutes(20));
  const commands: readonly Deed['command'][] = [
    declaring({ title: UNBROKEN_TITLE, commander: LONG_NAME, number: 2, drill: true }),
    { type: 'assign-role', role: 'scribe', person: LONG_NAME },
    { type: 'assign-role', role: 'expert', person: LONG_NAME, area: LONG_NAME },
    { type: 'log-note', kind: 'note', text: LONG_WORD, at: start },
    {
      type: 'attempt-mitigation',
      action: 'rollback',
      what: UNBROKEN_TITLE,
      owner: LONG_NAME,
      checkBackIn: minutes(5),
    },
    { type: 'add-action-item', text: UNBROKEN_TITLE },
    { type: 'log-note', kind: 'note', text: LONG_LINK, at: start },
  ];
  return commands.map((command, i) => ({ at: later(start, ms(i * 1000)), command }));
}

for (const size of SIZES) {
  test(`at ${size.width}×${size.height} nothing scrolls sideways, in any pane, tab, theme or composer`, async () => {
    await resize(console, size);
    for (const theme of THEMES) {
      await setTheme(console, theme);
      for (const tab of await shownTabs()) {
        await tab?.click();
        await expectNothingSideways();
      }
    }
    await page.keyboard.press('Control+u');
    await expectNothingSideways();
    await page.keyboard.press('Escape');
    await expectNothingSideways();
  });

  test(`at ${size.width}×${size.height} the pad, the title and both clocks are in sight under an alarm and a notice`, async () => {
    await resize(console, size);
    for (const tab of await shownTabs()) {
      await tab?.click();
      await expectInSight(pad(page));
      await expectInSight(page.getByRole('heading', { level: 1 }));
      await expectInSight(page.getByRole('timer', { name: 'Next update' }));
      await expectInSight(page.getByRole('timer', { name: 'Elapsed' }));
    }
    await page.keyboard.press('Control+u');
    await expectInSight(pad(page));
    await expectInSight(page.getByRole('timer', { name: 'Next update' }));
    await page.keyboard.press('Escape');
  });
}

for (const width of [320, 480]) {
  test(`at ${width} wide every dialog and the start screen fit`, async () => {
    await resize(console, { width, height: 640 });
    for (const keys of DIALOG_KEYS) {
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNothingSideways();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    }
    await page.keyboard.press('Control+Shift+h');
    await expect(page.getByRole('heading', { name: 'Incidents', exact: true })).toBeVisible();
    await expectNothingSideways();
    await page.keyboard.press('Escape');
    await expect(pad(page)).toBeFocused();
  });
}

test('the smallest window still shows the pad and the clock, and takes a note', async () => {
  await resize(console, { width: 480, height: 480 });
  await page.getByRole('button', { name: 'Dismiss this message' }).click();
  await log(page, 'from the smallest window');
  await expectInSight(pad(page));
  await expectInSight(page.getByRole('timer', { name: 'Next update' }));
  await expectNothingSideways();
});

test('the smallest window leaves the timeline 150 px, and the composer its place while it is open', async () => {
  await resize(console, { width: 480, height: 480 });
  const dismiss = page.getByRole('button', { name: 'Dismiss this message' });
  while (await dismiss.first().isVisible()) await dismiss.first().click();
  await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: 'Timeline' }).click();
  expect((await page.getByTestId('timeline').boundingBox())?.height).toBeGreaterThanOrEqual(150);
  await page.keyboard.press('Control+u');
  const composer = page.getByRole('region', { name: 'Stakeholder update' });
  expect((await composer.boundingBox())?.height).toBeGreaterThanOrEqual(200);
  for (const name of ['Impact', 'What we know', 'What we are doing', 'Next update']) {
    await composer.getByRole('textbox', { name }).focus();
    await expectInSight(composer.getByRole('textbox', { name }));
    await expectInSight(composer.getByRole('button', { name: 'Mark sent' }));
  }
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('timeline')).toBeVisible();
});

test('a row’s buttons cover no text, and no row changes its height under the pointer', async () => {
  for (const size of SIZES) {
    await resize(console, size);
    const tabs = page.getByRole('navigation', { name: 'Panes' });
    if (await tabs.isVisible()) await tabs.getByRole('button', { name: 'Timeline' }).click();
    const row = entries(page).last();
    const height = (await row.boundingBox())?.height;
    await row.getByRole('button', { name: 'Edit' }).focus();
    expect((await row.boundingBox())?.height).toBe(height);
    expect(await row.evaluate(coveredText)).toEqual([]);
  }
});

test('every row’s text begins at the same place, long or short, and has the room there is', async () => {
  for (const text of ['ok', 'db01 is read-only '.repeat(12)]) await log(page, text);
  for (const size of SIZES) {
    await resize(console, size);
    const tabs = page.getByRole('navigation', { name: 'Panes' });
    if (await tabs.isVisible()) await tabs.getByRole('button', { name: 'Timeline' }).click();
    const [short, long] = await Promise.all([-2, -1].map((i) => textBox(entries(page).nth(i))));
    expect(short?.left).toBe(long?.left);
    // Its own width less the time, the glyph and the buttons; a word may not fit into the rest of a line.
    expect(long?.width).toBeGreaterThan(Math.min(500, (long?.row ?? 0) - 300));
  }
});

test('the narrow window shows each pane under its tab, and the pad under all of them', async () => {
  await resize(console, { width: 800, height: 900 });
  const panes: { readonly [T in (typeof TABS)[number]]: Locator } = {
    Timeline: entries(page).last(),
    Roles: page.getByRole('region', { name: 'Roles' }),
    Mitigate: page.getByRole('region', { name: 'Mitigate first' }),
    Actions: page.getByRole('region', { name: /^Action items/ }),
  };
  for (const tab of TABS) {
    await page.getByRole('navigation', { name: 'Panes' }).getByRole('button', { name: tab }).click();
    for (const other of TABS) await expect(panes[other]).toBeVisible({ visible: other === tab });
    await expectInSight(panes[tab]);
    await expectInSight(pad(page));
    await log(page, `written under ${tab}`);
  }
  await page.getByRole('button', { name: 'Timeline', exact: true }).click();
  await expectInSight(entries(page).last());
});

test('a narrow header names the phase and unfolds the others', async () => {
  await resize(console, { width: 480, height: 800 });
  const phases = page.getByRole('navigation', { name: 'Phase' });
  await expect(phases.getByRole('button')).toHaveText(['Phase: Detection (1 of 6)']);
  await phases.getByRole('button').click();
  await phases.getByRole('button', { name: 'Triage' }).click();
  await expect(phases.getByRole('button')).toHaveText(['Phase: Triage (2 of 6)']);
  await expect(pad(page)).toBeFocused();
});

/** The tabs where there are any; the wide window shows all panes at once. */
async function shownTabs(): Promise<readonly (Locator | undefined)[]> {
  const tabs = page.getByRole('navigation', { name: 'Panes' }).getByRole('button');
  return (await tabs.count()) === 0 ? [undefined] : tabs.all();
}

/** Neither the page nor a pane is wider inside than outside, and no control sticks out of the window. */
async function expectNothingSideways(): Promise<void> {
  const wide = await page.evaluate(() => {
    const panes = [
      'html',
      'body',
      '#root > *',
      'header',
      'main',
      'aside',
      '[data-pane]',
      '[data-testid=timeline]',
      '[role=dialog]',
    ];
    const tooWide = [...document.querySelectorAll(panes.join(','))]
      .filter((pane) => pane.checkVisibility() && pane.scrollWidth > pane.clientWidth && pane.clientWidth > 0)
      .map((pane) => `${pane.tagName} ${pane.className}: ${pane.scrollWidth} in ${pane.clientWidth}`);
    const outside = [...document.querySelectorAll('button, input, textarea, select, p, h1, h2, time')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left < 0 || right > innerWidth;
      })
      .map((one) => `${one.tagName} “${one.textContent?.slice(0, 40) ?? ''}” ends outside`);
    return [...tooWide, ...outside];
  });
  expect(wide).toEqual([]);
}

/** Where a row's text begins and how wide it is, and the width of the row, in CSS px. */
const textBox = (row: Locator) =>
  row.evaluate((element) => {
    const { left, width } = element.querySelector('bdi')?.getBoundingClientRect() ?? { left: 0, width: 0 };
    return { left, width, row: element.getBoundingClientRect().width };
  });

/** Lines of text in a row that one of its buttons lies over; buttons below 24 px. */
function coveredText(row: Element): readonly string[] {
  const buttons = [...row.querySelectorAll('button')].map((one) => one.getBoundingClientRect());
  const small = buttons.filter(({ width, height }) => width < 24 || height < 24).map(() => 'too small');
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const covered: string[] = [];
  while (texts.nextNode()) {
    const { currentNode: text } = texts;
    if (text.parentElement?.closest('button, .visually-hidden')) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const under = [...range.getClientRects()].some((line) =>
      buttons.some(
        (b) =>
          b.left < line.right && b.right > line.left && b.top + 3 < line.bottom && b.bottom - 3 > line.top,
      ),
    );
    if (under) covered.push(text.nodeValue ?? '');
  }
  return [...small, ...covered];
}

/** Wholly inside the window, and what a click on its middle would hit. */
async function expectInSight(what: Locator): Promise<void> {
  await expect(what).toBeInViewport({ ratio: 0.99 });
  const isOnTop = await what.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
    return element.contains(hit);
  });
  expect(isOnTop).toBe(true);
}
