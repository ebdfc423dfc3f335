/**
 * One store is damaged, the other is whole: every row is there, the damaged one is whole again, and a
 * sentence says what happened. Both are damaged: every row that either can still give.
 */
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { freshFolder } from '../support/freshFolder';
import { declare, entries, log, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

type Ending = 'closed' | 'killed';
type Inflict = (profile: string) => void;

const NOTES = ['one', 'two', 'three', 'four', 'five'];
/** Declared, and the commander assigned. */
const ROWS = NOTES.length + 2;

let templates: Readonly<Record<Ending, string>> | undefined;

/** A profile whose console was ended in this way, made once a worker. */
async function profileAfter(ending: Ending): Promise<string> {
  templates ??= { closed: await madeBy('closed'), killed: await madeBy('killed') };
  const profile = freshFolder('profile');
  cpSync(templates[ending], profile, { recursive: true });
  return profile;
}

async function madeBy(ending: Ending): Promise<string> {
  const console = await bench.launch({ userDataDir: freshFolder('template') });
  await declare(console.page, { title: 'Damaged', commander: 'Dana' });
  for (const note of NOTES) await log(console.page, note);
  await untilDurable(console.page, ROWS);
  // The working copy comes after the acknowledgement.
  await console.page.waitForTimeout(500);
  await (ending === 'closed' ? console.close() : console.killAll());
  return console.profile;
}

function journalFile(profile: string): string {
  const folder = join(profile, 'journal');
  const name = readdirSync(folder).find((one) => one.endsWith('.ndjson'));
  if (name === undefined) throw new Error('no journal');
  return join(folder, name);
}

function storeLog(profile: string): string {
  const folder = join(profile, 'IndexedDB', 'app_console_0.indexeddb.leveldb');
  const name = readdirSync(folder).find((one) => one.endsWith('.log'));
  if (name === undefined) throw new Error('no store');
  return join(folder, name);
}

const flip = (file: string, text: string): void => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf(text);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  writeFileSync(file, bytes);
};

/** Rows that are readable in the journal, by note. */
function readableNotes(profile: string): readonly string[] {
  const lines = readFileSync(journalFile(profile), 'utf8').split('\n');
  return lines.flatMap((line) => {
    try {
      const { row } = JSON.parse(line) as { row?: { event: { text?: string } } };
      return row?.event.text ?? [];
    } catch {
      return [];
    }
  });
}

const said = (page: Page) => page.locator('[role="alert"], [role="status"]');

async function expectWhole({ page }: RunningConsole): Promise<void> {
  await untilDurable(page, ROWS);
  for (const note of NOTES) {
    await expect(entries(page).filter({ hasText: note }).first()).toBeVisible();
  }
}

const JOURNAL_DAMAGES: Readonly<Record<string, Inflict>> = {
  'cut to half': (profile) => {
    const file = journalFile(profile);
    truncateSync(file, Math.floor(readFileSync(file).length / 2));
  },
  'without its last three lines': (profile) => {
    const file = journalFile(profile);
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${lines.slice(0, -3).join('\n')}\n`);
  },
  'all zeros': (profile) => {
    const file = journalFile(profile);
    writeFileSync(file, Buffer.alloc(readFileSync(file).length));
  },
  emptied: (profile) => truncateSync(journalFile(profile), 0),
  deleted: (profile) => rmSync(journalFile(profile)),
  'deleted with its folder': (profile) => rmSync(join(profile, 'journal'), { recursive: true }),
};

for (const ending of ['closed', 'killed'] as const) {
  for (const [what, inflict] of Object.entries(JOURNAL_DAMAGES)) {
    // A clean exit vouches for sizes: zeros in place of all are found when idle, as a flipped byte is below.
    if (ending === 'closed' && what === 'all zeros') continue;
    test(`[REC2] ${ending}, then its journal ${what}: every row comes back from the working copy`, async () => {
      const profile = await profileAfter(ending);
      inflict(profile);
      const console = await bench.launch({ userDataDir: profile });
      await expectWhole(console);
      await expect(
        said(console.page)
          .filter({ hasText: /lacked \d rows/ })
          .first(),
      ).toBeVisible();
      await console.close();
      expect(readableNotes(profile).toSorted()).toEqual([...NOTES].sort());
      const again = await bench.launch({ userDataDir: profile });
      await expectWhole(again);
    });
  }
}

test('[REC2] a garbage checkpoint costs nothing', async () => {
  const profile = await profileAfter('closed');
  writeFileSync(join(profile, 'journal', 'checkpoint.json'), 'garbage');
  await expectWhole(await bench.launch({ userDataDir: profile }));
});

test('[REC4] a byte flipped after a clean exit is found when idle, mended, and told of once', async () => {
  const profile = await profileAfter('closed');
  flip(journalFile(profile), '"two"'.slice(1, -1));
  const console = await bench.launch({ userDataDir: profile });
  const damage = console.page.getByRole('alert').filter({ hasText: 'is damaged (line' });
  await expect(damage).toBeVisible({ timeout: 20_000 });
  await expectWhole(console);
  expect(readdirSync(join(profile, 'journal', 'aside')).join()).toMatch(/\.line-\d+\.[0-9a-f]{8}\.damaged/);
  await console.page.getByRole('button', { name: 'Details' }).click();
  const findings = console.page.getByRole('list', { name: 'What the check found' });
  await expect(findings).toContainText('checksum does not match');
  await console.page.keyboard.press('Escape');
  await console.close();
  expect(readableNotes(profile)).toContain('two');
  const again = await bench.launch({ userDataDir: profile });
  await expectWhole(again);
  await again.page.waitForTimeout(10_000);
  await expect(again.page.getByRole('alert').filter({ hasText: 'is damaged' })).toHaveCount(0);
});

test('[REC3] both damaged: what either can give is there, the damaged line is told and kept', async () => {
  const profile = await profileAfter('killed');
  flip(journalFile(profile), '"two"'.slice(1, -1));
  const store = storeLog(profile);
  truncateSync(store, readFileSync(store).length - 300);
  const console = await bench.launch({ userDataDir: profile });
  await expectWhole(console);
  const notice = said(console.page).filter({ hasText: 'could not be read (checksum does not match)' });
  await expect(notice.first()).toContainText('lacked 1 row');
  await expect(console.page.getByRole('button', { name: 'Details' })).toBeVisible();
  expect(readdirSync(join(profile, 'journal', 'aside')).join()).toContain('.damaged');
});

test('[REC5] a working copy locked by another process: the journal is shown, and the next start heals', async () => {
  const profile = await profileAfter('closed');
  const lock = join(profile, 'IndexedDB', 'app_console_0.indexeddb.leveldb', 'LOCK');
  const code =
    'import fcntl,sys,time;f=open(sys.argv[1],"r+");fcntl.lockf(f,fcntl.LOCK_EX);print(1,flush=True);time.sleep(120)';
  const other = spawn('python3', ['-c', code, lock], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await new Promise((locked) => other.stdout.once('data', locked));
    const console = await bench.launch({ userDataDir: profile });
    await expectWhole(console);
    await expect(
      said(console.page).filter({ hasText: 'The working copy of the log failed' }).first(),
    ).toBeVisible();
    await log(console.page, 'typed all the same');
    await untilDurable(console.page, ROWS + 1);
    await console.close();
  } finally {
    other.kill('SIGKILL');
  }
  const again = await bench.launch({ userDataDir: profile });
  await untilDurable(again.page, ROWS + 1);
  await expect(said(again.page).filter({ hasText: 'failed' })).toHaveCount(0);
});
