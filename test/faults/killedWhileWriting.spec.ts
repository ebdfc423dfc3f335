/**
 * R1: killed at random moments while rows are being committed, every row that the window called saved is
 * in the journal, in the window and in the working copy, at each of the three openings that follow.
 */
import { expect, test } from '@playwright/test';
import { consoleSpecimen, DECLARED } from './consoleSpecimen';
import { KILLS, killWhileWriting, type Tally } from './killing';
import { pageAgain } from './pageAgain';
import { figure, runs } from './runs';
import type { Started } from './specimen';

function tell({ faults, acknowledged, lost }: Tally): void {
  figure('kills', faults);
  figure('rows acknowledged before kills', acknowledged);
  figure('acknowledged rows lost in kills', lost);
}

const CASES = {
  page: { what: 'the page’s process', times: runs({ short: 1, long: 66 }), after: missingInTheSameRun },
  main: { what: 'the main process', times: runs({ short: 1, long: 66 }), after: async () => 0 },
  all: { what: 'every process', times: runs({ short: 1, long: 68 }), after: async () => 0 },
} as const;

for (const [name, { what, times, after }] of Object.entries(CASES)) {
  test(`a kill of ${what} while notes are saved loses none that was called saved`, async () => {
    test.setTimeout(60_000 + times * 45_000);
    const tally = await killWhileWriting(consoleSpecimen, KILLS[name as keyof typeof KILLS], times, after);
    tell(tally);
    expect(tally.faults).toBe(times);
    expect(tally.acknowledged).toBeGreaterThan(0);
    expect(tally.lost).toBe(0);
  });
}

/** Main loads the page again, and everything acknowledged must be there without a restart. */
async function missingInTheSameRun({ app }: Started, acknowledged: number): Promise<number> {
  const durable = async (): Promise<number> => Number((await pageAgain(app)).durable);
  await expect.poll(durable, { timeout: 20_000 }).toBeGreaterThanOrEqual(acknowledged + DECLARED);
  return Math.max(0, acknowledged + DECLARED - (await durable()));
}
