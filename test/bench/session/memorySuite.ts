import { setTimeout as pause } from 'node:timers/promises';
import type { Readings } from '../metrics';
import { pssMiB, runMs } from '../system/processReadings';
import type { Running } from './running';

const REST_MS = 700;
const IDLE_MS = 2000;

/** Memory after a rest, and what doing nothing costs. */
export async function measureRest(running: Running, readings: Readings): Promise<void> {
  await pause(REST_MS);
  readings.add('memory.pss', await settledMemory(running));
  const [before, from] = [runMs(running.pid), performance.now()];
  await pause(IDLE_MS);
  readings.add('idle.cpu', (100 * (runMs(running.pid) - before)) / (performance.now() - from));
}

/** The same after all that the session did. */
export async function measureMemoryAfter(running: Running, readings: Readings): Promise<void> {
  readings.add('memory.pssAfter', await settledMemory(running));
}

async function settledMemory({ cdp, pid }: Running): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  await pause(200);
  return pssMiB(pid);
}
