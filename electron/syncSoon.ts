/** Runs something after a while; returns what calls it off. */
export type After = (ms: number, run: () => void) => () => void;

const realTime: After = (ms, run) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/**
 * Calls `sync` at most `withinMs` after the first write it has not covered, however the writing goes on:
 * a timer started anew with each key would never fire while somebody types. One sync runs at a time, so
 * that a slow disk is not asked again while it is still busy. `sync` may reject; `failed` then hears of it.
 */
export class SyncSoon {
  private cancel: (() => void) | null = null;
  private running: Promise<void> | null = null;
  private owed = false;

  constructor(
    private readonly sync: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
    private readonly withinMs: number,
    private readonly after: After = realTime,
  ) {}

  /** Something was written that a power cut could still take. */
  written(): void {
    this.owed = true;
    this.cancel ??= this.after(this.withinMs, () => this.due());
  }

  /** Syncs what is owed now; resolves when nothing is. */
  async flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    while (this.running) await this.running;
    if (this.owed) await this.run();
  }

  private due(): void {
    this.cancel = null;
    // The one that runs began before this write; it is followed by another at once.
    if (this.running === null) void this.run();
  }

  private run(): Promise<void> {
    this.running ??= this.all().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async all(): Promise<void> {
    while (this.owed) {
      this.owed = false;
      try {
        await this.sync();
      } catch (error) {
        this.failed(error);
      }
      // A timer that is still ahead covers what was written since.
      if (this.cancel !== null) return;
    }
  }
}
