import type { IncidentEvent, Row, Unrecognised } from '../../renderer/domain/events';
import type { DeviceId, IncidentId, Stamp } from '../../renderer/domain/ids';
import type { Severity } from '../../renderer/domain/severity';
import { nextStamp } from '../../renderer/domain/stamp';
import { later, minutes, type EpochMs } from '../../renderer/domain/time';
import { instant } from './instants';

export const INCIDENT = 'inc-1' as IncidentId;
export const DEVICE = 'aaaa' as DeviceId;

/** When every history starts: the night of 23 November 2026. */
export const T0 = instant('2026-11-23T03:00:00Z');

/** An instant of that night: `clock('03:15')`, `clock('03:15:30')`. */
export function clock(time: string): EpochMs {
  return instant(`2026-11-23T${time.length === 5 ? `${time}:00` : time}Z`);
}

/** Something that happened; may look at the rows before it, to name one of them. */
export interface Happening {
  readonly event: (before: readonly Row[]) => IncidentEvent | Unrecognised;
  readonly recordedAt?: EpochMs;
  readonly at?: EpochMs;
  readonly by?: string;
}

const happened = (event: IncidentEvent | Unrecognised): Happening => ({ event: () => event });

/** The same, written down at another time than a minute after the one before. */
export const recorded = (time: string, what: Happening): Happening => ({ ...what, recordedAt: clock(time) });

/** The same, said to have happened earlier than it was written down. */
export const backdated = (time: string, what: Happening): Happening => ({ ...what, at: clock(time) });

export const by = (person: string, what: Happening): Happening => ({ ...what, by: person });

/** The name of the row at `index` of a history. */
export function stampAt(rows: readonly Row[], index: number): Stamp {
  const row = rows[index];
  if (!row) throw new RangeError(`the history has no row ${index}`);
  return row.stamp;
}

/** The rows of a history, a minute apart from 03:00 on. */
export function history(...happenings: readonly Happening[]): readonly Row[] {
  const rows: Row[] = [];
  for (const { event, recordedAt, at, by: person } of happenings) {
    const before = rows.at(-1);
    const written = recordedAt ?? (before ? later(before.recordedAt, minutes(1)) : T0);
    rows.push({
      incidentId: INCIDENT,
      stamp: nextStamp(before?.stamp ?? null, written, DEVICE),
      at: at ?? written,
      recordedAt: written,
      by: person ?? 'Dana',
      event: event(rows),
    });
  }
  return rows;
}

type Of<T extends IncidentEvent['type']> = Extract<IncidentEvent, { readonly type: T }>;
type About<T extends IncidentEvent['type'], K extends string> = Omit<Of<T>, 'type' | K>;

export const declared = (
  severity: Severity = 1,
  more: Partial<About<'incident-declared', 'severity'>> = {},
) =>
  happened({
    type: 'incident-declared',
    title: 'Checkout errors',
    severity,
    drill: false,
    number: 142,
    ...more,
  });

export const noted = (text: string, kind: Of<'note-logged'>['kind'] = 'note') =>
  happened({ type: 'note-logged', kind, text });

export const edited = (index: number, to: About<'entry-edited', 'entry'>): Happening => ({
  event: (rows) => ({ type: 'entry-edited', entry: stampAt(rows, index), ...to }),
});

export const retracted = (index: number, reason?: string): Happening => ({
  event: (rows) => ({
    type: 'entry-retracted',
    entry: stampAt(rows, index),
    ...(reason === undefined ? {} : { reason }),
  }),
});

export const restored = (index: number): Happening => ({
  event: (rows) => ({ type: 'entry-restored', entry: stampAt(rows, index) }),
});

export const redacted = (index: number, reason?: string): Happening => ({
  event: (rows) => ({
    type: 'entry-redacted',
    entry: stampAt(rows, index),
    ...(reason === undefined ? {} : { reason }),
  }),
});

export const severityChanged = (from: Severity, to: Severity) =>
  happened({ type: 'severity-changed', from, to, reason: 'more users than thought' });

export const moved = (from: Of<'phase-moved'>['from'], to: Of<'phase-moved'>['to']) =>
  happened({ type: 'phase-moved', from, to });

export const stampSet = (stamp: Of<'stamp-set'>['stamp'], to: EpochMs | null, from: EpochMs | null = null) =>
  happened({ type: 'stamp-set', stamp, from, to, reason: 'from the alert' });

export const assigned = (
  role: Of<'role-assigned'>['role'],
  person: string,
  more: Partial<About<'role-assigned', 'role' | 'person'>> = {},
) => happened({ type: 'role-assigned', role, person, ...more });

