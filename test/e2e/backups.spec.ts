/**
 * Backups in a real Electron: one is there after every close, and what was destroyed comes back from it.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { declare, log, pad, untilDurable } from './driver';

const again = ({ profile, home }: RunningConsole): Promise<RunningConsole> =>
  launchConsole({ userDataDir: profile, home });

async function openSettings(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+,');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toBeVisible();
  return dialog;
}

const backupsIn = (profile: string): readonly string[] => readdirSync(join(profile, 'backups')).sort();

const journalIn = (profile: string): string => {
  const folder = join(profile, 'journal');
  const name = readdirSync(folder).find((file) => file.endsWith('.ndjson'));
  if (name === undefined) throw new Error('no journal');
  return join(folder, name);
};

const notesIn = (profile: string, backup: string): readonly unknown[] =>
  gunzipSync(readFileSync(join(profile, 'backups', backup)))
    .toString()
    .split('\n')
    .slice(1, -1)
    .map((line) => (JSON.parse(line) as { event: { text?: string } }).event.text)
    .filter((text) => text !== undefined);

/** An incident with notes, closed as a person closes it. */
async function closedWith(notes: readonly string[], title = 'Checkout errors'): Promise<RunningConsole> {
  const console = await launchConsole();
  await declare(console.page, { title });
  for (const note of notes) await log(console.page, note);
  await untilDurable(console.page, notes.length + 1);
  await console.close();
  return console;
}

test('[BAK3] a backup with every row is there after closing, and no second one when nothing changed', async () => {
  const first = await closedWith(['db01 is read-only', 'failing over']);
  const [backup = '', ...more] = backupsIn(first.profile);
  expect(more).toEqual([]);
  expect(backup).toMatch(/\.1i\.3r\.[0-9a-f]{12}\.icsnapshot$/);
  expect(notesIn(first.profile, backup)).toEqual(['db01 is read-only', 'failing over']);
  const second = await again(first);
  await expect(pad(second.page)).toBeVisible();
  await second.close();
  expect(backupsIn(first.profile)).toEqual([backup]);
});

test('[BAK4] with journal and IndexedDB gone, restoring brings every row back', async () => {
  const first = await closedWith(['db01 is read-only', 'failing over']);
  rmSync(journalIn(first.profile));
  rmSync(join(first.profile, 'IndexedDB'), { recursive: true });
  const second = await again(first);
  const settings = await openSettings(second.page);
  await settings.getByRole('button', { name: /^Restore the backup of/ }).click();
  const preview = second.page.getByRole('dialog', { name: 'Restore a backup' });
  await expect(preview.getByRole('row', { name: /INC-0001 Checkout errors/ })).toHaveText(/303$/);
  await preview.getByRole('button', { name: 'Restore 3 rows' }).click();
  await expect(settings.getByTestId('safekeeping')).toContainText('Restored: 3 rows added to 1 incident.');
  await second.page.keyboard.press('Escape');
  await expect(second.page.getByText('failing over')).toBeVisible();
  await log(second.page, 'and going on');
  await untilDurable(second.page, 4);
  await second.close();

  const third = await again(first);
  await untilDurable(third.page, 4);
  for (const text of ['db01 is read-only', 'failing over', 'and going on']) {
    await expect(third.page.getByText(text)).toBeVisible();
  }
  await third.close();
});

test('[BAK6] restoring keeps a copy of the present, which has what the old backup lacks', async () => {
  const first = await closedWith(['before']);
  const [old = ''] = backupsIn(first.profile);
  const second = await again(first);
  await log(second.page, 'after');
  await untilDurable(second.page, 3);
  const settings = await openSettings(second.page);
  await settings.getByRole('button', { name: 'Back up now' }).click();
  await expect(settings.getByTestId('safekeeping')).toHaveText(/Backed up and checked: 1 incident, 3 rows\./);
  await settings
    .getByRole('button', { name: /^Restore the backup of/ })
    .last()
    .click();
  const preview = second.page.getByRole('dialog', { name: 'Restore a backup' });
  await expect(preview.getByText(/Nothing in the backup of .* is missing here/)).toBeVisible();
  await preview.getByRole('button', { name: 'Close' }).click();
  await expect(settings).toBeVisible();
  await second.close();
  const kept = backupsIn(first.profile).find((file) => file !== old) ?? '';
  expect(notesIn(first.profile, kept)).toEqual(['before', 'after']);
});

test('checking integrity says that all is well, and names a flipped byte', async () => {
  const first = await closedWith(['db01 is read-only', 'failing over']);
  const second = await again(first);
  await untilDurable(second.page, 3);
  const settings = await openSettings(second.page);
  await settings.getByRole('button', { name: 'Check integrity' }).click();
  await expect(settings.getByTestId('safekeeping')).toHaveText(/^All is well: 1 incident, 3 rows\./);
  const path = journalIn(first.profile);
  const text = readFileSync(path, 'latin1');
  writeFileSync(path, text.replace('read-only', 'read-onlx'), 'latin1');
  await settings.getByRole('button', { name: 'Check integrity' }).click();
  await expect(settings.getByRole('list', { name: 'What the check found' })).toContainText(
    'INC-0001 Checkout errors: “',
  );
  await expect(settings.getByText(/line 3: checksum does not match/)).toBeVisible();
  await second.close();
});

test('everything is exported from the settings, and its place is said', async () => {
  const first = await closedWith(['db01 is read-only']);
  const second = await again(first);
  await untilDurable(second.page, 2);
  const settings = await openSettings(second.page);
  await settings.getByRole('button', { name: 'Export everything' }).click();
  const said = settings.getByText(/Bundle of 1 incident with 2 rows.* written and checked: /);
  await expect(said).toBeVisible();
  const path = /checked: (.*)$/.exec((await said.textContent()) ?? '')?.[1] ?? '';
  expect(existsSync(path)).toBe(true);
  await second.close();
});

test('[BAK10] a journal that can’t be written offers the whole incident elsewhere, saved and unsaved', async () => {
  const console = await launchConsole();
  await declare(console.page, { title: 'Nowhere to write' });
  await untilDurable(console.page, 1);
  const folder = join(console.profile, 'journal');
  await console.app.evaluate(async ({ dialog }, elsewhere) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [elsewhere] });
  }, freshFolder('elsewhere'));
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'in the way');
  await log(console.page, 'held in memory');
  const notice = console.page.getByText(/^NOT SAVED/).first();
  test.skip(!(await appears(notice)), 'this system goes on writing to a journal that was deleted');
  await console.page.getByRole('button', { name: 'Save elsewhere' }).click();
  const said = console.page.getByText(/^Written and checked: 2 rows in “/);
  await expect(said).toBeVisible();
  const path = /“(.*)”/.exec((await said.textContent()) ?? '')?.[1] ?? '';
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(2);
  await console.page.getByRole('button', { name: 'Copy all' }).click();
  const copied = () => console.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('held in memory');
  await console.killAll();
});

async function appears(notice: Locator): Promise<boolean> {
  return notice.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
