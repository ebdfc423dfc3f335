/** The console without a mouse (2.1.1, 2.1.2, 2.4.3): a whole incident by keys alone. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import { durableRows, entries, untilDurable } from './driver';
import { Hands } from './hands';

const MOST_STROKES_TO_DECLARE = 30;

const bench = new Bench();
const pane = (page: Page, name: string) => page.getByRole('complementary', { name });
const header = (page: Page) => page.getByRole('banner');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const phase = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Phase' }).getByRole('button', { name, exact: true });
const entry = (page: Page, text: string) => entries(page).filter({ hasText: text });

test.describe('a whole incident by keyboard alone', () => {
  test.describe.configure({ mode: 'serial' });
  let page: Page;
  let hands: Hands;

  test.beforeAll(async () => {
    ({ page } = await bench.launch());
    hands = new Hands(page);
    await expect(button(page, 'Declare incident')).toBeFocused();
  });

  test.afterAll(() => bench.clear());

  test.afterEach(() => hands.expectHome());

  test('it is declared, with a commander, in few strokes', async () => {
    const title = 'Checkout errors after web deploy';
    await hands.press('Control+n');
    await hands.type(title);
    await hands.tabTo(page.getByLabel('Incident Commander'));
    await hands.type('Dana Reyes');
    await hands.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    expect(hands.strokes - title.length).toBeLessThanOrEqual(MOST_STROKES_TO_DECLARE);
  });

  test('notes are logged one after the other, one of them back-dated', async () => {
    for (const note of ['5xx at 12 %', 'EU only', 'web deploy at 03:02']) {
      await hands.type(note);
      await hands.press('Enter');
      await expect(entry(page, note)).toBeVisible();
    }
    await hands.type('first page at the edge');
    await hands.press('Shift+Enter');
    await hands.type('nobody looked');
    await hands.press('Enter');
    await hands.type('/at -7m canary was red');
    await hands.press('Enter');
    await expect(entry(page, 'canary was red')).toContainText('logged +7 min');
    await expect(entries(page).first()).toContainText('canary was red');
    await expect(entry(page, 'nobody looked')).toContainText('first page at the edge\nnobody looked', {
      useInnerText: true,
    });
  });

  test('the severity is lowered with a reason', async () => {
    await hands.press('Control+Shift+s', 'ArrowDown');
    await hands.tabTo(page.getByRole('textbox', { name: 'Reason' }));
    await hands.type('EU only');
    await hands.press('Enter');
    await expect(page.getByTestId('severity')).toContainText('Sev 2');
  });

  test('a role is handed out', async () => {
    await hands.paneTo(pane(page, 'Command'));
    await hands.tabTo(page.getByLabel('Communications lead'));
    await hands.type('Ana Silva');
    await hands.press('Enter');
    await expect(entry(page, 'Communications lead: Ana Silva')).toBeVisible();
  });

  test('an expert is called in', async () => {
    await hands.paneTo(pane(page, 'Command'));
    await hands.tabTo(button(page, 'Add expert'));
    await hands.press('Enter');
    await hands.type('Sam');
    await hands.press('Tab');
    await hands.type('payments');
    await hands.press('Enter');
    await expect(entry(page, 'Sam')).toContainText('payments');
  });

  test('a roll-back is begun and judged', async () => {
    await hands.press('Control+Shift+b');
    await hands.type('web to 2026.11.22.4');
    await hands.press('Enter');
    await expect(entry(page, 'Roll back: web to 2026.11.22.4')).toBeVisible();
    await hands.expectHome();
    await hands.paneTo(pane(page, 'Mitigation'));
    await hands.tabTo(button(page, 'Worked'));
    await hands.press('Enter');
    await expect(page.getByText('Worked at')).toBeVisible();
  });

  test('an update is written and marked sent', async () => {
    await hands.press('Control+u');
    await hands.type('3 % of checkouts fail');
    await hands.press('Tab');
    await hands.type('It began with the deploy');
    await hands.press('Control+Enter');
    await expect(entry(page, '3 % of checkouts fail')).toHaveAttribute('data-kind', 'update');
  });

  test('an entry is reworded, another retracted and restored', async () => {
    await hands.tabTo(
      entry(page, 'EU only')
        .filter({ has: button(page, 'Retract') })
        .first()
        .getByRole('button', { name: 'Edit' }),
      'Shift+Tab',
    );
    await hands.press('Enter');
    await hands.type(', since 03:02');
    await hands.press('Enter');
    await expect(entry(page, 'EU only, since 03:02')).toContainText('edited');
    await hands.expectHome();
    await hands.tabTo(entry(page, '5xx at 12 %').getByRole('button', { name: 'Retract' }), 'Shift+Tab');
    await hands.press('Enter');
    await expect(entry(page, '5xx at 12 %')).toContainText('retracted by Dana Reyes');
    await hands.expectHome();
    await hands.tabTo(entry(page, '5xx at 12 %').getByRole('button', { name: 'Restore' }), 'Shift+Tab');
    await hands.press('Enter');
    await expect(entry(page, '5xx at 12 %')).not.toContainText('retracted');
  });

  test('a line of the timeline is walked to and acted on, the last note reworded and taken back', async () => {
    await hands.type('pool at 98 %');
    await hands.press('Enter', 'ArrowUp');
    await hands.type(', of 100');
    await hands.press('Enter');
    await expect(entry(page, 'pool at 98 %, of 100')).toContainText('edited');
    await hands.expectHome();
    await hands.press('Shift+F6', 'ArrowUp', 'e');
    await hands.type('!');
    await hands.press('Enter');
    await expect(entry(page, 'of 100!')).toBeFocused();
    await hands.press('Escape');
    await hands.expectHome();
    await hands.press('Control+z');
    await expect(entry(page, 'of 100!')).toHaveCount(0);
    await expect(entry(page, 'pool at 98 %, of 100')).not.toContainText('retracted');
    await hands.press('Control+z', 'Control+z');
    await expect(entry(page, 'pool at 98 %')).toContainText('retracted by Dana Reyes');
  });

  test('the palette finds what has no key, and copies where the incident stands', async () => {
    await hands.press('Control+k');
    await hands.type('slack');
    await hands.press('Enter');
    await expect(page.getByText('Copied where the incident stands')).toBeVisible();
  });

  test('times are set', async () => {
    await hands.press('Control+Shift+e');
    await hands.type('-10m');
    await hands.tabTo(page.getByRole('textbox', { name: 'Reason' }));
    await hands.type('from the dashboard');
    await hands.press('Enter');
    await expect(entry(page, 'from the dashboard')).toBeVisible();
    await expect(page.getByRole('timer', { name: 'Elapsed' })).toHaveText(/^0:1\d:/);
  });

  test('the phase moves on, and back with a reason', async () => {
    await hands.paneTo(header(page));
    await hands.tabTo(phase(page, 'Mitigation'));
    await hands.press('Enter');
    await expect(phase(page, 'Mitigation')).toHaveAttribute('aria-current', 'step');
    await hands.expectHome();
    await hands.paneTo(header(page));
    await hands.tabTo(phase(page, 'Triage'));
    await hands.press('Enter');
    await hands.type('errors are rising again');
    await hands.press('Enter');
    await expect(phase(page, 'Triage')).toHaveAttribute('aria-current', 'step');
  });

  test('the update clock is snoozed, paused, resumed and given another cadence', async () => {
    const timer = page.getByTestId('update-timer');
    await hands.press('Control+Shift+l', 'Shift+Tab', 'ArrowRight', 'Tab');
    await hands.type('the rollback is running');
    await hands.press('Enter');
    await expect(timer).toHaveAttribute('data-state', 'snoozed');
    await expect(entry(page, 'the rollback is running')).toContainText('10 min');
    await hands.press('Control+Shift+l');
    await hands.type('the status page carries it');
    await hands.tabTo(button(page, 'Pause instead'));
    await hands.press('Enter');
    await expect(timer).toHaveAttribute('data-state', 'paused');
    await hands.expectHome();
    await hands.paneTo(header(page));
    await hands.tabTo(button(page, 'Resume'));
    await hands.press('Enter');
    await expect(timer).toHaveAttribute('data-state', 'ok');
    await hands.expectHome();
    await hands.paneTo(header(page));
    await hands.tabTo(button(page, 'Change how often updates are due'));
    await hands.press('Enter', 'Control+a');
    await hands.type('20');
    await hands.press('Enter');
    await expect(page.getByText('every 20 min')).toBeVisible();
  });

  test('an action item is added and closed', async () => {
    await hands.paneTo(pane(page, 'Mitigation'));
    await hands.tabTo(page.getByRole('textbox', { name: 'New action item' }));
    await hands.type('Alert on 5xx burn');
    await hands.press('Enter');
    await hands.tabTo(button(page, 'Close “Alert on 5xx burn”'), 'Shift+Tab');
    await hands.press('Enter');
    await hands.type('alert 17 is live');
    await hands.tabTo(button(page, 'Done'));
    await hands.press('Enter');
    await expect(page.getByText('done: alert 17 is live').first()).toBeVisible();
  });

  test('it is resolved, reopened and resolved again', async () => {
    await hands.press('Control+Shift+r');
    await hands.type('rolled back');
    await hands.press('Tab', 'Space', 'Enter');
    await expect(button(page, 'Reopen')).toBeVisible();
    await hands.expectHome();
    await hands.paneTo(header(page));
    await hands.tabTo(button(page, 'Reopen'));
    await hands.press('Enter');
    await hands.type('errors are back');
    await hands.press('Enter');
    await expect(entry(page, 'errors are back')).toBeVisible();
    await hands.expectHome();
    await hands.press('Control+Shift+r', 'Enter');
    await expect(button(page, 'Reopen')).toBeVisible();
  });

  test('the draft is exported, and has what was done by hand', async () => {
    await hands.press('Control+e');
    const exported = page.getByTestId('exported');
    await expect(exported).toBeVisible();
    const markdown = readFileSync((await exported.getAttribute('data-path')) ?? '', 'utf8');
    for (const said of ['canary was red', 'EU only, since 03:02', 'Ana Silva', 'web to 2026.11.22.4']) {
      expect(markdown).toContain(said);
    }
    await untilDurable(page, await durableRows(page));
    await hands.paneTo(pane(page, 'Command'), 'Shift+F6');
    await hands.tabTo(button(page, 'Dismiss'), 'Shift+Tab');
    await hands.press('Enter');
    await expect(exported).toBeHidden();
  });
});
