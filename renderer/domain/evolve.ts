import { describe } from './describe';
import type { Row } from './events';
import { evolveAction } from './evolveActions';
import { evolveCommand } from './evolveCommand';
import { describeOrphan, evolveEntry } from './evolveEntries';
import { evolveLifecycle } from './evolveLifecycle';
import { evolveMitigation } from './evolveMitigation';
import { evolveUpdates } from './evolveUpdates';
import type { Incident } from './incident';
import { isErased, legible } from './redaction';
import { subjectOf } from './subject';
import { addEntry, type Entry } from './timeline';

/**
 * One row in, the next state out. Never throws and never drops: what it can't read is counted
 * and shown (LOG3). Branches a row doesn't touch keep their identity (LOG6).
 */
export function evolve(state: Incident, logged: Row): Incident {
  const row = legible(logged);
  const moved = evolveState(state, row);
  const entry = entryFor(state, row);
  return {
    ...moved,
    timeline: entry ? addEntry(moved.timeline, entry) : moved.timeline,
    rowCount: state.rowCount + 1,
    unrecognisedCount: state.unrecognisedCount + (entry?.kind === 'unrecognised' ? 1 : 0),
    lastStamp: row.stamp,
    lastRecordedAt: row.recordedAt,
  };
}

function entryFor(state: Incident, row: Row): Entry | undefined {
  const { event } = row;
  const description = describe(event) ?? describeOrphan(state, event);
  const subject = subjectOf(state, event);
  return (
    description && {
      id: row.stamp,
      at: row.at,
      recordedAt: row.recordedAt,
      by: row.by,
      kind: description.kind,
      text: subject === undefined ? description.text : `${subject} · ${description.text}`,
      revisions: [],
      ...(isErased(row) ? { redacted: {} } : {}),
      ...attachmentsOf(event),
      ...(description.kind === 'unrecognised'
        ? { raw: event.type === 'unrecognised' ? event.raw : event }
        : {}),
    }
  );
}

function attachmentsOf(event: Row['event']): Pick<Entry, 'attachments'> {
  if (event.type !== 'note-logged' || event.attachments === undefined) return {};
  return event.attachments.length === 0 ? {} : { attachments: event.attachments };
}

function evolveState(state: Incident, row: Row): Incident {
  const { event } = row;
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
    case 'entry-edited':
    case 'entry-retracted':
    case 'entry-restored':
    case 'entry-redacted':
      return evolveEntry(state, { ...row, event });
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
    case 'unrecognised':
      return state;
    default:
      return unreachable(event, state);
  }
}

/** A forgotten case fails `tsc` here; at run time the state stays as it was (LOG3). */
function unreachable(_event: never, state: Incident): Incident {
  return state;
}
