import { powerMonitor } from 'electron';
import type { AlarmClock } from './alarm';

const TICK_MS = 1000;

/** Looks at the clocks each second, and at once when the system says that it woke (it may not say). */
export function watchTime(alarms: AlarmClock): void {
  const tick = (): void => alarms.tick();
  tick();
  setInterval(tick, TICK_MS);
  powerMonitor.on('resume', tick);
  powerMonitor.on('unlock-screen', tick);
}
