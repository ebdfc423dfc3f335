/**
 * The part of the contract that speaks of promised updates; the page takes it from contract.ts.
 */

/** Which promise an alarm is about; an incident has one in each lane. */
export type Lane = 'internal';

/** A promised update, owned by main from the moment it is armed. Instants are wall clock, epoch ms. */
export interface ArmedUpdate {
  readonly incidentId: string;
  readonly lane: Lane;
  readonly title: string;
  readonly dueAt: number;
  /** Snoozed: silent until `dueAt`, and no "due soon" on the way. */
  readonly snoozed: boolean;
}

/** One ring of the alarm. `dueSoon` at T−3 min, `due` at T, `overdue` at T+2, T+5, then every 5 min. */
export interface Ring {
  readonly incidentId: string;
  readonly lane: Lane;
  readonly level: 'due-soon' | 'due' | 'overdue';
  readonly dueAt: number;
  readonly lateMs: number;
  /** The due time passed while the machine slept or the app was closed. */
  readonly missedAsleep: boolean;
}
