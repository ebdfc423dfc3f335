import { areAttachments } from './attachments';
import type { EventType, IncidentEvent, Row, Unrecognised } from './events';
import { isIncidentId } from './ids';
import { PHASES, STAMP_NAMES } from './lifecycle';
import { NOTE_KINDS } from './noteKinds';
import { SEVERITIES } from './severity';
import { count, flag, hasShape, isRecord, listOf, maybe, oneOf, orNull, text } from './shape';
import type { Check } from './shape';
import { isStamp } from './stamp';
import { isInstant } from './time';

/** Every event may say that its text was erased. */
const EVERY: { readonly [field: string]: Check } = { redacted: maybe(oneOf(true)) };

const lane = oneOf('internal');
const severity = oneOf(...SEVERITIES);
const phase = oneOf(...PHASES);
const role = oneOf('commander', 'communications', 'scribe', 'deputy', 'expert');

/** The form of every event this version can read. A new event type without a line fails `tsc`. */
const SHAPES: { readonly [T in EventType]: { readonly [field: string]: Check } } = {
  'incident-declared': {
    title: text,
    severity,
    drill: flag,
    number: count,
    service: maybe(text),
    bridge: maybe(text),
  },
  'title-changed': { from: text, to: text },
  'severity-changed': {
    from: severity,
    to: severity,
    reason: text,
    afterResolution: maybe(oneOf(true)),
  },
  'phase-moved': { from: phase, to: phase, reason: maybe(text) },
  'stamp-set': {
    stamp: oneOf(...STAMP_NAMES),
    from: orNull(isInstant),
    to: orNull(isInstant),
    reason: text,
  },
  'role-assigned': { role, person: text, area: maybe(text), instead: maybe(text) },
  'role-released': { role, person: text, area: maybe(text) },
  'note-logged': {
    kind: oneOf(...NOTE_KINDS),
    text,
    attachments: maybe(areAttachments),
    pinned: maybe(oneOf(true)),
    splitFrom: maybe(isStamp),
  },
  'entry-kind-changed': { entry: isStamp, kind: oneOf(...NOTE_KINDS) },
  'entry-pinned': { entry: isStamp },
  'entry-unpinned': { entry: isStamp },
  'entry-merged': { entry: isStamp, into: isStamp },
  'entry-unmerged': { entry: isStamp },
  'entry-edited': { entry: isStamp, text: maybe(text), at: maybe(isInstant) },
  'entry-retracted': { entry: isStamp, reason: maybe(text) },
  'entry-restored': { entry: isStamp },
  'entry-redacted': { entry: isStamp, reason: maybe(text) },
  'mitigation-attempted': {
    action: oneOf('rollback', 'shift', 'disable', 'restart', 'scale', 'failover', 'block', 'other'),
    what: text,
    owner: text,
    risk: maybe(text),
    checkBackAt: isInstant,
  },
  'mitigation-judged': {
    attempt: isStamp,
    verdict: oneOf('worked', 'partly', 'didnt', 'worse'),
    note: maybe(text),
  },
  'mitigation-check-moved': { attempt: isStamp, checkBackAt: isInstant },
  'update-sent': {
    lane,
    number: count,
    audience: oneOf('internal', 'executives', 'support'),
    state: oneOf('investigating', 'identified', 'monitoring', 'resolved'),
    impact: text,
    known: text,
    doing: text,
    workaround: maybe(text),
    nextDueAt: orNull(isInstant),
    promisedAt: orNull(isInstant),
  },
  'update-snoozed': { lane, minutes: count, until: isInstant, reason: text },
  'update-paused': { lane, reason: text },
  'update-resumed': { lane, dueAt: isInstant },
  'cadence-set': { lane, minutes: orNull(count) },
  'incident-resolved': { summary: maybe(text), unticked: listOf(text) },
  'incident-reopened': { reason: text },
  'action-item-added': {
    text,
    owner: maybe(text),
    dueOn: maybe(text),
    category: maybe(oneOf('detection', 'mitigation', 'architectural', 'process', 'training')),
    from: maybe(isStamp),
  },
  'file-imported': { import: text, format: text, file: text, count },
  'record-imported': {
    import: text,
    format: text,
    key: text,
    file: text,
    where: text,
    kind: oneOf(...NOTE_KINDS),
    author: text,
    text,
  },
  'import-undone': { import: text, file: text, count },
  'import-restored': { import: text, file: text, count },
  'action-item-moved': {
    item: isStamp,
    to: oneOf('open', 'in-progress', 'done', 'dropped'),
    note: maybe(text),
  },
};

/**
 * Lifts an event of any age to today's form. Old forms get their lift here, with a golden log that
 * proves it (LOG4); what can't be read becomes `unrecognised` with its text whole (LOG3).
 */
export function upcast(raw: { readonly type: string }): IncidentEvent | Unrecognised {
  const shape = Object.hasOwn(SHAPES, raw.type) ? SHAPES[raw.type as EventType] : undefined;
  if (shape && hasShape(raw, shape) && hasShape(raw, EVERY)) return raw as IncidentEvent;
  return { type: 'unrecognised', raw };
}

/** Reads a row from a file or a store; undefined when it is no row at all (not merely an unknown event). */
export function readRow(value: unknown): Row | undefined {
  const isRow = hasShape(value, {
    incidentId: isIncidentId,
    stamp: isStamp,
    at: isInstant,
    recordedAt: isInstant,
    by: text,
    event: (event) => isRecord(event) && typeof event['type'] === 'string',
  });
  if (!isRow) return undefined;
  const row = value as Row<{ readonly type: string }>;
  return { ...row, event: upcast(row.event) };
}

/** The row as it is written: an unrecognised event goes out exactly as it came in (LOG3). */
export function writeRow(row: Row): Row<{ readonly type: string; readonly [key: string]: unknown }> {
  return { ...row, event: row.event.type === 'unrecognised' ? row.event.raw : row.event };
}
