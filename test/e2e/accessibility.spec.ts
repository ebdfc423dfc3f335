/**
 * WCAG 2.2 AA as far as a machine can hear and see it: axe on every screen, both themes, two widths;
 * targets large enough; a focus ring that shows and is never covered; fewer colours, no motion.
 */
import { expect, test, type Page } from '@playwright/test';
import { minutes } from '../../renderer/domain/time';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { declaredAgo, seedProfile } from '../support/seedJournal';
import { loadAxe, violations } from './axe';
import { entries, pad } from './driver';
import { eventful } from './eventful';
import { coveredFocus, focusStops, smallTargets } from './focusRing';
import { resize, THEMES, setTheme } from './view';

const WIDTHS = [1280, 800] as const;

/** A screen, reached by keys and names, and how to leave it again. */
interface Screen {
  readonly name: string;
  readonly enter: (page: Page) => Promise<void>;
  readonly leave?: (page: Page) => Promise<void>;
}

const press =
  (...keys: readonly string[]) =>
  async (page: Page): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

const dialog = (name: string, open: Screen['enter']): Screen => ({
  name: `the dialog ${name}`,
  enter: async (page) => {
    await open(page);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
  },
  leave: closeDialog,
});

/** What was just entered asks for a reason and gets none. */
const refused = (screen: Screen, submit: string): Screen => ({
  ...screen,
  name: `${screen.name}, turned down`,
  enter: async (page) => {
    await screen.enter(page);
    await page.getByRole('dialog').getByRole('button', { name: submit, exact: true }).click();
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  },
});

const click =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('button', { name, exact: true }).first().click();
  };

const CONSOLE: readonly Screen[] = [
  { name: 'the console', enter: (page) => expect(pad(page)).toBeFocused() },
  { name: 'the composer', enter: press('Control+u'), leave: press('Escape') },
  {
    name: 'an entry being edited',
    enter: async (page) => entries(page).last().getByRole('button', { name: 'Edit' }).click(),
    leave: press('Escape'),
  },
  {
    name: 'a role being handed out',
    enter: (page) => page.getByLabel('Deputy').focus(),
    leave: press('Escape'),
  },
  { name: 'an expert being called in', enter: click('Add expert'), leave: press('Escape') },
  { name: 'an action item being closed', enter: click(/^Close “/), leave: click('Cancel') },
  {
    name: 'a line in the pad that can’t be taken',
    enter: async (page) => {
      await pad(page).fill('/at 99:99 nonsense');
      await pad(page).press('Enter');
      await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
    },
    leave: (page) => pad(page).fill(''),
  },
  dialog('Declare incident', press('Control+n')),
  {
    ...dialog('Declare incident', press('Control+n')),
    name: 'the dialog Declare incident with More',
    enter: async (page) => {
      await page.keyboard.press('Control+n');
      await click('More')(page);
      await page.getByRole('textbox', { name: 'Impact started at' }).fill('nonsense');
    },
  },
  dialog('Times', press('Control+Shift+e')),
  refused(dialog('Severity', press('Control+Shift+s')), 'Change severity'),
  refused(dialog('Roll back', press('Control+Shift+b')), 'Start'),
  refused(dialog('Snooze the update', press('Control+Shift+l')), 'Snooze'),
  dialog('How often updates are due', click('Change how often updates are due')),
  dialog('Back to Detection', click('Detection')),
  dialog('Resolve', press('Control+Shift+r')),
  dialog('Change title', async (page) => page.getByRole('heading', { level: 1 }).getByRole('button').click()),
  dialog('Keyboard shortcuts', press('F1')),
  {
    name: 'the list of incidents',
    enter: press('Control+Shift+h'),
    leave: press('Escape'),
  },
  {
    name: 'the exported draft',
    enter: async (page) => {
      await page.keyboard.press('Control+e');
      await expect(page.getByTestId('exported')).toBeVisible();
    },
  },
  {
    name: 'a resolved incident with a notice',
    enter: async (page) => {
      await page.keyboard.press('Control+Shift+r');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Shift+r');
      await expect(page.getByText('The incident is resolved.')).toBeVisible();
    },
  },
  refused(dialog('Reopen', click('Reopen')), 'Reopen'),
];

const bench = new Bench();

