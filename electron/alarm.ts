import { advance, armed, rearmed, type Instant, type KeptAlarm, type LiveAlarm } from './alarmRules';
import type { ArmedUpdate, Lane, Ring } from './contract';
import type { Clock } from './wallClock';

/** Two looks at the clocks further apart than this were not a second's tick: the machine slept. */
const GAP_MS = 3000;
/** The clocks disagreeing by more than this since the last look means that one of them was set. */
const STEP_MS = 2000;

export interface AlarmPorts {
  readonly clock: Clock;
  readonly ring: (ring: Ring, title: string) => void;
  /** Something worth keeping changed; the list is all there is. */
  readonly changed: (alarms: readonly KeptAlarm[]) => void;
  /** The machine woke or a clock was set; `gapMs` is how far the wall clock moved. */
  readonly clockChanged: (gapMs: number) => void;
}

type Which = { readonly incidentId: string; readonly lane: Lane };

/**
 * The promised updates. Main owns them because a hidden window's timers run once a minute and a
 * closed one's not at all; each is an instant on the wall clock, looked at every second.
 */
export class AlarmClock {
  private readonly alarms = new Map<string, LiveAlarm>();
  private last: Instant | null = null;

  constructor(private readonly ports: AlarmPorts) {}

  get anyArmed(): boolean {
    return this.alarms.size > 0;
  }

  /** The incidents there is an alarm for. */
  get armed(): readonly string[] {
    return [...this.alarms.values()].map(({ update }) => update.incidentId);
  }

  /** Takes up the alarms of the last run; the next tick rings what came due meanwhile. */
  resume(kept: readonly KeptAlarm[]): void {
    const now = this.now();
    for (const alarm of kept) this.alarms.set(keyOf(alarm.update), rearmed(alarm, now));
  }

  /**
   * Arming the same promise again, as a page does that was reloaded, keeps what has rung. Answers
   * whether it was another promise.
   */
  arm(update: ArmedUpdate): boolean {
    const known = this.alarms.get(keyOf(update));
    const same = known?.update.dueAt === update.dueAt && known.update.snoozed === update.snoozed;
    this.alarms.set(keyOf(update), same ? { ...known, update } : armed(update, this.now()));
    this.report();
    return !same;
  }

  /** Answers whether it was armed. */
  disarm(which: Which): boolean {
    const was = this.alarms.delete(keyOf(which));
    if (was) this.report();
    return was;
  }

  /** To be called every second, and at once when the system says that it woke. */
  tick(): void {
    const now = this.now();
    const jumped = this.jumpedSinceLast(now);
    const unwatched = this.last === null || jumped;
    if (jumped && this.last) this.ports.clockChanged(Math.round(now.wall - this.last.wall));
    this.last = now;
    let changed = false;
    for (const [key, alarm] of this.alarms) {
      const { alarm: next, ring } = advance(alarm, now, unwatched);
      changed ||= next !== alarm;
      this.alarms.set(key, next);
      if (ring) this.ports.ring(ring, alarm.update.title);
    }
    if (changed) this.report();
  }

  private jumpedSinceLast(now: Instant): boolean {
    if (!this.last) return false;
    const wall = now.wall - this.last.wall;
    const mono = now.mono - this.last.mono;
    return mono > GAP_MS || Math.abs(wall - mono) > STEP_MS;
  }

  private report(): void {
    this.ports.changed(
      [...this.alarms.values()].map(({ update, intervalMs, rung }) => ({ update, intervalMs, rung })),
    );
  }

  private now(): Instant {
    return { wall: this.ports.clock.wall(), mono: this.ports.clock.mono() };
  }
}

function keyOf({ incidentId, lane }: Which): string {
  return `${lane} ${incidentId}`;
}
