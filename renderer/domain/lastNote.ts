import { isNote } from './noteKinds';
import { minutes, between, type EpochMs } from './time';
import { entryOf, type Entry, type Timeline } from './timeline';

/** How long after it was logged a note can be taken back with one key (KEY7). */
const TAKEN_BACK_WITHIN = minutes(1);

/** The note that somebody wrote last, wherever it stands in time; struck out and erased ones don't count. */
export function lastNoteBy(timeline: Timeline, person: string): Entry | undefined {
  for (const piece of timeline.positions.pieces.toReversed()) {
    for (const { id } of piece.toReversed()) {
      const entry = entryOf(timeline, id);
      const isTheirs = entry && entry.by === person && isNote(entry);
      if (isTheirs && !entry.retracted && !entry.redacted && !entry.merged) return entry;
    }
  }
  return undefined;
}

/** Whether it was logged just now. */
export const mayTakeBack = (entry: Pick<Entry, 'recordedAt'>, now: EpochMs): boolean =>
  between(entry.recordedAt, now) <= TAKEN_BACK_WITHIN;
