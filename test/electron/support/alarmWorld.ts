import { AlarmClock } from '../../../electron/alarm';
import type { KeptAlarm } from '../../../electron/alarmRules';
import type { ArmedUpdate, Ring } from '../../../electron/contract';
import { NOON } from './rows';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/**
 * A machine with two clocks one can move, and the alarms on it. Time passes tick by tick, as it does
 * for the real timer; sleep and clock changes happen between two ticks.
 */
export class AlarmWorld {
  wall = NOON;
  mono = 5000;
  readonly rings: Ring[] = [];
  readonly clockChanges: number[] = [];
  kept: readonly KeptAlarm[] = [];
  private alarms = this.started();

  promise(inMs: number, change: Partial<ArmedUpdate> = {}): ArmedUpdate {
    const dueAt = this.wall + inMs;
    return { incidentId: 'inc1', lane: 'internal', title: 'Checkout', dueAt, snoozed: false, ...change };
  }

  arm(update: ArmedUpdate): void {
    this.alarms.arm(update);
  }

  disarm(incidentId = 'inc1'): void {
    this.alarms.disarm({ incidentId, lane: 'internal' });
  }

  get anyArmed(): boolean {
    return this.alarms.anyArmed;
  }

  /** The program runs for that long, ticking every second. */
  run(ms: number): void {
    for (let passed = 0; passed < ms; passed += SECOND) {
      this.wall += SECOND;
      this.mono += SECOND;
      this.alarms.tick();
    }
  }

  /** The machine sleeps; on Linux the monotonic clock stops, on macOS it goes on. */
  sleep(ms: number, monotonicClock: 'stops' | 'goes on' = 'stops'): void {
    this.wall += ms;
    if (monotonicClock === 'goes on') this.mono += ms;
    this.alarms.tick();
  }

  setClock(byMs: number): void {
    this.wall += byMs;
  }

  /** The program ends and is started again after `ms`; the monotonic clock starts anew. */
  restart(ms: number): void {
    this.wall += ms;
    this.mono = 1000;
    this.alarms = this.started();
    this.alarms.resume(this.kept);
    this.alarms.tick();
  }

  /** Levels with the seconds they were late, e.g. `due 0`. */
  get heard(): readonly string[] {
    return this.rings.map(({ level, lateMs }) => `${level} ${lateMs / SECOND}`);
  }

  private started(): AlarmClock {
    return new AlarmClock({
      clock: { wall: () => this.wall, mono: () => this.mono },
      ring: (ring) => this.rings.push(ring),
      changed: (alarms) => {
        this.kept = alarms;
      },
      clockChanged: (gapMs) => this.clockChanges.push(gapMs),
    });
  }
}