test.describe('axe finds nothing', () => {
  let console: RunningConsole;

  test.afterAll(() => bench.clear());

  async function expectClean(): Promise<void> {
    for (const width of WIDTHS) {
      await resize(console, { width, height: 800 });
      for (const theme of THEMES) {
        await setTheme(console, theme);
        expect(await violations(console.page), `${width} wide, ${theme}`).toEqual([]);
      }
    }
  }

  test('on the start screen', async () => {
    console = await bench.launch();
    await loadAxe(console.page);
    await expectClean();
  });

  test.describe('on a live incident:', () => {
    test.beforeAll(async () => {
      const { profile } = await seedProfile([declaredAgo(minutes(90)), eventful(minutes(8))]);
      console = await bench.launch({ userDataDir: profile });
      await expect(entries(console.page).last()).toBeVisible();
      await loadAxe(console.page);
    });

    for (const { name, enter, leave } of CONSOLE) {
      test(name, async () => {
        await resize(console, { width: 1280, height: 800 });
        await enter(console.page);
        await expectClean();
        await resize(console, { width: 1280, height: 800 });
        await leave?.(console.page);
      });
    }
  });

  for (const tab of ['Roles', 'Mitigate', 'Actions']) {
    test(`on the tab ${tab} of a narrow window`, async () => {
      await resize(console, { width: 480, height: 800 });
      await console.page.getByRole('button', { name: tab, exact: true }).click();
      for (const theme of THEMES) {
        await setTheme(console, theme);
        expect(await violations(console.page), theme).toEqual([]);
      }
    });
  }

  for (const [name, ago] of [
    ['an update that is due soon', minutes(13)],
    ['the alarm, in a drill', minutes(20)],
  ] as const) {
    test(`on ${name}`, async () => {
      const { profile } = await seedProfile([eventful(ago, { drill: ago > minutes(15) })]);
      console = await bench.launch({ userDataDir: profile });
      await expect(console.page.getByText(/update due/i).first()).toBeVisible();
      await loadAxe(console.page);
      await expectClean();
    });
  }
});

test.describe('what axe can’t see', () => {
  let console: RunningConsole;
  let page: Page;

  test.beforeAll(async () => {
    const { profile } = await seedProfile([declaredAgo(minutes(90)), eventful(minutes(20))]);
    console = await bench.launch({ userDataDir: profile });
    ({ page } = console);
    await expect(page.getByRole('alert').filter({ hasText: 'UPDATE DUE' })).toBeVisible();
    await page.keyboard.press('Control+u');
    await expect(page.getByRole('region', { name: 'Stakeholder update' })).toBeVisible();
  });

  test.afterAll(() => bench.clear());

  for (const size of [
    { width: 1280, height: 800 },
    { width: 800, height: 600 },
  ]) {
    test(`every target is at least 24 px large at ${size.width}×${size.height} (2.5.8)`, async () => {
      await resize(console, size);
      expect(await smallTargets(page)).toEqual([]);
    });

    test(`the focus can be seen wherever Tab leads at ${size.width}×${size.height} (2.4.7, 2.4.11)`, async () => {
      await resize(console, size);
      await pad(page).focus();
      const stops = await focusStops(page, coveredFocus);
      expect(stops.length).toBeGreaterThan(30);
      expect(stops.flatMap(({ complaint }) => complaint ?? [])).toEqual([]);
    });
  }

  test('without motion nothing moves by itself', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .map((element) => getComputedStyle(element))
        .filter((style) => style.animationName !== 'none' || !/^0s(, 0s)*$/.test(style.transitionDuration))
        .map((style) => `${style.animationName} ${style.transitionDuration}`),
    );
    expect(moving).toEqual([]);
    await page.emulateMedia({ reducedMotion: null });
  });

  test('with forced colours the alarm, the phase and the chosen tab keep their meaning', async () => {
    await resize(console, { width: 800, height: 900 });
    await page.emulateMedia({ forcedColors: 'active' });
    await loadAxe(page);
    expect(await violations(page)).toEqual([]);
    await expect(page.getByRole('timer', { name: 'Next update' })).toHaveText(/^\+/);
    for (const [navigation, current] of [
      ['Phase', 'Triage'],
      ['Panes', 'Timeline'],
    ] as const) {
      const buttons = page.getByRole('navigation', { name: navigation }).getByRole('button');
      const edge = (name: string) =>
        buttons
          .filter({ hasText: name })
          .evaluate(
            (one) => getComputedStyle(one).borderBottomColor + getComputedStyle(one).borderBottomWidth,
          );
      const other = navigation === 'Phase' ? 'Prevention' : 'Roles';
      expect(await edge(current), navigation).not.toBe(await edge(other));
    }
    await page.emulateMedia({ forcedColors: null });
  });
});
