/** How often the page is asked while it answers. */
const ASK_EVERY_MS = 2000;
/** Silent for this long, counted only while this process itself ran, the page hangs. */
const SILENT_MS = 10_000;
/** The most that one look counts: where this process is starved, the page is, too. */
const LOOK_MS = 1000;
/** Two looks further apart than this: the machine slept or was stopped, and so was the page. */
const GAP_MS = 3000;

export interface HeartbeatPorts {
  /** Asks the page; it answers at once unless its one thread is stuck. */
  readonly ask: () => void;
  /** Somebody is looking into the page with a debugger, which may hold it still. */
  readonly isExcused: () => boolean;
  readonly hung: (silentMs: number) => void;
}

/**
 * Notices a page that no longer answers. Electron's own `unresponsive` comes only after somebody has typed
 * or clicked, and whoever waits for an alarm does neither.
 *
 * Only time in which this process ran counts, so that a laptop that slept, or a whole process tree that
 * was stopped, is not taken for a page that hangs.
 */
export class Heartbeat {
  private last: number | null = null;
  private isWatching = false;
  private isAsked = false;
  /** Since it was asked, or since it last answered, ms. */
  private waited = 0;

  constructor(private readonly ports: HeartbeatPorts) {}

  /** A page has loaded. */
  begin(): void {
    this.isWatching = true;
    this.isAsked = false;
    this.waited = 0;
  }

  /** There is no page to ask. */
  end(): void {
    this.isWatching = false;
  }

  answered(): void {
    this.isAsked = false;
    this.waited = 0;
  }

  /** To be called every second with the monotonic clock, ms. */
  look(now: number): void {
    const passed = this.last === null ? 0 : now - this.last;
    this.last = now;
    if (!this.isWatching) return;
    if (passed > GAP_MS || this.ports.isExcused()) this.waited = 0;
    else this.waited += Math.min(passed, LOOK_MS);
    if (this.isAsked && this.waited >= SILENT_MS) {
      this.end();
      this.ports.hung(this.waited);
    } else if (!this.isAsked && this.waited >= ASK_EVERY_MS) {
      this.isAsked = true;
      this.waited = 0;
      this.ports.ask();
    }
  }
}
