const MOST = 3;
const WITHIN_MS = 60_000;

/**
 * How often a crashed page may be loaded again by itself: three times a minute. A page that crashes
 * on sight would otherwise be reloaded for ever.
 */
export class CrashBudget {
  private crashes: readonly number[] = [];

  /** Counts a crash at `now` (monotonic ms) and says whether to reload. */
  mayReload(now: number): boolean {
    this.crashes = [...this.crashes.filter((time) => now - time < WITHIN_MS), now];
    return this.crashes.length <= MOST;
  }
}
