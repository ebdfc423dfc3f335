/**
 * The control: a program that keeps its rows in IndexedDB alone goes through the same faults, by the same
 * code, and loses rows where the console loses none. If it did not, these tests would prove nothing.
 */
import { expect, test } from '@playwright/test';
import { imageRefusal } from '../support/imageDisk';
import { consoleSpecimen } from './consoleSpecimen';
import { indexedDbSpecimen } from './indexedDbSpecimen';
import { cutLog } from './indexedDbFiles';
import { KILLS, killWhileWriting, openThreeTimes, type Tally } from './killing';
import { cutPowerWhileWriting, PowerCuts } from './powerCut';
import { figure, isLong, runs } from './runs';
import { freshPlace, type Specimen } from './specimen';

const cuts = new PowerCuts();
const ROWS = 20;

test.afterEach(() => cuts.clear());

function tell(what: string, { acknowledged, lost }: Tally): void {
  figure(`control: rows acknowledged before ${what}`, acknowledged);
  figure(`control: acknowledged rows lost in ${what}`, lost);
}

/** Rows written and acknowledged, the program ended, its IndexedDB cut by 300 bytes, then three openings. */
async function lostToCutLog(specimen: Specimen): Promise<Tally> {
  const place = freshPlace();
  const first = await specimen.start(place);
  for (let number = 1; number <= ROWS; number += 1) await first.write(number);
  await first.close();
  cutLog(place.profile);
  const { lost, program } = await openThreeTimes(specimen, place, ROWS);
  await program.killAll();
  return { faults: 1, acknowledged: ROWS, lost };
}

test('a cut log of IndexedDB takes every row of the control and none of the console', async () => {
  test.setTimeout(120_000);
  const control = await lostToCutLog(indexedDbSpecimen);
  tell('a cut log', control);
  expect(control.lost).toBeGreaterThanOrEqual(ROWS);
  expect((await lostToCutLog(consoleSpecimen)).lost).toBe(0);
});

test('a power cut takes acknowledged rows of the control', async () => {
  const refusal = imageRefusal();
  test.skip(refusal !== null, refusal ?? '');
  const times = runs({ short: 1, long: 10 });
  test.setTimeout(60_000 + times * 60_000);
  const control = await cutPowerWhileWriting(cuts, indexedDbSpecimen, times);
  figure('control: power cuts', control.faults);
  tell('power cuts', control);
  expect(control.acknowledged).toBeGreaterThan(0);
  expect(control.lost).toBeGreaterThan(0);
});

// How often a kill takes everything is chance (2 in 100, as measured elsewhere): a figure, not a claim.
if (isLong) {
  test('kills of the control are counted', async () => {
    const times = 60;
    test.setTimeout(60_000 + times * 30_000);
    const control = await killWhileWriting(indexedDbSpecimen, KILLS.all, times);
    figure('control: kills', control.faults);
    tell('kills', control);
    expect(control.faults).toBe(times);
  });
}
