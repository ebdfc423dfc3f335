/**
 * Somebody scribes without pause: a note a second, every few of them a command, on top of a long log. Every key
 * arrives in order, every line becomes what it says, and the focus never leaves the pad. Ten minutes and 10,000
 * entries in the long version, with figures of time; a quarter of a minute and none in the short one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, type Page } from '@playwright/test';
import type { StoredRow } from '../../electron/contract';
import { Bench } from '../support/bench';
import { longLog, seedProfile } from '../support/seedJournal';
import { pad, untilDurable } from '../e2e/driver';
import { readableRows } from './rowsOnDisk';
import { figure, isLong, runs } from './runs';

const ENTRIES = runs({ short: 2_000, long: 10_000 });
const LINES = runs({ short: 15, long: 600 });
/** From the first key of a line to the first key of the next. */
const LINE_MS = 1_000;
const MOST_KEY_MS = 45;

/** A line, and the row that it must become: the type, and words that stand in it. */
type Said = (n: number) => readonly [line: string, type: string, words: string];

const SAID: readonly Said[] = [
  (n) => [`5xx at ${n} percent, EU only #impact`, 'note-logged', `5xx at ${n} percent, EU only #impact`],
  (n) => [`@ben says the pool holds ${n}`, 'note-logged', `@ben says the pool holds ${n}`],
  (n) => [`/decide roll back build ${n}`, 'note-logged', `roll back build ${n}`],
  (n) => [`/at -3m pager went ${n}`, 'note-logged', `pager went ${n}`],
  (n) => [`/sev ${(Math.floor(n / 10) % 2) + 2} spread ${n}`, 'severity-changed', `spread ${n}`],
  (n) => [`//sev is text here, ${n}`, 'note-logged', `/sev is text here, ${n}`],
  (n) => [`/mitigate rollback web build ${n}`, 'mitigation-attempted', `web build ${n}`],
  (n) => [`/var/log/${n} is text`, 'note-logged', `/var/log/${n} is text`],
  (n) => [`/action alert on pool ${n}`, 'action-item-added', `alert on pool ${n}`],
  (n) => [`Ünïcode – “${n}” naïve`, 'note-logged', `Ünïcode – “${n}” naïve`],
];

const said = (n: number): ReturnType<Said> => (SAID[n % SAID.length] ?? SAID[0])?.(n) ?? ['', '', ''];

const bench = new Bench();
test.afterAll(() => bench.clear());

test(`a scribe who types ${LINES} lines without pause loses no key, no order and never the focus`, async () => {
  test.setTimeout(LINES * LINE_MS * 3 + 180_000);
  const { profile, rows } = await seedProfile([longLog(ENTRIES, { severity: 4 })]);
  const { page } = await bench.launch({ userDataDir: profile });
  await untilDurable(page, rows);
  await pad(page).focus();
  await watch(page);
  for (let n = 0; n < LINES; n += 1) await typeLine(page, said(n)[0]);
  await untilDurable(page, rows + LINES);
  const { values, focusLost, keys, enters } = await page.evaluate(() => scribing);
  expect(focusLost).toEqual([]);
  expect(values).toEqual(Array.from({ length: LINES }, (_, n) => prefixes(said(n)[0])).flat());
  expect(newest(profile, LINES)).toEqual(
    Array.from({ length: LINES }, (_, n) => said(n)).map(([, type, words]) => [type, words]),
  );
  if (isLong) tell({ 'key to paint': keys, 'Enter to visible': enters });
});

/** The pad after each key. */
const prefixes = (line: string): readonly string[] =>
  Array.from({ length: line.length }, (_, i) => line.slice(0, i + 1));

async function typeLine(page: Page, line: string): Promise<void> {
  const until = Date.now() + LINE_MS;
  const keyMs = Math.min(MOST_KEY_MS, LINE_MS / (line.length + 2));
  for (let i = 0; i < line.length; i += 1) {
    await page.keyboard.type(line.charAt(i));
    await pause(Math.max(0, until - LINE_MS + (i + 1) * keyMs - Date.now()));
  }
  await page.keyboard.press('Enter');
  await pause(Math.max(0, until - Date.now()));
}

interface Scribing {
  readonly values: string[];
  readonly focusLost: string[];
  /** Milliseconds. */
  readonly keys: number[];
  readonly enters: number[];
}

declare global {
  var scribing: Scribing;
}

/** Writes down what the pad holds after each key, whatever else takes the focus, and how long the screen takes. */
function watch(page: Page): Promise<void> {
  return pad(page).evaluate((area: HTMLTextAreaElement) => {
    globalThis.scribing = { values: [], focusLost: [], keys: [], enters: [] };
    const { values, focusLost, keys, enters } = globalThis.scribing;
    area.addEventListener('input', () => values.push(area.value));
    area.addEventListener('blur', () => focusLost.push(document.activeElement?.tagName ?? 'nothing'));
    area.addEventListener('keydown', ({ key, timeStamp }) => {
      const list = key === 'Enter' ? enters : keys;
      requestAnimationFrame(() => setTimeout(() => list.push(performance.now() - timeStamp)));
    });
  });
}

/** The last rows of the journal: what each is, and its words. */
function newest(profile: string, count: number): readonly (readonly [string, string])[] {
  const all = [...readableRows(profile).values()].map((text) => JSON.parse(text) as StoredRow);
  return all
    .toSorted((a, b) => (a.stamp < b.stamp ? -1 : 1))
    .slice(-count)
    .map(({ event }) => [event.type, wordsOf(event)]);
}

function wordsOf(event: StoredRow['event']): string {
  const words = ['text', 'reason', 'what'].map((field) => event[field]);
  return words.find((one) => typeof one === 'string') ?? '';
}

/** The middle and the worst of a hundred, of the first and of the last tenth: a long night must not slow it down. */
function tell(times: Readonly<Record<string, readonly number[]>>): void {
  for (const [name, all] of Object.entries(times)) {
    const tenth = Math.ceil(all.length / 10);
    for (const [when, some] of [
      ['all', all],
      ['first tenth', all.slice(0, tenth)],
      ['last tenth', all.slice(-tenth)],
    ] as const) {
      const sorted = some.toSorted((a, b) => a - b);
      for (const part of [50, 99]) {
        const at = sorted[Math.floor(((sorted.length - 1) * part) / 100)] ?? Number.NaN;
        figure(`${name}, p${part} in ms, ${when}`, Math.round(at * 10) / 10);
      }
    }
  }
}
