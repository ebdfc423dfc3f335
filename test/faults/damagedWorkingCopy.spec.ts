/**
 * What a disk or a kill can do to Chromium's own database: the damages that were measured to wipe it, to
 * age it, or to make it drop what it takes. The journal has every row, so none is ever missing.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Bench } from '../support/bench';
import { cutBy, cutToHalf, deleted, emptied, flippedAt, holding, withZeros, zeroedAtEnd } from './damages';
import type { Damage } from './damages';
import { figure, isLong } from './runs';
import { copyOf, levelDbOf, storeFile, templates } from './templateProfile';
import { threeLaunches } from './threeLaunches';

const bench = new Bench();

test.afterEach(() => bench.clear());

type Inflict = (profile: string) => void;

const on =
  (name: RegExp, damage: Damage): Inflict =>
  (profile) =>
    damage(storeFile(profile, name));

const beside =
  (path: string, damage: Damage): Inflict =>
  (profile) => {
    expect(existsSync(join(profile, path)), path).toBe(true);
    damage(join(profile, path));
  };

const LOG = /\.log$/;
const TABLE = /\.ldb$/;
const MANIFEST = /^MANIFEST-/;
const CURRENT = /^CURRENT$/;
const GARBAGE = holding('{"not": what it was');

/** `told`: rows were at stake, and somebody is to be told. `short`: tried in `npm test` too. */
const CASES: Readonly<Record<string, { inflict: Inflict; told: boolean; short?: true }>> = {
  'its log cut by a byte': { inflict: on(LOG, cutBy(1)), told: true },
  'its log cut by 5 bytes': { inflict: on(LOG, cutBy(5)), told: true },
  'its log cut by 60 bytes': { inflict: on(LOG, cutBy(60)), told: true },
  'its log cut by 300 bytes': { inflict: on(LOG, cutBy(300)), told: true },
  'its log cut by 500 bytes': { inflict: on(LOG, cutBy(500)), told: true },
  'its log cut to half': { inflict: on(LOG, cutToHalf), told: true, short: true },
  'zeros behind its log': { inflict: on(LOG, withZeros(4096)), told: false },
  'its log emptied': { inflict: on(LOG, emptied), told: true },
  'its log deleted': { inflict: on(LOG, deleted), told: true },
  'a bit turned in its log': { inflict: on(LOG, flippedAt(0.5)), told: true },
  'the end of its log zeroed': { inflict: on(LOG, zeroedAtEnd(4096)), told: true },
  'a bit turned in the middle of a table': { inflict: on(TABLE, flippedAt(0.5)), told: false },
  'a bit turned at the start of a table': { inflict: on(TABLE, flippedAt(0.01)), told: true },
  'a table without its end': { inflict: on(TABLE, zeroedAtEnd(48)), told: true },
  'a table cut to half': { inflict: on(TABLE, cutToHalf), told: true },
  'a table deleted': { inflict: on(TABLE, deleted), told: true },
  'a bit turned in its MANIFEST': { inflict: on(MANIFEST, flippedAt(0.5)), told: true },
  'its MANIFEST cut to half': { inflict: on(MANIFEST, cutToHalf), told: true },
  'its MANIFEST deleted': { inflict: on(MANIFEST, deleted), told: true },
  'its CURRENT emptied': { inflict: on(CURRENT, emptied), told: true },
  'its CURRENT naming nothing': { inflict: on(CURRENT, holding('MANIFEST-999999\n')), told: true },
  'its CURRENT deleted': { inflict: on(CURRENT, deleted), told: true },
  'all of it deleted': {
    inflict: (profile) => rmSync(levelDbOf(profile), { recursive: true }),
    told: true,
  },
  'garbage in Preferences': { inflict: beside('Preferences', GARBAGE), told: false },
  // Chromium does not write it in every build; it reads it where it is.
  'garbage in Local State': { inflict: (profile) => GARBAGE(join(profile, 'Local State')), told: false },
  'garbage in QuotaManager': { inflict: beside('WebStorage/QuotaManager', GARBAGE), told: false },
};

/** What is said of rows that the working copy lacked, or of a working copy that cannot be used. */
const SAID = /Rebuilt from the journal: \d+ rows?\.|The working copy of the log failed\./;

for (const [what, { inflict, told, short }] of Object.entries(CASES)) {
  if (!isLong && short !== true) continue;
  test(`a working copy with ${what} costs no row at any of three launches`, async () => {
    const { closed } = await templates();
    const profile = copyOf(closed);
    inflict(profile);
    const found = await threeLaunches({ bench, profile, template: closed });
    figure('damages of the working copy', 1);
    expect(found.missing).toEqual([]);
    if (told) expect(found.told).toMatch(SAID);
  });
}
