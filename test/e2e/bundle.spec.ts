/**
 * Bundles in the real app: out of one profile, into another, by command line, second start, menu and
 * drop; two copies of one incident that went apart; and files that mean harm.
 */
import { execFile, spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, type Page } from '@playwright/test';
import { electronHere } from '../../build/electronHere';
import { launchArguments } from '../../build/launchArguments';
import { projectRoot } from '../../build/projectRoot';
import { bufferSource } from '../../electron/bundle/byteSource';
import { openBundle } from '../../electron/bundle/openBundle';
import { launchConsole, type RunningConsole } from '../support/electronApp';
import { testEnvironment } from '../support/electronEnvironment';
import { forgedZip } from '../support/forgedZip';
import { freshFolder } from '../support/freshFolder';
import { declare, log, saved, untilDurable } from './driver';

test.setTimeout(180_000);

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Bundle/ });
const notice = (page: Page, words: string | RegExp) =>
  page.getByRole('alert').or(page.getByRole('status')).filter({ hasText: words });

async function exportBundle(page: Page, button = 'Export bundle'): Promise<string> {
  await page.getByRole('button', { name: button }).click();
  const exported = page.getByTestId('exported').filter({ hasText: 'Bundle of' });
  await expect(exported).toBeVisible();
  const path = await exported.getAttribute('data-path');
  if (path === null) throw new Error('the app names no exported file');
  return path;
}

/** Copies a bundle elsewhere: the next export goes to the same place. */
function keep(path: string, name: string): string {
  const copy = join(freshFolder('bundle'), name);
  copyFileSync(path, copy);
  return copy;
}

async function importShown(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Import' }).click();
  await expect(dialog(page)).toBeHidden();
}

/** Starts the app a second time on the profile of a running one, as a double click does. */
async function startAgain({ profile, home }: RunningConsole, file: string, cwd: string): Promise<void> {
  const { path } = await electronHere();
  const isRoot = process.getuid?.() === 0;
  const args = launchArguments([`--user-data-dir=${profile}`], {
    appFolder: projectRoot,
    typedIn: cwd,
    isRoot,
  });
  const second = spawn(path, [...args, file], {
    cwd,
    env: testEnvironment(process.env, home),
    stdio: 'ignore',
  });
  await new Promise((ended) => second.once('exit', ended));
}

/** The rows of each incident in a bundle, as text. Its proof is each computer's own (ADR 0018). */
async function logsIn(file: string): Promise<readonly string[]> {
  const bundle = await openBundle(bufferSource(readFileSync(file)));
  const logs = await Promise.all(bundle.manifest.incidents.map(({ id }) => bundle.log(id)));
  await bundle.close();
  return logs.map((bytes) => bytes.toString('utf8'));
}

async function declared(title: string): Promise<RunningConsole> {
  const console = await launchConsole();
  await declare(console.page, { title, commander: 'Dana' });
  await log(console.page, 'first note');
  await untilDurable(console.page, 3);
  return console;
}

test('goes out whole, is looked into, comes in elsewhere, and adds nothing the second time', async () => {
  const first = await declared('Checkout errors');
  const file = keep(await exportBundle(first.page), 'checkout.icbundle');
  const again = await exportBundle(first.page);
  expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
  await first.close();

  const other = await launchConsole({ args: [file] });
  const { page } = other;
  const item = dialog(page).getByRole('listitem', { name: 'Checkout errors' });
  await expect(item).toContainText('3 new, 0 here already');
  await expect(item).toContainText('Sev 1 · 3 rows');
  await expect(page.getByRole('list', { name: 'Incidents', exact: true })).toHaveCount(0);
  await importShown(page);
  await expect(notice(page, '3 rows came in, 0 were here already')).toBeVisible();
  await page
    .getByRole('list', { name: 'Incidents' })
    .getByRole('button', { name: /Checkout errors/ })
    .click();
  await expect(page.getByTestId('timeline')).toContainText('first note');
  await expect(saved(page)).toHaveAttribute('data-durable', '3');

  await startAgain(other, 'checkout.icbundle', join(file, '..'));
  await expect(dialog(page)).toContainText('Everything in it is here already.');
  await importShown(page);
  await expect(
    notice(page, 'Nothing new in “checkout.icbundle”: 3 rows of it are here already.'),
  ).toBeVisible();
  await expect(saved(page)).toHaveAttribute('data-durable', '3');
  const back = keep(await exportBundle(page), 'back.icbundle');
  expect(await logsIn(back)).toEqual(await logsIn(file));
  await other.close();

  const draft = await promisify(execFile)('npm', ['run', '--silent', 'draft', '--', file], {
    cwd: projectRoot,
  });
  expect(JSON.parse(draft.stdout)).toMatchObject({ title: 'Checkout errors' });
});

