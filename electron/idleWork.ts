import { setTimeout as pause } from 'node:timers/promises';
import type { Pushes } from './contract';
import type { Ballast } from './journal/ballast';
import type { Journal } from './journal/journal';

const AFTER_START_MS = 8000;
const BETWEEN_SLICES_MS = 100;
const BALLAST_EVERY_MS = 10 * 60_000;

export interface IdleWork {
  readonly journal: Journal;
  readonly ballast: Ballast;
  readonly damaged: (damage: Pushes['journal:damaged']) => void;
  /** True once the program is about to end. */
  readonly ending: () => boolean;
}

/**
 * What can wait until the console is in use: the ballast file, and reading the journals that the
 * start took on the checkpoint's word, in small slices (some 2 % of a core).
 */
export async function workWhenIdle({ journal, ballast, damaged, ending }: IdleWork): Promise<void> {
  await pause(AFTER_START_MS, undefined, { ref: false });
  if (ending()) return;
  await ballast.replenish();
  setInterval(() => void (ending() ? null : ballast.replenish()), BALLAST_EVERY_MS).unref();
  const goOn = async (): Promise<boolean> => {
    await pause(BETWEEN_SLICES_MS, undefined, { ref: false });
    return !ending();
  };
  await journal.verify(goOn, damaged);
}
