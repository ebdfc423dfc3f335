/**
 * The journal's second place in a real Electron: the same files with the same bytes, while it is there; said
 * while it is away; and the way back when the journal itself is gone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { projectRoot } from '../../build/projectRoot';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { call } from './bridge';
import { declare, log, pad, saved, untilDurable } from './driver';

const again = ({ profile, home }: RunningConsole): Promise<RunningConsole> =>
  launchConsole({ userDataDir: profile, home });

const notice = (page: Page): Locator => page.getByText(/^The mirror in “/).first();

/** Every journal file of a folder, by name. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  if (!existsSync(folder)) return {};
  const names = readdirSync(folder).filter((name) => name.endsWith('.ndjson'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const journalOf = ({ profile }: RunningConsole) => filesIn(join(profile, 'journal'));

/** What lies in this device's folder of the second place. */
function copyIn(stick: string): Readonly<Record<string, string>> {
  if (!existsSync(stick)) return {};
  const device = readdirSync(stick).find((name) => name.startsWith('incident-console-journal-'));
  return filesIn(join(stick, device ?? 'none'));
}

const untilLevel = (console: RunningConsole, stick: string): Promise<void> =>
  expect.poll(() => copyIn(stick)).toEqual(journalOf(console));

/** Chooses the folder with the keyboard alone; the system's dialog answers with it. */
async function mirrorTo({ app, page }: RunningConsole, stick: string): Promise<void> {
  await app.evaluate(async ({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, stick);
  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: /^Copy the journal to another folder/ }).focus();
  await page.keyboard.press('Enter');
  await expect(settings.getByTestId('mirror')).toHaveText('The mirror has every row of the journal.');
  await page.keyboard.press('Escape');
  await expect(pad(page)).toBeFocused();
}

test('[MIR1] [MIR3] the journal is copied, a stick taken out is said, and once it is back nothing is missing', async () => {
  const console = await launchConsole();
  const { page } = console;
  const stick = freshFolder('stick');
  await declare(page, { title: 'Checkout errors' });
  await log(page, 'before the stick');
  await mirrorTo(console, stick);
  await log(page, 'with the stick');
  await untilDurable(page, 3);
  await untilLevel(console, stick);

  renameSync(stick, `${stick}-away`);
  await log(page, 'without the stick');
  await untilDurable(page, 4);
  await expect(saved(page)).toHaveText(/^Saved/);
  await expect(notice(page)).toHaveText(/is behind by 1 row since \d\d:\d\d; the journal itself is fine\./);
  expect(existsSync(stick)).toBe(false);

  renameSync(`${stick}-away`, stick);
  await expect(notice(page)).toBeHidden({ timeout: 15_000 });
  await untilLevel(console, stick);
  expect(Object.values(copyIn(stick)).join('')).toContain('without the stick');
  await console.close();

  // A restart goes on with it, and what was logged last before the end is there, too.
  const second = await again(console);
  await untilDurable(second.page, 4);
  await log(second.page, 'the last word');
  await untilDurable(second.page, 5);
  await second.close();
  expect(copyIn(stick)).toEqual(journalOf(second));
});

test('[MIR6] with journal and working copy gone, the mirror brings the incident back', async () => {
  const first = await launchConsole();
  const stick = freshFolder('stick');
  await declare(first.page, { title: 'Checkout errors' });
  await log(first.page, 'db01 is read-only');
  await mirrorTo(first, stick);
  await untilDurable(first.page, 2);
  await first.close();
  rmSync(join(first.profile, 'journal'), { recursive: true });
  rmSync(join(first.profile, 'IndexedDB'), { recursive: true });

  const second = await again(first);
  await expect(notice(second.page)).toContainText('has 1 incident that is not here.');
  await second.page.getByRole('button', { name: 'Add them here' }).click();
  await expect(second.page.getByText('db01 is read-only')).toBeVisible();
  await expect(notice(second.page)).toBeHidden();
  await second.close();

  const third = await again(first);
  await untilDurable(third.page, 2);
  await expect(third.page.getByText('db01 is read-only')).toBeVisible();
  await third.close();
});

test('[JRN1] past 4 MiB a journal goes on in a second file, which start, mirror and verify take for one', async () => {
  const first = await launchConsole();
  const stick = freshFolder('stick');
  await declare(first.page, { title: 'A very long night' });
  await mirrorTo(first, stick);
  await untilDurable(first.page, 1);
  const [name = ''] = Object.keys(journalOf(first));
  const incidentId = name.split('.')[0] ?? '';
  for (let n = 1; n <= 6; n += 1) {
    const at = Date.now() + n;
    const stamp = `${new Date(at).toISOString()}_0000_e2edevice`;
    const event = { type: 'note-added', kind: 'note', text: `page ${n} ${'x'.repeat(900_000)}` };
    const row = { incidentId, stamp, at, recordedAt: at, by: 'Dana', event };
    const answer = await call(first.page, 'journal:append', { incidentId, rows: [row] });
    expect(answer).toMatchObject({ ok: true, value: { durable: n + 1 } });
  }
  expect(Object.keys(journalOf(first))).toEqual([`${incidentId}.0001.ndjson`, `${incidentId}.0002.ndjson`]);
  await untilLevel(first, stick);
  await first.close();

  const second = await again(first);
  await untilDurable(second.page, 7);
  await log(second.page, 'and going on');
  await untilDurable(second.page, 8);
  await second.close();
  expect(copyIn(stick)).toEqual(journalOf(second));
  const path = join(first.profile, 'journal', `${incidentId}.0002.ndjson`);
  const verify = join(projectRoot, 'build/verify.ts');
  const tsx = join(projectRoot, 'node_modules/tsx/dist/cli.mjs');
  const out = execFileSync(process.execPath, [tsx, verify, path], { encoding: 'utf8' });
  expect(JSON.parse(out)).toMatchObject({ rows: 8, brokenAt: null });
});
