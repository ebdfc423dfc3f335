import type { NoteKind, RowOf } from './events';
import type { Stamp } from './ids';
import type { Incident } from './incident';
import { isNote } from './noteKinds';
import { REDACTED } from './redaction';
import { retimed } from './retime';
import { compareStamps } from './stamp';
import { changeEntry, entryOf, revised, type Entry } from './timeline';

type EntryRow = RowOf<
  | 'entry-edited'
  | 'entry-retracted'
  | 'entry-restored'
  | 'entry-redacted'
  | 'entry-kind-changed'
  | 'entry-pinned'
  | 'entry-unpinned'
>;

/** Edits, retractions and restorations: the entry changes, its history stays (TML6, TML7), but for a redaction. */
export function evolveEntry(state: Incident, row: EntryRow): Incident {
  const entry = entryOf(state.timeline, row.event.entry);
  if (!entry) return state;
  const after = changed(entry, row);
  const moved = after.at === entry.at ? state : retimed(state, entry.id, after.at);
  return { ...withdrawn(moved, row), timeline: changeEntry(state.timeline, after) };
}

function changed(entry: Entry, row: EntryRow): Entry {
  switch (row.event.type) {
    case 'entry-edited':
      return revised(entry, row.event, row);
    case 'entry-retracted': {
      const { reason } = row.event;
      const mark = { at: row.recordedAt, by: row.by, ...(reason === undefined ? {} : { reason }) };
      return { ...entry, retracted: mark };
    }
    case 'entry-restored': {
      const { retracted: _gone, ...rest } = entry;
      return rest;
    }
    case 'entry-redacted':
      return redacted(entry, row.event.reason, row);
    case 'entry-kind-changed':
      return ofKind(entry, row.event.kind, row);
    case 'entry-pinned':
      return entry.pinned ? entry : { ...entry, pinned: { at: row.recordedAt, by: row.by } };
    case 'entry-unpinned': {
      const { pinned: _gone, ...rest } = entry;
      return rest;
    }
  }
}

/** A note becomes another kind of note; what it was stays in its history (TML11). */
function ofKind(entry: Entry, kind: NoteKind, row: EntryRow): Entry {
  return isNote(entry) && entry.kind !== kind ? revised(entry, { kind }, row) : entry;
}

/**
 * Hides the line at once. All else that was made from its text (the title, an attempt, another
 * line that names it) follows when the log is folded anew with its rows erased (RED4).
 */
function redacted(entry: Entry, reason: string | undefined, { recordedAt, by }: EntryRow): Entry {
  const { raw: _gone, attachments: _images, absorbed: _before, ...rest } = entry;
  const { retracted } = entry;
  return {
    ...rest,
    text: entry.redacted ? entry.text : REDACTED,
    revisions: entry.revisions.map((one) => ({ ...one, text: entry.redacted ? one.text : REDACTED })),
    ...(retracted ? { retracted: { at: retracted.at, by: retracted.by } } : {}),
    // The first redaction is the one that erased it.
    redacted:
      entry.redacted?.at === undefined
        ? { at: recordedAt, by, ...(reason === undefined ? {} : { reason }) }
        : entry.redacted,
  };
}

/** A mitigation attempt logged by mistake leaves the board with its entry, and comes back with it (MIT4). */
function withdrawn(state: Incident, { event }: EntryRow): Incident {
  const isMeant = (attempt: { readonly id: Stamp }): boolean => attempt.id === event.entry;
  const isOther = (attempt: { readonly id: Stamp }): boolean => attempt.id !== event.entry;
  if (event.type === 'entry-retracted' && state.attempts.some(isMeant)) {
    return {
      ...state,
      attempts: state.attempts.filter(isOther),
      withdrawnAttempts: [...state.withdrawnAttempts, ...state.attempts.filter(isMeant)],
    };
  }
  if (event.type === 'entry-restored' && state.withdrawnAttempts.some(isMeant)) {
    return {
      ...state,
      attempts: [...state.attempts, ...state.withdrawnAttempts.filter(isMeant)].toSorted((a, b) =>
        compareStamps(a.id, b.id),
      ),
      withdrawnAttempts: state.withdrawnAttempts.filter(isOther),
    };
  }
  return state;
}
