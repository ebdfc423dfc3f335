/** Programs killed while they write, and what of the acknowledged rows is there afterwards. */
import { expect } from '@playwright/test';
import { isRunning, processTree, signalQuietly } from '../../build/processTree';
import {
  freshPlace,
  highest,
  missing,
  randomPause,
  type Place,
  type Specimen,
  type Started,
} from './specimen';

export interface Tally {
  /** How often the fault struck. */
  readonly faults: number;
  /** Rows written under the fault and acknowledged before it struck. */
  readonly acknowledged: number;
  /** Acknowledged rows that were not there at one of the openings after it. */
  readonly lost: number;
}

export const NOTHING: Tally = { faults: 0, acknowledged: 0, lost: 0 };

/** How a program dies. `strike` answers once everything that belongs to it has ended. */
export type Kill = (program: Started) => Promise<() => Promise<void>>;

/** Each is prepared first, so that the blow itself takes no time. */
export const KILLS: Readonly<Record<'page' | 'main' | 'all', Kill>> = {
  page: async (program) => {
    const renderer = await program.app.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.getOSProcessId(),
    );
    if (renderer === undefined) throw new Error('there is no page');
    return async () => signalQuietly(renderer, 'SIGKILL');
  },
  main: async ({ pid, killAll }) => {
    const children = processTree(pid).slice(1);
    return async () => {
      signalQuietly(pid, 'SIGKILL');
      // They notice that nobody is there any more, and end; nothing of them may hold the profile.
      await expect.poll(() => children.filter(isRunning), { timeout: 15_000 }).toEqual([]);
      await killAll();
    };
  },
  all: async ({ killAll }) => killAll,
};

/** After this many kills a fresh profile, so that a start stays short. */
const KILLS_A_PROFILE = 10;
const LONGEST_MS = 700;

/**
 * Kills at random moments under a load of writes. After each, three openings with a write in each: a
 * single one hides a damaged store, which Chromium throws away at the opening after that.
 */
export async function killWhileWriting(
  specimen: Specimen,
  kill: Kill,
  times: number,
  afterBlow: (program: Started, acknowledged: number) => Promise<number> = async () => 0,
): Promise<Tally> {
  let tally = NOTHING;
  let place = freshPlace();
  let program = await specimen.start(place);
  for (let time = 1; time <= times; time += 1) {
    const before = highest(await program.present());
    const strike = await kill(program);
    await program.keepWriting(before + 1);
    // A single kill on a slow machine must not come before there was anything to lose.
    if (times === 1) await expect.poll(program.acknowledged, { timeout: 20_000 }).toBeGreaterThan(before);
    await randomPause(20, LONGEST_MS);
    await strike();
    const acknowledged = Math.max(before, program.acknowledged());
    const lostAtOnce = await afterBlow(program, acknowledged);
    await program.killAll();
    const reopened = await openThreeTimes(specimen, place, acknowledged);
    const lost = Math.max(lostAtOnce, reopened.lost);
    tally = plus(tally, { faults: 1, acknowledged: acknowledged - before, lost });
    ({ program } = reopened);
    if (time === times || (lost === 0 && time % KILLS_A_PROFILE !== 0)) continue;
    await program.killAll();
    place = freshPlace();
    program = await specimen.start(place);
  }
  await program.killAll();
  return tally;
}

/** Openings end in turn as a person ends them and with a kill; the third stays open and is answered. */
export async function openThreeTimes(
  specimen: Specimen,
  place: Place,
  acknowledged: number,
): Promise<{ readonly lost: number; readonly program: Started }> {
  const first = await openAndWrite(specimen, place, acknowledged);
  await first.program.close();
  const second = await openAndWrite(specimen, place, first.acknowledged);
  await second.program.killAll();
  const third = await openAndWrite(specimen, place, second.acknowledged);
  return { lost: Math.max(first.lost, second.lost, third.lost), program: third.program };
}

async function openAndWrite(
  specimen: Specimen,
  place: Place,
  expected: number,
): Promise<{ readonly program: Started; readonly lost: number; readonly acknowledged: number }> {
  const program = await specimen.start(place);
  const present = await program.present();
  const next = Math.max(expected, highest(present)) + 1;
  await program.write(next);
  return { program, lost: missing(present, expected), acknowledged: next };
}

export const plus = (one: Tally, other: Tally): Tally => ({
  faults: one.faults + other.faults,
  acknowledged: one.acknowledged + other.acknowledged,
  lost: one.lost + other.lost,
});
