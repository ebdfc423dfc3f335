import { setTimeout as pause } from 'node:timers/promises';
import type { ElectronApplication } from '@playwright/test';

/** Longer than the app's own limit for draining its writes; past it, something hangs. */
const closeMs = 15_000;

/**
 * Quits the app the way a person does and sees to it that nothing of it stays behind.
 *
 * @throws when it did not quit by itself in time; it is killed all the same.
 */
export async function closeElectron(app: ElectronApplication, killAll: () => Promise<void>): Promise<void> {
  const closed = app.close().then(() => true);
  const inTime = await Promise.race([closed, pause(closeMs, false, { ref: false })]);
  await killAll();
  if (!inTime) throw new Error(`The console did not quit within ${closeMs / 1000} s.`);
}
