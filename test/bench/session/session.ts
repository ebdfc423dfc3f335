/** One session is one start of one subject, measured from the spawn to the last suite. */
import { setTimeout as pause } from 'node:timers/promises';
import { Readings, type PlaceName, type Suite } from '../metrics';
import type { Ground, Subject } from '../subjects/subject';
import { cpuMs } from '../system/processReadings';
import { measureCommits } from './commitSuite';
import { measureExport } from './exportSuite';
import { measureFinding } from './findSuite';
import { epochNow, launch, type Launched } from './launched';
import { measureMemoryAfter, measureRest } from './memorySuite';
import type { Running } from './running';
import { measureScrolling } from './scrollSuite';
import { measureFirstKey, measureStart } from './startSuite';
import { measureTyping } from './typingSuite';

export interface SessionOrder {
  readonly electron: string;
  /** The probe's script. */
  readonly probe: string;
  readonly subject: Subject;
  readonly ground: Ground;
  readonly place: PlaceName;
  readonly size: number;
  readonly suites: ReadonlySet<Suite>;
}

/** After so long everything has started; nothing looks at the app before. */
const SETTLE_MS = 2000;
/** A long log is folded after the first paint. */
const settleMsFor = (size: number): number => SETTLE_MS + size / 50;

/** In the order in which they disturb each other least. */
const SUITE_STEPS: readonly (readonly [Suite, (running: Running, readings: Readings) => Promise<void>])[] = [
  ['memory', measureRest],
  ['typing', measureTyping],
  ['commit', measureCommits],
  ['scroll', measureScrolling],
  ['find', measureFinding],
  ['export', measureExport],
  ['memory', measureMemoryAfter],
];

/** Runs the wanted suites that the subject has. @throws when it does not start or breaks. */
export async function runSession(order: SessionOrder): Promise<Readings> {
  const launched = await launch(order.electron, order.subject, order.ground);
  try {
    return await measure(order, launched);
  } finally {
    await launched.kill();
  }
}

async function measure(order: SessionOrder, launched: Launched): Promise<Readings> {
  const { subject, place, size } = order;
  const { pid, spawnedAt } = launched;
  const readings = new Readings();
  const has = (suite: Suite): boolean => order.suites.has(suite) && subject.suites.includes(suite);
  const settleMs = settleMsFor(size);
  await pause(Math.max(0, settleMs - (epochNow() - spawnedAt)));
  if (has('start')) readings.add('start.cpu', cpuMs(pid));
  const running: Running = { ...(await launched.attach()), pid, spawnedAt, subject, place, size };
  const started = has('start') ? readings : new Readings();
  await measureStart(running, settleMs, started);
  await running.page.evaluate(order.probe);
  await measureFirstKey(running, started);
  for (const [suite, step] of SUITE_STEPS) if (has(suite)) await step(running, readings);
  return readings;
}
