/**
 * Exports onto disks that refuse them: the sentence names the file, an older draft stays byte for byte,
 * and the same click works once the disk is mended.
 */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { mountRefusal, type SmallDisk } from '../support/smallDisk';
import { declare, exportPostMortem, log, pad, untilDurable } from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();

test.afterEach(() => bench.clear());

const refused = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'The post-mortem was not written.' });
const exported = (page: Page) => page.getByTestId('exported');
const exportButton = (page: Page) => page.getByRole('button', { name: 'Export post-mortem' });
const draftIn = (root: string): string => join(root, 'INC-0001 Export', 'post-mortem.md');

async function declared(home = freshFolder('home')): Promise<RunningConsole> {
  const console = await bench.launch({ home });
  await declare(console.page, { title: 'Export', commander: 'Dana' });
  await log(console.page, 'the first note');
  await untilDurable(console.page, 3);
  return console;
}

/** The export fails with this sentence; the console stays usable. */
async function expectRefused(page: Page, sentence: string): Promise<void> {
  await exportButton(page).click();
  await expect(refused(page)).toContainText(sentence);
  await expect(refused(page)).toContainText(
    'The log is untouched, and so is an older file if there was one.',
  );
  await expect(exported(page)).toBeHidden();
  await pad(page).fill('typed meanwhile');
  await pad(page).press('Enter');
  await expect(pad(page)).toHaveValue('');
}

async function triedAgain(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(exported(page)).toHaveAttribute('data-path', path);
  await expect(refused(page)).toBeHidden();
  expect(readFileSync(path, 'utf8')).toContain('typed meanwhile');
}

/** What lies beside a draft: nothing, no half-written file either. */
const beside = (path: string): readonly string[] => readdirSync(join(path, '..'));

test('a documents folder that is not there yet is made', async () => {
  const home = freshFolder('home');
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Papers/Work"\n');
  const { page } = await declared(home);
  const path = await exportPostMortem(page);
  expect(path).toBe(draftIn(join(home, 'Papers/Work/Incident Console')));
  expect(readFileSync(path, 'utf8')).toContain('the first note');
});

test('a file in place of the export folder is named, and the draft can be copied or tried again', async () => {
  const console = await declared();
  const { page, home } = console;
  const root = join(home, 'Incident Console');
  writeFileSync(root, 'in the way');
  await expectRefused(page, `Something else stands in the way of “${draftIn(root)}”`);
  expect(readFileSync(root, 'utf8')).toBe('in the way');

  await page.getByRole('button', { name: 'Copy the draft' }).click();
  const copied = () => console.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('the first note');
  expect(await copied()).toMatch(/^# Post-mortem INC-0001: Export\n/);

  rmSync(root);
  await triedAgain(page, draftIn(root));
  await expectAllKept(bench, console);
});

test('a folder in place of the draft is named', async () => {
  const { page, home } = await declared();
  const root = join(home, 'Incident Console');
  mkdirSync(join(draftIn(root), 'something'), { recursive: true });
  await expectRefused(page, `“${draftIn(root)}”`);
  expect(beside(draftIn(root))).toEqual(['post-mortem.md']);
  rmSync(draftIn(root), { recursive: true });
  await triedAgain(page, draftIn(root));
});

test('a chosen folder that is gone is named and not made anew; brought back it works', async () => {
  const first = await declared();
  await first.close();
  const stick = join(freshFolder('stick'), 'drafts');
  const file = join(first.profile, 'settings.json');
  const settings = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...settings, exportFolder: stick }));
  const { page } = await bench.again(first);
  await untilDurable(page, 3);
  await expectRefused(page, `“${stick}” is gone. Bring the folder or drive back, or choose another one.`);
  expect(existsSync(stick)).toBe(false);
  mkdirSync(stick);
  await triedAgain(page, draftIn(stick));

  const whole = readFileSync(draftIn(stick));
  renameSync(stick, `${stick}.away`);
  await expectRefused(page, `“${stick}” is gone.`);
  renameSync(`${stick}.away`, stick);
  expect(readFileSync(draftIn(stick)).equals(whole)).toBe(true);
  await triedAgain(page, draftIn(stick));
});

test.describe('on a disk of its own', () => {
  test.beforeEach(() => {
    const refusal = mountRefusal();
    test.skip(refusal !== null, refusal ?? '');
  });

  const cases: Readonly<
    Record<string, { sentence: string; spoil: (disk: SmallDisk) => void; mend: (disk: SmallDisk) => void }>
  > = {
    full: {
      sentence: 'has no space left. Free some space, then try again.',
      spoil: (disk) => disk.fillUp(),
      mend: (disk) => disk.makeRoom(),
    },
    'read-only': {
      sentence: 'can’t be written to. Make it writable, or choose another folder.',
      spoil: (disk) => disk.remount('ro'),
      mend: (disk) => disk.remount('rw'),
    },
  };
  for (const [what, { sentence, spoil, mend }] of Object.entries(cases)) {
    test(`that is ${what}, an older draft stays byte for byte, and a new one is written once it is mended`, async () => {
      const home = freshFolder('home');
      const root = join(home, 'Incident Console');
      const disk = bench.disk(4, root);
      const console = await declared(home);
      const { page } = console;
      const path = await exportPostMortem(page);
      expect(path).toBe(draftIn(root));
      const older = readFileSync(path);
      for (let n = 0; n < 10; n += 1) await log(page, `more ${n} ${'lorem ipsum '.repeat(700)}`.trim());
      spoil(disk);
      await expectRefused(page, `“${path}” ${sentence}`);
      expect(readFileSync(path).equals(older)).toBe(true);
      expect(beside(path)).toEqual(['post-mortem.md']);
      await exportButton(page).click();
      // What shows that it failed is there from before: only the end of this one may be followed by mending.
      await expect(exportButton(page)).toHaveAttribute('aria-busy', 'false');
      await expect(refused(page)).toBeVisible();
      expect(readFileSync(path).equals(older)).toBe(true);
      mend(disk);
      await triedAgain(page, path);
      await expectAllKept(bench, console);
    });
  }
});

test('exporting again replaces the draft at once: whoever reads sees the old one or the new one, whole', async () => {
  const { page } = await declared();
  const path = await exportPostMortem(page);
  for (let n = 1; n <= 3; n += 1) {
    const older = readFileSync(path, 'utf8');
    const reader = openSync(path, 'r');
    await log(page, `note before export ${n}`);
    expect(await exportPostMortem(page)).toBe(path);
    expect(readFileSync(reader, 'utf8')).toBe(older);
    closeSync(reader);
    expect(readFileSync(path, 'utf8')).toContain(`note before export ${n}`);
    expect(beside(path)).toEqual(['post-mortem.md']);
  }
});
