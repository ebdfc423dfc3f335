/** What goes wrong is seen: errors of either process, and a page that hangs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { killTree } from '../../build/killTree';
import { processesMentioning } from '../../build/processTree';
import { Bench } from '../support/bench';
import { journalledNotes } from '../support/journalOnDisk';
import { declare, log, pad, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

const reportsOf = (profile: string): readonly string[] =>
  readdirSync(join(profile, 'failures')).map((name) => readFileSync(join(profile, 'failures', name), 'utf8'));
const bar = (page: Page, text: string) => page.getByRole('alert').filter({ hasText: text });

test('an error of either process is told once, with a count, a report and a way on', async () => {
  const { app, page, profile } = await bench.launch();
  await declare(page, { title: 'Failing' });
  await pad(page).fill('typed and not sent');
  await app.evaluate(() => void setTimeout(() => { throw new Error('main broke'); })); // prettier-ignore
  const notice = bar(page, 'Something went wrong inside the console');
  await expect(notice).toContainText('Everything that said “Saved” is in the journal');
  await expect(notice).toContainText(join(profile, 'failures'));
  await expect(page.getByRole('button', { name: 'Show report' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restart console' })).toBeVisible();
  await page.evaluate(() => {
    setTimeout(() => { throw new Error('page broke'); }); // prettier-ignore
    void Promise.reject(new Error('page rejected'));
  });
  await expect(bar(page, 'Something went wrong in the window (failure 3 since')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Restart console' })).toHaveCount(1);
  const reports = reportsOf(profile).join('');
  for (const message of ['main broke', 'page broke', 'page rejected']) expect(reports).toContain(message);
  expect(reports).not.toContain('typed and not sent');
  await expect(pad(page)).toHaveValue('typed and not sent');
  await log(page, 'work goes on');
  await untilDurable(page, 2);
});

test('Restart ends in order and starts on the same data', async () => {
  const console = await bench.launch();
  const { app, page, profile, pid } = console;
  await declare(page, { title: 'Again' });
  await log(page, 'before the restart');
  await untilDurable(page, 2);
  await pad(page).fill('half a sen');
  await app.evaluate(() => void setTimeout(() => { throw new Error('x'); })); // prettier-ignore
  const exit = new Promise<number | null>((done) => app.process().once('exit', done));
  await page.getByRole('button', { name: 'Restart console' }).click();
  expect(await exit).toBe(0);
  const started = () => processesMentioning(profile).filter((one) => one !== pid).length;
  await expect.poll(started, { timeout: 15_000 }).toBeGreaterThan(0);
  const [next] = processesMentioning(profile);
  if (next !== undefined) await killTree(next, () => processesMentioning(profile));
  const { page: after } = await bench.again(console);
  await untilDurable(after, 2);
  await expect(pad(after)).toHaveValue('half a sen');
});

test('a page that hangs is loaded anew with every row and the pad’s text', async () => {
  test.setTimeout(120_000);
  const { app, page, profile } = await bench.launch();
  await declare(page, { title: 'Hanging' });
  await log(page, 'saved before');
  await untilDurable(page, 2);
  const closed = app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return new Promise<string>((done) =>
      contents?.once('render-process-gone', (_e, { reason }) => done(reason)),
    );
  });
  // Five notes and half a sixth, then never again a free moment.
  await pad(page)
    .evaluate((area) => {
      if (!(area instanceof HTMLTextAreaElement)) throw new Error('the pad is no textarea');
      const type = (text: string): void => {
        area.value = text;
        area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      };
      for (let n = 1; n <= 5; n += 1) {
        type(`drawn ${n}`);
        area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
      }
      type('half a sixth');
      setTimeout(() => { for (;;); }); // prettier-ignore
    })
    .catch(() => undefined);
  test.info().annotations.push({ type: 'how the page ended', description: await closed });
  const shown = (): Promise<unknown> =>
    app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.executeJavaScript(
        `({ pad: document.querySelector('[data-testid=scribe-input]')?.value,
            rows: document.querySelectorAll('[data-testid=timeline-entry]').length,
            says: document.body.innerText.includes('The window stopped answering and was loaded anew') })`,
      ),
    );
  await expect.poll(shown, { timeout: 30_000 }).toEqual({ pad: 'half a sixth', rows: 7, says: true });
  const drawn = [1, 2, 3, 4, 5].map((n) => `drawn ${n}`);
  expect(journalledNotes(profile)).toEqual(['saved before', ...drawn]);
});
