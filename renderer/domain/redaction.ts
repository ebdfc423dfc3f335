import type { EventType, IncidentEvent, Row, Unrecognised } from './events';
import type { Stamp } from './ids';

/** What stands in views and exports where a text was erased. */
export const REDACTED = '[redacted]';

interface Erasure {
  /** Structure: times, levels, kinds, and what the row points at. */
  readonly keep: readonly string[];
  /** Texts the event can't be without; they become ''. Every other field goes. */
  readonly blank: readonly string[];
}

/**
 * What a redaction leaves of each event (RED2). Lists what stays rather than what goes, so that a
 * field which a later version adds is erased too. A new event type without a line fails `tsc`.
 */
const ERASURES: { readonly [T in EventType]: Erasure } = {
  'incident-declared': { keep: ['severity', 'drill', 'number'], blank: ['title'] },
  'title-changed': { keep: [], blank: ['from', 'to'] },
  'severity-changed': { keep: ['from', 'to', 'afterResolution'], blank: ['reason'] },
  'phase-moved': { keep: ['from', 'to'], blank: [] },
  'stamp-set': { keep: ['stamp', 'from', 'to'], blank: ['reason'] },
  'role-assigned': { keep: ['role'], blank: ['person'] },
  'role-released': { keep: ['role'], blank: ['person'] },
  'note-logged': { keep: ['kind', 'pinned', 'splitFrom'], blank: ['text'] },
  'entry-kind-changed': { keep: ['entry', 'kind'], blank: [] },
  'entry-pinned': { keep: ['entry'], blank: [] },
  'entry-unpinned': { keep: ['entry'], blank: [] },
  'entry-merged': { keep: ['entry', 'into'], blank: [] },
  'entry-unmerged': { keep: ['entry'], blank: [] },
  'entry-edited': { keep: ['entry', 'at'], blank: [] },
  'entry-retracted': { keep: ['entry'], blank: [] },
  'entry-restored': { keep: ['entry'], blank: [] },
  'entry-redacted': { keep: ['entry'], blank: [] },
  'mitigation-attempted': { keep: ['action', 'checkBackAt'], blank: ['what', 'owner'] },
  'mitigation-judged': { keep: ['attempt', 'verdict'], blank: [] },
  'mitigation-check-moved': { keep: ['attempt', 'checkBackAt'], blank: [] },
  'update-sent': {
    keep: ['lane', 'number', 'audience', 'state', 'nextDueAt', 'promisedAt'],
    blank: ['impact', 'known', 'doing'],
  },
  'update-snoozed': { keep: ['lane', 'minutes', 'until'], blank: ['reason'] },
  'update-paused': { keep: ['lane'], blank: ['reason'] },
  'update-resumed': { keep: ['lane', 'dueAt'], blank: [] },
  'cadence-set': { keep: ['lane', 'minutes'], blank: [] },
  'incident-resolved': { keep: [], blank: ['unticked'] },
  'incident-reopened': { keep: [], blank: ['reason'] },
  'file-imported': { keep: ['import', 'format', 'count'], blank: ['file'] },
  'record-imported': {
    keep: ['import', 'format', 'key', 'where', 'kind'],
    blank: ['file', 'author', 'text'],
  },
  'import-undone': { keep: ['import', 'count'], blank: ['file'] },
  'import-restored': { keep: ['import', 'count'], blank: ['file'] },
  'action-item-added': { keep: ['category', 'from'], blank: ['text'] },
  'action-item-moved': { keep: ['item', 'to'], blank: [] },
};

type Fields = { readonly [field: string]: unknown };

/** True for a row whose text was erased. */
export const isErased = (row: Row): boolean =>
  row.event.type === 'unrecognised' ? row.event.raw['redacted'] === true : row.event.redacted === true;

/** The row without what anybody typed; its stamp, times, author and structure stay (RED2). */
export function redactRow(row: Row): Row {
  return { ...row, event: redactEvent(row.event) };
}

function redactEvent(event: IncidentEvent | Unrecognised): IncidentEvent | Unrecognised {
  if (event.type === 'unrecognised') {
    return { type: 'unrecognised', raw: { type: event.raw.type, redacted: true } };
  }
  const { keep, blank } = ERASURES[event.type];
  const fields = event as Fields;
  const kept = keep.filter((field) => fields[field] !== undefined).map((field) => [field, fields[field]]);
  const blanked = blank.map((field) => [field, Array.isArray(fields[field]) ? [] : '']);
  const left = Object.fromEntries([...kept, ...blanked]) as Omit<IncidentEvent, 'type'>;
  return { type: event.type, ...left, redacted: true } as IncidentEvent;
}

/**
 * The row as it is folded: of an erased one, `[redacted]` stands where a text stood, so that the
 * title, an attempt or an update says so wherever it is shown (RED3).
 */
export function legible(row: Row): Row {
  if (!isErased(row)) return row;
  const event = redactEvent(row.event);
  if (event.type === 'unrecognised') return { ...row, event };
  const { blank } = ERASURES[event.type];
  const shown = blank.filter((field) => (event as Fields)[field] === '').map((field) => [field, REDACTED]);
  return { ...row, event: { ...event, ...Object.fromEntries(shown) } as IncidentEvent };
}

/**
 * The lines that the log says are redacted, and with each those it was ever merged with or split from: the
 * same words may stand in all of them (RED1).
 */
export function redactedEntries(rows: readonly Row[]): ReadonlySet<Stamp> {
  const entries = new Set<Stamp>();
  for (const { event } of rows) if (event.type === 'entry-redacted') entries.add(event.entry);
  return entries.size === 0 ? entries : withRelated(entries, rows);
}

function withRelated(entries: ReadonlySet<Stamp>, rows: readonly Row[]): ReadonlySet<Stamp> {
  const related = new Map<Stamp, Stamp[]>();
  const link = (one: Stamp, other: Stamp): void => {
    related.set(one, [...(related.get(one) ?? []), other]);
    related.set(other, [...(related.get(other) ?? []), one]);
  };
  for (const { stamp, event } of rows) {
    if (event.type === 'entry-merged') link(event.entry, event.into);
    if (event.type === 'note-logged' && event.splitFrom !== undefined) link(stamp, event.splitFrom);
  }
  const all = new Set(entries);
  // A set hands out what is added to it while it is gone through.
  for (const entry of all) for (const other of related.get(entry) ?? []) all.add(other);
  return all;
}

/** True when redacting one of `entries` erases this row: it wrote the line, or changed it (RED1). */
function isMeant(entries: ReadonlySet<Stamp>, { stamp, event }: Row): boolean {
  if (entries.has(stamp)) return true;
  return (event.type === 'entry-edited' || event.type === 'entry-retracted') && entries.has(event.entry);
}

/**
 * The erased forms of the rows that should be erased and are not: what a store still has to do after
 * a redaction, a merge or a kill. Empty when there is nothing to do.
 */
export function pendingErasures(rows: readonly Row[]): readonly Row[] {
  const entries = redactedEntries(rows);
  if (entries.size === 0) return [];
  return rows.filter((row) => !isErased(row) && isMeant(entries, row)).map(redactRow);
}

/** The log with every redaction in it carried out, whatever copies of the rows it still holds (RED4). */
export function withRedactions(rows: readonly Row[]): readonly Row[] {
  const entries = redactedEntries(rows);
  if (entries.size === 0) return rows;
  return rows.map((row) => (!isErased(row) && isMeant(entries, row) ? redactRow(row) : row));
}
