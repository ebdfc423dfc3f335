import { epochMs, type EpochMs } from './domain/time';

/** The wall clock of the page. The only file that reads it (house rule 5). */
export const wallClock = (): EpochMs => epochMs(Date.now());
