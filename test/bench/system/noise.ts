/** How much other programs disturb what is measured. */
import { setTimeout as pause } from 'node:timers/promises';
import { foreignMs } from './processReadings';

/** CPU of other processes above which a figure is doubtful, in per cent of one core. */
export const MOST_FOREIGN = 25;

const LOOK_MS = 250;

/** Measures noise: CPU that was used by programs other than those below `root`. */
export class Noise {
  /** @param root the first process of the bench; whatever descends from it is ours. */
  constructor(private readonly root: number) {}

  /** Starts to look; what it returns gives the noise since, in per cent of one core. 0 where nothing tells. */
  watch(): () => number {
    const before = { foreign: this.#foreignMs(), wall: performance.now() };
    return () => {
      const wall = performance.now() - before.wall;
      return Math.max(0, (100 * (this.#foreignMs() - before.foreign)) / wall) || 0;
    };
  }

  /** Waits for a quarter of a second in which others do little, up to `seconds`. */
  async untilQuiet(seconds: number): Promise<void> {
    const end = performance.now() + seconds * 1000;
    while (performance.now() < end) {
      const noise = this.watch();
      await pause(LOOK_MS);
      if (noise() < MOST_FOREIGN) return;
    }
  }

  #foreignMs(): number {
    return foreignMs(this.root);
  }
}