export const released = (role: Of<'role-released'>['role'], person: string, area?: string) =>
  happened({ type: 'role-released', role, person, ...(area === undefined ? {} : { area }) });

export const attempted = (what: string, more: Partial<About<'mitigation-attempted', 'what'>> = {}) =>
  happened({
    type: 'mitigation-attempted',
    action: 'rollback',
    what,
    owner: 'Sam',
    checkBackAt: clock('03:10'),
    ...more,
  });

export const judged = (
  index: number,
  verdict: Of<'mitigation-judged'>['verdict'],
  note?: string,
): Happening => ({
  event: (rows) => ({
    type: 'mitigation-judged',
    attempt: stampAt(rows, index),
    verdict,
    ...(note === undefined ? {} : { note }),
  }),
});

export const checkMoved = (index: number, checkBackAt: EpochMs): Happening => ({
  event: (rows) => ({ type: 'mitigation-check-moved', attempt: stampAt(rows, index), checkBackAt }),
});

export const updated = (
  state: Of<'update-sent'>['state'],
  nextDueAt: EpochMs | null,
  more: Partial<About<'update-sent', 'state' | 'nextDueAt'>> = {},
) =>
  happened({
    type: 'update-sent',
    lane: 'internal',
    number: 1,
    audience: 'internal',
    state,
    impact: '3 % of checkouts fail',
    known: 'it began with the deploy',
    doing: 'rolling back',
    nextDueAt,
    promisedAt: null,
    ...more,
  });

export const snoozed = (until: EpochMs) =>
  happened({ type: 'update-snoozed', lane: 'internal', minutes: 10, until, reason: 'on the call' });

export const paused = happened({ type: 'update-paused', lane: 'internal', reason: 'status page carries it' });

export const resumed = (dueAt: EpochMs) => happened({ type: 'update-resumed', lane: 'internal', dueAt });

export const cadenceSet = (every: number | null) =>
  happened({ type: 'cadence-set', lane: 'internal', minutes: every });

export const resolved = happened({ type: 'incident-resolved', unticked: [] });

export const reopened = happened({ type: 'incident-reopened', reason: 'errors are back' });

export const itemAdded = (text: string, more: Partial<About<'action-item-added', 'text'>> = {}) =>
  happened({ type: 'action-item-added', text, ...more });

export const itemMoved = (index: number, to: Of<'action-item-moved'>['to'], note?: string): Happening => ({
  event: (rows) => ({
    type: 'action-item-moved',
    item: stampAt(rows, index),
    to,
    ...(note === undefined ? {} : { note }),
  }),
});

export const unread = (raw: Unrecognised['raw']) => happened({ type: 'unrecognised', raw });

const about =
  (type: 'entry-pinned' | 'entry-unpinned' | 'entry-unmerged') =>
  (index: number): Happening => ({ event: (rows) => ({ type, entry: stampAt(rows, index) }) });

export const pinned = about('entry-pinned');
export const unpinned = about('entry-unpinned');
export const unmerged = about('entry-unmerged');

export const kindChanged = (index: number, kind: Of<'note-logged'>['kind']): Happening => ({
  event: (rows) => ({ type: 'entry-kind-changed', entry: stampAt(rows, index), kind }),
});

export const merged = (index: number, into: number): Happening => ({
  event: (rows) => ({ type: 'entry-merged', entry: stampAt(rows, index), into: stampAt(rows, into) }),
});

export const splitOff = (index: number, text: string): Happening => ({
  event: (rows) => ({ type: 'note-logged', kind: 'note', text, splitFrom: stampAt(rows, index) }),
});

/** An import of the records, all of one file. */
export const imported = (id: string, ...texts: readonly string[]): readonly Happening[] => [
  happened({ type: 'file-imported', import: id, format: 'slack', file: 'slack.zip', count: texts.length }),
  ...texts.map((text, i) =>
    backdated(
      `02:${String(10 + i)}`,
      happened({
        type: 'record-imported',
        import: id,
        format: 'slack',
        key: `ops/${i}`,
        file: 'slack.zip',
        where: `message ${i + 1}`,
        kind: 'note',
        author: 'noor',
        text,
      }),
    ),
  ),
];

export const importUndone = (id: string, count: number) =>
  happened({ type: 'import-undone', import: id, file: 'slack.zip', count });

export const importRestored = (id: string, count: number) =>
  happened({ type: 'import-restored', import: id, file: 'slack.zip', count });
