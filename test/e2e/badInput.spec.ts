/**
 * What nobody should type and somebody does: each gets a sentence, keeps what was typed and leaves the
 * console usable, and what it says is saved is there after three launches.
 */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { Bench } from '../support/bench';
import type { RunningConsole } from '../support/electronApp';
import { journalledNotes } from '../support/journalOnDisk';
import {
  declare,
  durableRows,
  entries,
  exportPostMortem,
  log,
  pad,
  putExactly,
  typingMs,
  untilDurable,
} from './driver';
import { expectAllKept } from './relaunches';

const bench = new Bench();
let console: RunningConsole;
let page: Page;

test.beforeAll(async () => {
  console = await bench.launch();
  page = console.page;
  await declare(page, { title: 'Bad input', commander: 'Dana' });
  await untilDurable(page, 2);
});

test.afterAll(() => bench.clear());

/** After every case: one more note can be logged, and the journal takes it. */
test.afterEach(async () => {
  const before = await durableRows(page);
  await log(page, 'typed afterwards');
  await untilDurable(page, before + 1);
});

const problem = (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text });

/** The pad turns the line down with a sentence, keeps it, and writes nothing. */
async function expectTurnedDown(line: string, sentence: string | RegExp): Promise<void> {
  const before = await durableRows(page);
  await pad(page).fill(line);
  await pad(page).press('Enter');
  await expect(problem(sentence)).toBeVisible();
  await expect(pad(page)).toHaveValue(line);
  await expect(pad(page)).toBeFocused();
  expect(await durableRows(page)).toBe(before);
}

test.describe('the pad', () => {
  for (const blank of ['', '   ', '\n\n', ' \t \n ']) {
    test(`turns down an empty note: ${JSON.stringify(blank)}`, async () => {
      await expectTurnedDown(blank, 'The note is empty. Type something first.');
    });
  }

  const times: readonly (readonly [string, string])[] = [
    ['/at', 'Give a time, for example'],
    ['/at nonsense', 'That is not a time this field knows.'],
    ['/at nonsense the pager went', 'That is not a time this field knows.'],
    ['/at 25:99 x', 'There is no such day or time of day.'],
    ['/at 2026-02-30T10:00Z x', 'There is no such day or time of day.'],
    ['/at 14:32', 'Say what happened then: the note’s text follows the time.'],
    ['/at -7m   ', 'Say what happened then: the note’s text follows the time.'],
    ['/at +2h the rollback ends', 'That time lies in the future.'],
    ['/at 2999-01-01T00:00Z x', 'That time lies in the future.'],
    ['/at 9999-12-31T23:59:59Z x', 'That time lies in the future.'],
    ['/at -999999h x', 'before the incident began'],
  ];
  for (const [line, sentence] of times) {
    test(`turns down ${line}`, () => expectTurnedDown(line, sentence));
  }

  test('logs a note at a date in the year 0, which the journal keeps', async () => {
    await log(page, '/at 0000-02-29T12:00:00Z the abacus stopped');
    const entry = entries(page).filter({ hasText: 'the abacus stopped' });
    const timeline = page.getByTestId('timeline');
    await timeline.evaluate((list) => list.scrollTo(0, 0));
    await expect(entry.locator('time')).toHaveAttribute('datetime', '0000-02-29T12:00:00.000Z');
    // Whoever reads further up is left there, also when something is logged.
    await timeline.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  });

  test('logs 100,000 characters, shows them folded and exports them whole', async () => {
    const long = Array.from({ length: 20_000 }, (_, n) => String(n % 10_000).padStart(4, '0')).join(' ');
    const text = long.padEnd(100_000, 'x');
    const before = await durableRows(page);
    await pad(page).fill(text);
    const inPad = await typingMs(page, ' yes');
    await pad(page).press('Enter');
    await untilDurable(page, before + 1);
    const entry = entries(page).filter({ hasText: '0000 0001 0002' });
    expect((await entry.textContent())?.length).toBeLessThan(2_000);
    await expect(entry.getByRole('button', { name: 'Show all 100,004 characters' })).toBeVisible();
    const folded = await typingMs(page, 'typing goes on');
    await entry.getByRole('button', { name: 'Show all' }).click();
    await expect(entry).toContainText(`${text} yes`);
    const unfolded = await typingMs(page, ' and on');
    await pad(page).fill('');
    test
      .info()
      .annotations.push({ type: 'ms a key', description: JSON.stringify({ inPad, folded, unfolded }) });
    expect(Math.max(inPad, folded, unfolded)).toBeLessThan(200);
    expect(journalledNotes(console.profile)).toContain(`${text} yes`);
    expect(readFileSync(await exportPostMortem(page), 'utf8')).toContain(`${text} yes`);
  });

  test('turns down 1,000,001 characters and keeps them for cutting', async () => {
    const text = 'log line '.repeat(111_112).slice(0, 1_000_001);
    await expectTurnedDown(text, 'longer than 1,000,000 characters.');
    await pad(page).press('Backspace');
    const before = await durableRows(page);
    await pad(page).press('Enter');
    await untilDurable(page, before + 1);
    expect(journalledNotes(console.profile)).toContain(text.slice(0, -1));
  });
});

