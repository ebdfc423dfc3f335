import type { Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { freshFolder } from '../support/freshFolder';
import type { RunningConsole } from '../support/electronApp';

/** Where a program keeps its data. */
export interface Place {
  readonly profile: string;
  readonly home: string;
}

/**
 * A program that keeps numbered rows, from 1 on. The console is one; one that keeps them in IndexedDB
 * alone is another: a fault test that the second passes too proves nothing.
 */
export interface Specimen {
  readonly start: (place: Place) => Promise<Started>;
}

export interface Started extends Pick<RunningConsole, 'app' | 'page' | 'pid' | 'close' | 'killAll'> {
  /**
   * The last number the page has shown as acknowledged. It is told to this process at once, so it
   * survives the profile; what was told too late to arrive is missing, so it is never too high.
   */
  readonly acknowledged: () => number;
  /** Writes rows from this number on, some hundred a second, until the page dies. */
  readonly keepWriting: (first: number) => Promise<void>;
  /** Writes one row and waits for its acknowledgement. */
  readonly write: (number: number) => Promise<void>;
  /** The numbers that are there, in every place where the program promises to have them. */
  readonly present: () => Promise<ReadonlySet<number>>;
}

export const freshPlace = (): Place => place(freshFolder('profile'));

export const place = (profile: string): Place => ({ profile, home: freshFolder('home') });

export const inside = (folder: string): Place => place(join(folder, 'profile'));

/** How many of the rows 1 to `acknowledged` are not there. */
export function missing(present: ReadonlySet<number>, acknowledged: number): number {
  return Array.from({ length: acknowledged }, (_, n) => n + 1).filter((n) => !present.has(n)).length;
}

export const highest = (numbers: ReadonlySet<number>): number =>
  [...numbers].reduce((most, n) => Math.max(most, n), 0);

export const between = (least: number, most: number): number => least + Math.random() * (most - least);

/** Waits for a moment that nobody can foresee. */
export const randomPause = (leastMs: number, mostMs: number): Promise<void> =>
  pause(Math.round(between(leastMs, mostMs)));

/** Lets a page tell numbers to this process; the highest so far. */
export async function listening(page: Page): Promise<() => number> {
  let most = 0;
  await page.exposeFunction('toldToTheTest', (number: number) => {
    most = Math.max(most, number);
  });
  return () => most;
}
