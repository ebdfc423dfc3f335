/**
 * One file of a profile after the other is cut, changed, zeroed or deleted. Whatever it was: every row
 * that one of the two stores still has is there at each of the next three launches, and notes are taken.
 */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Bench } from '../support/bench';
import { untilDurable } from '../e2e/driver';
import { EVERY_DAMAGE, cutBy, cutToHalf, deleted, emptied, flippedAt } from './damages';
import { missingIn, readableRows } from './rowsOnDisk';
import { figure, isLong, longTest, runs } from './runs';
import { copyOf, templates, type Ending } from './templateProfile';
import { threeLaunches } from './threeLaunches';

const bench = new Bench();

test.afterEach(() => bench.clear());

/** The journal of the open incident. */
const JOURNAL = 'journal/seeded-2.0001.ndjson';

const NAMED = {
  'cut to half': { damage: cutToHalf, told: /unfinished line|Line \d+ of|could not be read/, short: true },
  'cut by 30 bytes': { damage: cutBy(30), told: /The last, unfinished line of a journal was set aside/ },
  emptied: { damage: emptied, told: null },
  deleted: { damage: deleted, told: /the file is gone/, short: true },
} as const;

for (const [what, { damage, told, ...which }] of Object.entries(NAMED)) {
  if (!isLong && !('short' in which)) continue;
  test(`a journal ${what} after a clean exit is made whole from the working copy`, async () => {
    const { closed } = await templates();
    const profile = copyOf(closed);
    damage(join(profile, JOURNAL));
    const found = await threeLaunches({ bench, profile, template: closed });
    figure('single-file corruptions', 1);
    expect(found.missing).toEqual([]);
    // Not only in one of the two stores: the journal itself has every row again.
    expect(missingIn(closed.rows, [readableRows(profile)])).toEqual([]);
    if (told) expect(found.told).toMatch(told);
  });
}

longTest(
  'a bit turned in a journal after a clean exit is found, and told of, while the console is in use',
  async () => {
    const { closed } = await templates();
    const profile = copyOf(closed);
    flippedAt(0.5)(join(profile, JOURNAL));
    const { page, close } = await bench.launch({ userDataDir: profile, home: closed.home });
    await untilDurable(page, closed.openRows);
    const notice = page.getByText(/^The journal file “seeded-2\.0001\.ndjson” is damaged \(line \d+: /);
    await expect(notice).toBeVisible({ timeout: 20_000 });
    await close();
    const found = await threeLaunches({ bench, profile, template: closed });
    figure('single-file corruptions', 1);
    expect(found.missing).toEqual([]);
  },
);

interface Case {
  readonly ending: Ending;
  readonly file: string;
  readonly how: string;
}

async function everyCase(): Promise<readonly Case[]> {
  const byEnding = await templates();
  const endings: readonly Ending[] = ['closed', 'killed'];
  return endings.flatMap((ending) =>
    byEnding[ending].files.flatMap((file) =>
      Object.keys(EVERY_DAMAGE).map((how): Case => ({ ending, file, how })),
    ),
  );
}

/** The files of the program and of its database come first; what a browser keeps besides is thinned out. */
function chosen(all: readonly Case[]): readonly Case[] {
  const ours = all.filter(({ file }) => OURS.test(file));
  const others = all.filter(({ file }) => !OURS.test(file));
  return [...ours, ...spread(others, Math.max(0, MOST - ours.length))];
}

const OURS =
  /^(?:journal|backups|IndexedDB)\/|^(?:settings|alarms|window)\.json$|^(?:device-id|drafts\.ndjson|Local State|Preferences)$|^Singleton/;
const MOST = 240;
const PARTS = runs({ short: 1, long: 24 });
const IN_SHORT = 1;

/** So many of them, in even steps. */
const spread = <T>(all: readonly T[], count: number): readonly T[] =>
  all.filter((_, i) => Math.floor(((i + 1) * count) / all.length) > Math.floor((i * count) / all.length));

for (let part = 0; part < PARTS; part += 1) {
  test(`any single damaged file costs no row and no note, part ${part + 1} of ${PARTS}`, async () => {
    test.setTimeout(600_000);
    const byEnding = await templates();
    const all = chosen(await everyCase());
    const cases = isLong ? all.filter((_, i) => i % PARTS === part) : spread(all, IN_SHORT);
    const lost: string[] = [];
    for (const { ending, file, how } of cases) {
      const name = `${file} ${how}, ${ending}`;
      await test.step(name, async () => {
        const template = byEnding[ending];
        const profile = copyOf(template);
        EVERY_DAMAGE[how]?.(join(profile, file));
        try {
          const { missing } = await threeLaunches({ bench, profile, template });
          if (missing.length > 0) lost.push(`${name}: ${missing.length} rows missing`);
        } catch (error) {
          lost.push(`${name}: ${String(error).slice(0, 600)}`);
        }
        await bench.clear();
      });
      figure('single-file corruptions', 1);
    }
    expect(lost).toEqual([]);
  });
}
