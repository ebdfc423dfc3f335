/**
 * R3: the power goes at random moments. Every process is stopped, the file system's image is copied as it
 * is at that moment, and the copy is what the console finds when it is started again.
 */
import { expect, test } from '@playwright/test';
import { imageRefusal } from '../support/imageDisk';
import { consoleSpecimen } from './consoleSpecimen';
import { cutPowerWhileWriting, PowerCuts } from './powerCut';
import { figure, runs } from './runs';

const cuts = new PowerCuts();
const TIMES = runs({ short: 1, long: 20 });

test.beforeEach(() => {
  const refusal = imageRefusal();
  test.skip(refusal !== null, refusal ?? '');
});

test.afterEach(() => cuts.clear());

test('a power cut while notes are saved loses none that was called saved', async () => {
  test.setTimeout(60_000 + TIMES * 60_000);
  const tally = await cutPowerWhileWriting(cuts, consoleSpecimen, TIMES);
  figure('power cuts', tally.faults);
  figure('rows acknowledged before power cuts', tally.acknowledged);
  figure('acknowledged rows lost in power cuts', tally.lost);
  expect(tally.acknowledged).toBeGreaterThan(0);
  expect(tally.lost).toBe(0);
  // The copy really lacks what was in memory only, and has what was on the disk.
  expect({ unsyncedKept: tally.unsyncedKept, syncedLost: tally.syncedLost }).toEqual({
    unsyncedKept: 0,
    syncedLost: 0,
  });
});
