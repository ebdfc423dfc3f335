/** Keys one by one: where they lead, what they must leave alone, and those that must do nothing. */
import { expect, test, type Page } from '@playwright/test';
import { minutes } from '../../renderer/domain/time';
import { keyLabel } from '../../renderer/keymap/chords';
import { ACTIONS } from '../../renderer/store/actions';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { seedProfile } from '../support/seedJournal';
import { durableRows, entries, pad, untilDurable } from './driver';
import { eventful } from './eventful';
import { Hands } from './hands';
import { resize } from './view';

const bench = new Bench();

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const entry = (page: Page, text: string) => entries(page).filter({ hasText: text });

test.describe('keys', () => {
  let console: RunningConsole;
  let page: Page;
  let hands: Hands;

  test.beforeAll(async () => {
    const { profile } = await seedProfile([eventful(minutes(20))]);
    console = await bench.launch({ userDataDir: profile });
    ({ page } = console);
    hands = new Hands(page);
    await expect(page.getByRole('alert').filter({ hasText: 'UPDATE DUE' })).toBeVisible();
  });

  test.afterAll(() => bench.clear());

  test.beforeEach(async () => {
    await resize(console, { width: 1280, height: 800 });
    await page.keyboard.press('Escape');
    await hands.expectHome();
  });

  for (const [width, fewest] of [
    [1280, 7],
    [800, 5],
  ] as const) {
    test(`F6 and Shift+F6 go round every visible pane at ${width} wide`, async () => {
      await resize(console, { width, height: 800 });
      await page.keyboard.press('Control+u');
      const panes = await visiblePanes(page);
      expect(panes.length).toBeGreaterThanOrEqual(fewest);
      for (const [key, step] of [
        ['F6', 1],
        ['Shift+F6', -1],
      ] as const) {
        let here = panes.indexOf(await paneInFocus(page));
        for (const _ of panes) {
          await hands.press(key);
          here = (here + step + panes.length) % panes.length;
          expect(await paneInFocus(page)).toBe(panes[here]);
        }
      }
      await page.keyboard.press('Escape');
    });
  }

  test('F6 leads on from the hidden timeline of a narrow window', async () => {
    await resize(console, { width: 800, height: 800 });
    for (const tab of ['Roles', 'Mitigate', 'Actions', 'Timeline']) {
      await button(page, tab).focus();
      await hands.press('Enter');
      const visited = new Set<string>();
      const panes = await visiblePanes(page);
      for (const _ of panes) {
        await hands.press('F6');
        visited.add(await paneInFocus(page));
      }
      expect(visited, tab).toEqual(new Set(panes));
    }
  });

  const PLACES: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
    ['the header', (at) => at.getByRole('heading', { level: 1 }).getByRole('button').focus()],
    ['a half-typed role', (at) => at.getByLabel('Deputy').pressSequentially('Ma')],
    ['the timeline', (at) => at.getByTestId('timeline').focus()],
    ['the composer', (at) => at.keyboard.press('Control+u')],
    [
      'an entry being edited',
      (at) => entries(at).last().getByRole('button', { name: 'Edit' }).press('Enter'),
    ],
    ['an expert being called in', (at) => button(at, 'Add expert').press('Enter')],
    ['a new action item', (at) => at.getByRole('textbox', { name: 'New action item' }).focus()],
    ['an action item being closed', (at) => at.getByRole('button', { name: /^Close “/ }).press('Enter')],
    ['who is writing', (at) => at.getByRole('button', { name: /^Writing as/ }).press('Enter')],
    ['the list of incidents', (at) => at.keyboard.press('Control+Shift+h')],
    ['a dialog', (at) => at.keyboard.press('Control+Shift+e')],
  ];
  for (const [place, goThere] of PLACES) {
    test(`Escape leads home to the pad from ${place}`, async () => {
      await goThere(page);
      expect(await page.getByTestId('scribe-input').and(page.locator(':focus')).count()).toBe(0);
      await page.keyboard.press('Escape');
      await hands.expectHome();
    });
  }

  test('typed in the same breath as a dialog is opened or closed end up where one looks', async () => {
    for (let round = 1; round <= 20; round += 1) {
      await page.keyboard.press('Control+Shift+b');
      await page.keyboard.type('web');
      // Escape keeps what stands in the dialog (DRA1).
      await expect(page.getByRole('textbox', { name: 'What', exact: true })).toHaveValue('web'.repeat(round));
      await page.keyboard.press('Escape');
      await page.keyboard.type('x');
      await expect(pad(page)).toHaveValue('x'.repeat(round));
    }
    await pad(page).fill('');
  });

  test('all stand on the sheet that F1 shows', async () => {
    await page.keyboard.press('F1');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const { keys, label } of ACTIONS) {
      const [first] = keys;
      if (first === undefined) continue;
      const line = sheet.getByRole('term').filter({ hasText: keyLabel(first, 'linux') });
      await expect(line.locator('xpath=..')).toContainText([label]);
    }
    for (const key of ['F6', 'Esc', 'Shift+Enter'])
      await expect(sheet.getByText(key, { exact: true })).toBeVisible();
    await page.keyboard.press('Control+n');
    await expect(page.getByRole('dialog', { name: 'Declare incident' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });

  test('that end a composition log nothing', async () => {
    const before = await durableRows(page);
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
    await devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await devtools.send('Input.insertText', { text: '日本' });
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
    await expect(pad(page)).toHaveValue('日本');
    expect(await durableRows(page)).toBe(before);
    await page.keyboard.press('Enter');
    await expect(entry(page, '日本')).toBeVisible();
    await untilDurable(page, before + 1);
  });

  test('with AltGr type characters and trigger nothing', async () => {
    const before = await durableRows(page);
    for (const { letter, typed } of ALTGR) {
      await page.keyboard.insertText(typed);
      expect(await pressAltGr(page, letter, typed), letter).toBe('free to type');
    }
    await expect(pad(page)).toHaveValue(ALTGR.map(({ typed }) => typed).join(''));
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByTestId('exported')).toHaveCount(0);
    expect(await durableRows(page)).toBe(before);
    await pad(page).fill('');
  });

  test('leave what stands in the pad alone', async () => {
    await hands.type('half a sentence');
    // The others are text there: letters act on a line of the timeline alone.
    for (const { keys } of ACTIONS.filter(({ context }) => context === 'global')) {
      for (const key of keys) await page.keyboard.press(key.replace('$mod', 'Control'));
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Escape');
    await hands.expectHome();
    await expect(pad(page)).toHaveValue('half a sentence');
    await hands.type(', and on');
    await expect(pad(page)).toHaveValue('half a sentence, and on');
    await pad(page).fill('');
  });
});

/** Every pane that can be seen, named by what it holds first. */
const visiblePanes = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-pane]')
    .evaluateAll((panes) =>
      panes
        .filter((pane) => pane.checkVisibility({ visibilityProperty: true }))
        .map((pane) => pane.outerHTML.slice(0, 120)),
    );

const paneInFocus = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.closest('[data-pane]')?.outerHTML.slice(0, 120) ?? 'none');

/** Characters that some layouts have on AltGr and a letter that is a shortcut with Ctrl. */
const ALTGR = [
  { letter: 'e', typed: '€' },
  { letter: 'n', typed: 'ń' },
  { letter: 'l', typed: 'ł' },
  { letter: 'u', typed: 'ü' },
] as const;

/** Whether the page left the key to the system, in every form AltGr comes in; a shortcut would have taken it. */
function pressAltGr(page: Page, letter: string, typed: string): Promise<string> {
  return pad(page).evaluate(
    (area, [key, produced]) => {
      const forms = [
        { ctrlKey: true, altKey: true, modifierAltGraph: true },
        { ctrlKey: true, modifierAltGraph: true },
        { modifierAltGraph: true },
        { ctrlKey: true, altKey: true },
      ];
      const isFree = forms.every((held) =>
        [key, produced].every((one) =>
          area.dispatchEvent(
            new KeyboardEvent('keydown', { key: one, ...held, bubbles: true, cancelable: true }),
          ),
        ),
      );
      return isFree ? 'free to type' : 'taken';
    },
    [letter, typed] as const,
  );
}
