/**
 * Titles and notes that would like to be paths and pages: exports stay in their folder, never take each
 * other's place, and read back as what was typed.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { Root } from 'mdast';
import { visibleText } from '../../renderer/exports/visibleText';
import { HOSTILE_TEXTS } from '../exports/hostileText';
import { headings, readMarkdown, textOf } from '../exports/readMarkdown';
import { Bench } from '../support/bench';
import { call } from './bridge';
import { declare, exportPostMortem, pad, putExactly, untilDurable } from './driver';

const bench = new Bench();

test.afterEach(() => bench.clear());

const TITLES: readonly string[] = [
  '../../escaped',
  '..\\..\\escaped',
  '/etc/passwd',
  'CON',
  'nul.txt',
  'a/b\\c:d*e?f"g<h>i|j',
  'x'.repeat(300),
  'é'.repeat(300),
  'trailing dots...',
  'gpj.\u202Etxt',
  '///',
  '\u200B\u2066\u2069',
  '~',
  '-rf',
  '%2e%2e%2fescaped',
  '🔥🔥🔥',
];

test('hostile titles make folders inside the export folder, each its own', async () => {
  const { page, home } = await bench.launch();
  const root = join(home, 'Incident Console');
  const paths: string[] = [];
  for (const title of TITLES) {
    await declare(page, { title });
    paths.push(await exportPostMortem(page));
  }
  for (const path of paths) {
    expect(realpathSync(path)).toBe(path);
    const [folder = '', file, ...deeper] = relative(root, path).split(sep);
    expect([file, ...deeper]).toEqual(['post-mortem.md']);
    expect(folder).toMatch(/^INC-00\d\d(?:[^<>:"/\\|?*\p{Cc}\p{Cf}]*[^<>:"/\\|?*\p{Cc}\p{Cf}. ])?$/u);
    expect(Buffer.byteLength(folder)).toBeLessThan(256);
  }
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(TITLES.length);
  expect(readdirSync(root).toSorted()).toEqual(paths.map((path) => relative(root, dirname(path))).toSorted());
  expect(readdirSync(home).filter((name) => /escaped|passwd/.test(name))).toEqual([]);
});

test('incidents and a drill of the same title do not take each other’s place', async () => {
  const { page } = await bench.launch();
  const declareAgain = async (drill: boolean): Promise<string> => {
    await page.getByRole('button', { name: 'Declare incident' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Declare incident' });
    await dialog.getByRole('textbox', { name: 'What is broken?' }).fill('Same');
    if (drill) await dialog.getByRole('checkbox', { name: 'This is a drill' }).check();
    await page.keyboard.press('Enter');
    if (!drill) await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    return exportPostMortem(page);
  };
  await declare(page, { title: 'Same' });
  const first = await exportPostMortem(page);
  const whole = readFileSync(first);
  const others = [await declareAgain(false), await declareAgain(true)];
  expect(new Set([first, ...others]).size).toBe(3);
  expect(readFileSync(first).equals(whole)).toBe(true);
});

test('the file has the checksum that the program verified', async () => {
  const { page } = await bench.launch();
  const text = HOSTILE_TEXTS.join('\n').replaceAll(/\p{Cs}/gu, '');
  const answer = await call(page, 'export:save', { folderName: 'Sum', fileName: 'sum.md', text });
  if (!answer.ok) throw new Error(answer.failure.detail);
  const { path, sha256, bytes } = answer.value;
  const written = readFileSync(path);
  expect(createHash('sha256').update(written).digest('hex')).toBe(sha256);
  expect([written.length, written.toString('utf8')]).toEqual([bytes, text]);
});

/** An incident of these notes, exported and read back by the parser of GitHub's dialect. */
async function exportedTree(notes: readonly string[]): Promise<Root> {
  const { page, killAll } = await bench.launch();
  await declare(page, { title: 'Parsed', commander: 'Dana' });
  for (const note of notes) await logPlainly(page, note);
  await untilDurable(page, 2 + notes.length);
  const markdown = readFileSync(await exportPostMortem(page), 'utf8');
  await killAll();
  return readMarkdown(markdown);
}

async function logPlainly(page: Page, note: string): Promise<void> {
  await putExactly(page, note);
  await pad(page).press('Control+Enter');
  await expect(pad(page)).toHaveValue('');
}

const DEPTHS = [1, 2, 3, 4, 5, 6] as const;

test('hostile notes add no heading to the draft, and each stands in it as it was typed', async () => {
  const longNote = Array.from({ length: 500 }, (_, n) => `${n} | # line <b>${n}</b>`).join('\n');
  const hostile = [...HOSTILE_TEXTS.filter((text) => text.trim() !== ''), longNote];
  const read = await exportedTree(hostile);
  const plain = await exportedTree(hostile.map((_, n) => `harmless ${n}`));
  for (const depth of DEPTHS) expect(headings(read, depth)).toEqual(headings(plain, depth));
  const types = new Set(read.children.flatMap((block) => typesIn(block)));
  for (const type of ['html', 'image', 'imageReference', 'definition', 'footnoteDefinition']) {
    expect(types).not.toContain(type);
  }
  const text = squeezed(textOf(read));
  const missing = hostile.filter((note) => !text.includes(squeezed(visibleText(note.trim()))));
  expect(missing).toEqual([]);
});

const typesIn = (node: Root['children'][number]): readonly string[] => [
  node.type,
  ...('children' in node ? node.children.flatMap(typesIn) : []),
];

/** Blanks at the ends of lines are no text. */
const squeezed = (text: string): string => text.replaceAll(/[ \t]*\n[ \t]*/g, '\n');