test('two copies of one incident that went apart are the same on both sides', async () => {
  const first = await declared('Split brain');
  const start = keep(await exportBundle(first.page), 'start.icbundle');
  const second = await launchConsole({ args: [start] });
  await importShown(second.page);
  await second.page.getByRole('list', { name: 'Incidents' }).getByRole('button', { name: /Split/ }).click();

  for (const [{ page }, who] of [
    [first, 'left'],
    [second, 'right'],
  ] as const) {
    for (let n = 1; n <= 3; n += 1) await log(page, `${who} ${n}`);
    await untilDurable(page, 6);
  }
  const left = keep(await exportBundle(first.page), 'left.icbundle');
  const right = keep(await exportBundle(second.page), 'right.icbundle');
  for (const [console, file] of [
    [first, right],
    [second, left],
  ] as const) {
    await startAgain(console, file, '/');
    await expect(dialog(console.page)).toContainText('3 new, 3 here already');
    await importShown(console.page);
    await untilDurable(console.page, 9);
    await expect(console.page.getByTestId('timeline')).toContainText('left 3');
    await expect(console.page.getByTestId('timeline')).toContainText('right 3');
  }
  await log(first.page, 'behind the merge');
  await untilDurable(first.page, 10);
  await startAgain(second, keep(await exportBundle(first.page), 'end.icbundle'), '/');
  await importShown(second.page);
  await untilDurable(second.page, 10);
  const [one, other] = [await exportBundle(first.page), await exportBundle(second.page)];
  expect(await logsIn(other)).toEqual(await logsIn(one));
  await Promise.all([first.close(), second.close()]);

  const relaunched = await launchConsole({ userDataDir: second.profile, home: second.home });
  await untilDurable(relaunched.page, 10);
  await relaunched.close();
});

test('files that mean harm are refused with a sentence, and leave nothing', async () => {
  const folder = freshFolder('hostile');
  const hostile: readonly (readonly [string, Buffer, string])[] = [
    ['text', Buffer.from('hello'), 'It is not an incident bundle.'],
    ['empty', Buffer.alloc(0), 'It is not an incident bundle.'],
    ['zip', forgedZip([{ name: 'a.txt', data: 'x' }]), 'It has no manifest'],
    ['traversal', forgedZip([{ name: '../../evil.txt', data: 'x' }]), 'leads out of the bundle'],
    ['absolute', forgedZip([{ name: '/etc/evil', data: 'x' }]), 'leads out of the bundle'],
    [
      'twice',
      forgedZip([
        { name: 'a', data: '' },
        { name: 'A', data: '' },
      ]),
      'two files named',
    ],
    ['link', forgedZip([{ name: 'a', data: '/etc/passwd', attributes: 0o120777 * 0x10000 }]), 'foreign kind'],
    ['huge', forgedZip([{ name: 'a', data: 'x', size: 2 ** 31, packed: true }]), 'larger than 256 MB'],
    ['bomb', forgedZip([{ name: 'a', data: Buffer.alloc(50_000_000), packed: true }]), 'blow up'],
    ['manifest', forgedZip([{ name: 'manifest.json', data: '{}' }]), 'Its manifest is none'],
  ];
  const running = await launchConsole();
  const before = filesIn(running.profile);
  for (const [name, bytes, why] of hostile) {
    const file = join(folder, `${name}.icbundle`);
    writeFileSync(file, bytes);
    await startAgain(running, file, folder);
    const alert = running.page.getByRole('alert').filter({ hasText: `“${name}.icbundle” was not opened.` });
    await expect(alert).toContainText(why);
    await expect(alert).toContainText('Nothing was imported.');
  }
  expect(readdirSync(folder).sort()).toEqual(hostile.map(([name]) => `${name}.icbundle`).sort());
  expect(filesIn(running.profile)).toEqual(before);
  await declare(running.page, { title: 'Still usable' });
  await untilDurable(running.page, 1);
  await running.close();
  const again = await launchConsole({ args: [join(folder, 'text.icbundle'), join(folder, 'gone.icbundle')] });
  await expect(notice(again.page, '“gone.icbundle” was not opened. There is no such file.')).toBeVisible();
  await again.close();
});

/** What of a profile is ours; Chromium's own files come and go. */
const filesIn = (profile: string): readonly string[] =>
  ['journal', 'failures'].flatMap((name) => {
    try {
      return readdirSync(join(profile, name)).map((file) => `${name}/${file}`);
    } catch {
      return [];
    }
  });

test('opens from the menu, and by dropping it onto the window', async () => {
  const first = await declared('Dropped');
  const file = keep(await exportBundle(first.page), 'dropped.icbundle');
  await first.close();
  const { app, page, close } = await launchConsole();
  await app.evaluate(({ dialog: native }, path) => {
    native.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await page.keyboard.press('Control+o');
  await expect(dialog(page)).toContainText('3 new');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();

  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await expect(dialog(page)).toContainText('3 new');
  await importShown(page);
  const everything = await exportBundle(page, 'Export all incidents as bundle');
  expect(everything).toMatch(/All incidents[\\/]All incidents\.icbundle$/);
  await close();
});