const marksIn = (shown: string): readonly string[] => shown.match(/U\+[0-9A-F]{4,5}/g) ?? [];

test.describe('characters that hide', () => {
  const hidden: Readonly<Record<string, { typed: string; marks: readonly string[] }>> = {
    'control characters and NUL': {
      typed: 'nul \u0000 bell \u0007 escape \u001B[31m delete \u007F c1 \u009F end',
      marks: ['U+0000', 'U+0007', 'U+001B', 'U+007F', 'U+009F'],
    },
    'right-to-left overrides': {
      typed: 'pay \u202Eyaolyap\u202C and \u2066isolate\u2069 \u200F\u061C marks',
      marks: ['U+202E', 'U+202C', 'U+2066', 'U+2069', 'U+200F', 'U+061C'],
    },
    'zero-width and invisible letters': {
      typed: 'xy\u200Bxy\u2060xy\uFEFFxy\u00ADxy\u3164xy\u{E0041}xy\u200Dxy\u034Fxy',
      marks: ['U+200B', 'U+2060', 'U+FEFF', 'U+00AD', 'U+3164', 'U+E0041', 'U+200D', 'U+034F'],
    },
    'lone surrogates and noncharacters': {
      typed: 'lone \uD800 and \uDC00 turned \uDE00\uD83D and \uFFFE end',
      marks: ['U+D800', 'U+DC00', 'U+DE00', 'U+D83D', 'U+FFFE'],
    },
    'emoji families, flags and joined letters': {
      typed: '👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 1️⃣ ❤️ 👍🏽 and نمی‌خواهم',
      marks: [],
    },
    'combining marks': { typed: `Z${'\u0335\u0321\u031B\u0338\u0353'.repeat(12)}algo e\u0301 é`, marks: [] },
  };
  for (const [what, { typed, marks }] of Object.entries(hidden)) {
    test(`${what} are kept as typed and shown as what they are, also in the export`, async () => {
      const before = await durableRows(page);
      await putExactly(page, typed);
      await pad(page).press('Enter');
      await untilDurable(page, before + 1);
      expect(journalledNotes(console.profile).at(-1)).toBe(typed);
      // The journal may answer before the frame that mounts the row.
      const shown = async () => (await entries(page).last().textContent()) ?? '';
      await expect.poll(async () => marksIn(await shown())).toEqual(marks);
      if (marks.length === 0) await expect.poll(shown).toContain(typed);
      const markdown = readFileSync(await exportPostMortem(page), 'utf8');
      expect(marks.filter((mark) => !markdown.includes(`⟦${mark}⟧`))).toEqual([]);
      expect(markdown.match(/[\p{Bidi_Control}\p{Cs}\u200B\u2060\uFEFF\u3164]|(?!\n)\p{Cc}/gu)).toBeNull();
    });
  }
});

test('everything that said “Saved” is there after three launches', async () => {
  const before = await durableRows(page);
  await log(page, 'the last one');
  await untilDurable(page, before + 1);
  await expectAllKept(bench, console);
  console = await bench.again(console);
  page = console.page;
  await untilDurable(page, before + 4);
});
