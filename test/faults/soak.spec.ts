/**
 * F15: one incident runs on and on while at random the page is killed, main is killed, everything is killed, the
 * machine is frozen, the disk is full. What was acknowledged is in both stores after each of them. Long version
 * only; `SOAK_MINUTES=480 npm run test:faults -- test/faults/soak.spec.ts` makes a night of it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { processTree, signalQuietly } from '../../build/processTree';
import { Bench } from '../support/bench';
import { mountRefusal, type SmallDisk } from '../support/smallDisk';
import { durableRows, log, saved, untilDurable } from '../e2e/driver';
import { consoleSpecimen, DECLARED } from './consoleSpecimen';
import { KILLS } from './killing';
import { figure, longTest } from './runs';
import { between, highest, inside, missing, randomPause, type Place, type Started } from './specimen';

const bench = new Bench();
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? 5);
/** Notes of a person, between two faults. */
const NOTES = 4;

test.beforeEach(() => {
  const refusal = mountRefusal();
  test.skip(refusal !== null, refusal ?? '');
});

test.afterEach(() => bench.clear());

/** Strikes, and leaves a program that runs, with every row it had acknowledged by then. */
type Fault = (run: { program: Started; place: Place; disk: SmallDisk }) => Promise<Started>;

const restarted = (kill: keyof typeof KILLS): Fault => {
  return async ({ program, place }) => {
    const strike = await KILLS[kill](program);
    await program.keepWriting(highest(await program.present()) + 1);
    await randomPause(20, 700);
    await strike();
    await program.killAll();
    return consoleSpecimen.start(place);
  };
};

const FAULTS: Readonly<Record<string, Fault>> = {
  'page killed': restarted('page'),
  'main killed': restarted('main'),
  'all killed': restarted('all'),
  'closed and opened': async ({ program, place }) => {
    await program.close();
    return consoleSpecimen.start(place);
  },
  'machine frozen': async ({ program }) => {
    const tree = processTree(program.pid);
    for (const pid of tree) signalQuietly(pid, 'SIGSTOP');
    await pause(3_000);
    for (const pid of tree.toReversed()) signalQuietly(pid, 'SIGCONT');
    return program;
  },
  'disk full': async ({ program, disk }) => {
    const { page } = program;
    const before = await durableRows(page);
    disk.fillUp();
    await log(page, `on a full disk ${'lorem ipsum '.repeat(400)}`);
    await expect(saved(page).filter({ hasText: /^(?:Saved|NOT SAVED)/ })).toBeVisible();
    disk.makeRoom();
    await untilDurable(page, before + 1);
    return program;
  },
};

longTest(`an incident goes on for ${MINUTES} minutes of faults and loses nothing`, async () => {
  test.setTimeout((MINUTES + 5) * 60_000);
  const disk = bench.disk(200);
  const place = inside(disk.folder);
  let program = await consoleSpecimen.start(place);
  let [faults, lost, number] = [0, 0, 0];
  const until = Date.now() + MINUTES * 60_000;
  while (Date.now() < until) {
    for (let note = 0; note < NOTES; note += 1) {
      number += 1;
      await program.write(number);
      await randomPause(50, 400);
    }
    const names = Object.keys(FAULTS);
    const name = names[Math.floor(between(0, names.length))] ?? 'all killed';
    await test.step(name, async () => {
      program = (await FAULTS[name]?.({ program, place, disk })) ?? program;
    });
    faults += 1;
    const present = await program.present();
    lost += missing(present, number);
    number = Math.max(number, highest(present));
  }
  await program.killAll();
  figure('soak: minutes', MINUTES);
  figure('soak: faults', faults);
  figure('soak: rows', number + DECLARED);
  figure('soak: acknowledged rows lost', lost);
  expect(lost).toBe(0);
  expect(faults).toBeGreaterThan(3);
});
