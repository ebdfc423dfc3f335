import { describe } from './describe';
import { changesEntry, isImportEvent, type EntryEvent, type Row } from './events';
import { evolveAction } from './evolveActions';
import { evolveCommand } from './evolveCommand';
import { evolveEntry } from './evolveEntries';
import { evolveLifecycle } from './evolveLifecycle';
import { evolveMerge, linked } from './evolveMerge';
import { evolveMitigation } from './evolveMitigation';
import { evolveUpdates } from './evolveUpdates';
import { evolveImport, formatName, withheld } from './imports';
import type { Incident } from './incident';
import { describeOrphan } from './orphans';
import { isErased, legible } from './redaction';
import { severitiesInOrder } from './severityOrder';
import { subjectOf } from './subject';
import { addEntry, entryOf, type Entry } from './timeline';

/**
 * One row in, the next state out. Never throws and never drops: what it can't read is counted
 * and shown (LOG3). Branches a row doesn't touch keep their identity (LOG6).
 */
export function evolve(state: Incident, logged: Row): Incident {
  const row = legible(logged);
  const entry = entryFor(state, row);
  const held = entry?.source && withheld(state, entry);
  const moved = held ?? evolveState(state, row);
  const next: Incident = {
    ...moved,
    timeline: held || !entry ? moved.timeline : addEntry(moved.timeline, entry),
    rowCount: state.rowCount + 1,
    unrecognisedCount: state.unrecognisedCount + (entry?.kind === 'unrecognised' ? 1 : 0),
    lastStamp: row.stamp,
    lastRecordedAt: row.recordedAt,
  };
  return next.severityChanges === state.severityChanges ? next : severitiesInOrder(next);
}

function entryFor(state: Incident, row: Row): Entry | undefined {
  const { event } = row;
  const description = describe(event) ?? describeOrphan(state, event);
  const subject = subjectOf(state, event);
  return (
    description && {
      id: row.stamp,
      at: row.at,
      ...authorship(state, row),
      kind: description.kind,
      text: subject === undefined ? description.text : `${subject} · ${description.text}`,
      revisions: [],
      ...(isErased(row) ? { redacted: {} } : {}),
      ...noteFields(row),
      ...sourceOf(event),
      ...(event.type === 'action-item-added' && event.from !== undefined ? { from: event.from } : {}),
      ...(description.kind === 'unrecognised'
        ? { raw: event.type === 'unrecognised' ? event.raw : event }
        : {}),
    }
  );
}

/** A part that was split off was written by whoever wrote the whole, and when they did (TML16). */
function authorship(
  { timeline }: Incident,
  { event, recordedAt, by }: Row,
): Pick<Entry, 'recordedAt' | 'by'> {
  const whole =
    event.type === 'note-logged' && event.splitFrom !== undefined
      ? entryOf(timeline, event.splitFrom)
      : undefined;
  if (event.type === 'record-imported') return { recordedAt, by: event.author || formatName(event.format) };
  return whole ? { recordedAt: whole.recordedAt, by: whole.by } : { recordedAt, by };
}

function sourceOf(event: Row['event']): Pick<Entry, 'source'> {
  if (event.type !== 'record-imported') return {};
  const { import: id, format, key, file, where } = event;
  return { source: { import: id, format, key, file, where } };
}

function noteFields({ event, recordedAt, by }: Row): Pick<Entry, 'attachments' | 'pinned' | 'related'> {
  if (event.type !== 'note-logged') return {};
  return {
    ...(event.attachments === undefined || event.attachments.length === 0
      ? {}
      : { attachments: event.attachments }),
    ...(event.pinned === undefined ? {} : { pinned: { at: recordedAt, by } }),
    ...(event.splitFrom === undefined ? {} : { related: [event.splitFrom] }),
  };
}

function evolveState(state: Incident, row: Row): Incident {
  const { event } = row;
  if (changesEntry(event)) return evolveAbout(state, { ...row, event });
  if (isImportEvent(event)) return evolveImport(state, { ...row, event });
  switch (event.type) {
    case 'incident-declared':
    case 'title-changed':
    case 'severity-changed':
    case 'phase-moved':
    case 'stamp-set':
    case 'incident-resolved':
    case 'incident-reopened':
      return evolveLifecycle(state, { ...row, event });
    case 'role-assigned':
    case 'role-released':
      return evolveCommand(state, { ...row, event });
    case 'mitigation-attempted':
    case 'mitigation-judged':
    case 'mitigation-check-moved':
      return evolveMitigation(state, { ...row, event });
    case 'update-sent':
    case 'update-snoozed':
    case 'update-paused':
    case 'update-resumed':
    case 'cadence-set':
      return evolveUpdates(state, { ...row, event });
    case 'action-item-added':
    case 'action-item-moved':
      return evolveAction(state, { ...row, event });
    case 'note-logged':
      return event.splitFrom === undefined ? state : linked(state, event.splitFrom, row.stamp);
    case 'unrecognised':
      return state;
    default:
      return unreachable(event, state);
  }
}

/** Rows that change another line. */
function evolveAbout(state: Incident, row: Row<EntryEvent>): Incident {
  const { event } = row;
  return event.type === 'entry-merged' || event.type === 'entry-unmerged'
    ? evolveMerge(state, { ...row, event })
    : evolveEntry(state, { ...row, event });
}

/** A forgotten case fails `tsc` here; at run time the state stays as it was (LOG3). */
function unreachable(_event: never, state: Incident): Incident {
  return state;
}
