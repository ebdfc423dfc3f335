import { setImmediate as turn } from 'node:timers/promises';

/** Waits until every promise that can settle without a timer or a disk has settled. */
export const settle = (): Promise<void> => turn(undefined);
