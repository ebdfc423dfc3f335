import * as fc from 'fast-check';
import type { Attachment } from '../../renderer/domain/attachments';
import type { EventType, IncidentEvent, Row, Unrecognised } from '../../renderer/domain/events';
import type { DeviceId, Stamp } from '../../renderer/domain/ids';
import { PHASES, STAMP_NAMES } from '../../renderer/domain/lifecycle';
import { NOTE_KINDS } from '../../renderer/domain/noteKinds';
import { SEVERITIES } from '../../renderer/domain/severity';
import { nextStamp } from '../../renderer/domain/stamp';
import { epochMs, type EpochMs } from '../../renderer/domain/time';
import { INCIDENT, T0 } from './histories';

/** Any instant a date can hold, its ends too. */
export const anyInstant: fc.Arbitrary<EpochMs> = fc
  .oneof(
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.integer({ min: T0 - 1e7, max: T0 + 1e7 }),
    fc.constantFrom(-8.64e15, 8.64e15, 0),
  )
  .map(epochMs);

const text = fc.string({ unit: 'binary', maxLength: 12 });
const maybe = <K extends string, T>(
  key: K,
  value: fc.Arbitrary<T>,
): fc.Arbitrary<{ readonly [P in K]?: T }> =>
  fc.oneof(
    fc.constant({}),
    value.map((one) => ({ [key]: one }) as { readonly [P in K]?: T }),
  );

/** Stamps of the rows made below, and of rows that are not there. */
const someStamp: fc.Arbitrary<Stamp> = fc
  .record({ second: fc.integer({ min: 0, max: 12 }), device: fc.constantFrom('aaaa', 'bbbb') })
  .map(({ second, device }) => nextStamp(null, epochMs(T0 + second * 1000), device as DeviceId));

const severity = fc.constantFrom(...SEVERITIES);
const phase = fc.constantFrom(...PHASES);
const role = fc.constantFrom('commander', 'communications', 'scribe', 'deputy', 'expert');
const person = fc.oneof(fc.constantFrom('Dana', 'Sam'), text);
const count = fc.oneof(fc.integer({ min: 0, max: 200 }), fc.maxSafeNat());

const noteKind = fc.constantFrom(...NOTE_KINDS);

const someImport = fc.constantFrom('import-1', 'import-2');
const side = fc.integer({ min: 1, max: 10_000 });
const attachment: fc.Arbitrary<Attachment> = fc.record({
  sha256: fc.constantFrom('0', 'a', 'f').map((digit) => digit.repeat(64)),
  type: fc.constantFrom('png', 'jpeg', 'gif', 'webp'),
  bytes: fc.maxSafeNat(),
  width: side,
  height: side,
});

type Fields<T extends EventType> = Omit<Extract<IncidentEvent, { readonly type: T }>, 'type'>;

const merged = <A extends object, B extends object>(
  a: fc.Arbitrary<A>,
  b: fc.Arbitrary<B>,
): fc.Arbitrary<A & B> => fc.tuple(a, b).map(([one, two]) => ({ ...one, ...two }));

const lane = fc.constant('internal' as const);

/** Any fields of each event type; a type without a line fails `tsc`. */
const FIELDS: { readonly [T in EventType]: fc.Arbitrary<Fields<T>> } = {
  'incident-declared': merged(
    fc.record({ title: text, severity, drill: fc.boolean(), number: count }),
    merged(maybe('service', text), maybe('bridge', text)),
  ),
  'title-changed': fc.record({ from: text, to: text }),
  'severity-changed': merged(
    fc.record({ from: severity, to: severity, reason: text }),
    maybe('afterResolution', fc.constant(true as const)),
  ),
  'phase-moved': merged(fc.record({ from: phase, to: phase }), maybe('reason', text)),
  'stamp-set': fc.record({
    stamp: fc.constantFrom(...STAMP_NAMES),
    from: fc.option(anyInstant),
    to: fc.option(anyInstant),
    reason: text,
  }),
  'role-assigned': merged(fc.record({ role, person }), merged(maybe('area', text), maybe('instead', text))),
  'role-released': merged(fc.record({ role, person }), maybe('area', text)),
  'note-logged': merged(
    fc.record({ kind: noteKind, text }),
    merged(
      maybe('attachments', fc.array(attachment, { maxLength: 3 })),
      merged(maybe('pinned', fc.constant(true as const)), maybe('splitFrom', someStamp)),
    ),
  ),
  'entry-kind-changed': fc.record({ entry: someStamp, kind: noteKind }),
  'entry-pinned': fc.record({ entry: someStamp }),
  'entry-unpinned': fc.record({ entry: someStamp }),
  'entry-merged': fc.record({ entry: someStamp, into: someStamp }),
  'entry-unmerged': fc.record({ entry: someStamp }),
  'entry-edited': merged(
    fc.record({ entry: someStamp }),
    merged(maybe('text', text), maybe('at', anyInstant)),
  ),
  'entry-retracted': merged(fc.record({ entry: someStamp }), maybe('reason', text)),
  'entry-restored': fc.record({ entry: someStamp }),
  'entry-redacted': merged(fc.record({ entry: someStamp }), maybe('reason', text)),
  'mitigation-attempted': merged(
    fc.record({
      action: fc.constantFrom(
        'rollback',
        'shift',
        'disable',
        'restart',
        'scale',
        'failover',
        'block',
        'other',
      ),
      what: text,
      owner: person,
      checkBackAt: anyInstant,
    }),
    maybe('risk', text),
  ),
  'mitigation-judged': merged(
    fc.record({ attempt: someStamp, verdict: fc.constantFrom('worked', 'partly', 'didnt', 'worse') }),
    maybe('note', text),
  ),
  'mitigation-check-moved': fc.record({ attempt: someStamp, checkBackAt: anyInstant }),
  'update-sent': merged(
    fc.record({
      lane,
      number: count,
      audience: fc.constantFrom('internal', 'executives', 'support'),
      state: fc.constantFrom('investigating', 'identified', 'monitoring', 'resolved'),
      impact: text,
      known: text,
      doing: text,
      nextDueAt: fc.option(anyInstant),
      promisedAt: fc.option(anyInstant),
    }),
    maybe('workaround', text),
  ),
  'update-snoozed': fc.record({ lane, minutes: count, until: anyInstant, reason: text }),
  'update-paused': fc.record({ lane, reason: text }),
  'update-resumed': fc.record({ lane, dueAt: anyInstant }),
  'cadence-set': fc.record({ lane, minutes: fc.option(count) }),
  'incident-resolved': merged(fc.record({ unticked: fc.array(text) }), maybe('summary', text)),
  'incident-reopened': fc.record({ reason: text }),
  'action-item-added': merged(
    fc.record({ text }),
    merged(
      merged(maybe('owner', text), maybe('dueOn', text)),
      merged(
        maybe('category', fc.constantFrom('detection', 'mitigation', 'architectural', 'process', 'training')),
        maybe('from', someStamp),
      ),
    ),
  ),
  'file-imported': fc.record({ import: someImport, format: text, file: text, count }),
  'record-imported': fc.record({
    import: someImport,
    format: text,
    key: text,
    file: text,
    where: text,
    kind: fc.constantFrom(...NOTE_KINDS),
    author: text,
    text,
  }),
  'import-undone': fc.record({ import: someImport, file: text, count }),
  'import-restored': fc.record({ import: someImport, file: text, count }),
  'action-item-moved': merged(
    fc.record({ item: someStamp, to: fc.constantFrom('open', 'in-progress', 'done', 'dropped') }),
    maybe('note', text),
  ),
};

export const EVENT_TYPES = Object.keys(FIELDS) as readonly EventType[];

/** Any event of one type. */
export function anyEventOf(type: EventType): fc.Arbitrary<IncidentEvent> {
  return (FIELDS[type] as fc.Arbitrary<object>).map((fields) => ({ type, ...fields }) as IncidentEvent);
}

/** Any event this version knows. */
export const anyEvent: fc.Arbitrary<IncidentEvent> = fc.constantFrom(...EVENT_TYPES).chain(anyEventOf);

const anyUnrecognised: fc.Arbitrary<Unrecognised> = fc
  .tuple(fc.dictionary(fc.string({ maxLength: 6 }), fc.jsonValue()), fc.string({ maxLength: 8 }))
  .map(([more, type]) => ({ type: 'unrecognised', raw: { ...more, type } }));

/** A log of up to 14 rows in log order, two devices' rows among each other; mostly declared first. */
export const anyLog: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record({
      event: fc.oneof({ weight: 9, arbitrary: anyEvent }, { weight: 1, arbitrary: anyUnrecognised }),
      at: anyInstant,
      recordedAt: anyInstant,
      by: text,
    }),
    { maxLength: 13 },
  )
  .chain((rows) => fc.tuple(fc.constant(rows), fc.option(anyEventOf('incident-declared'))))
  .map(([rows, first]) => {
    const start = first ? [{ event: first, at: T0, recordedAt: T0, by: 'Dana' }, ...rows] : rows;
    return start.map((row, i) => ({
      ...row,
      incidentId: INCIDENT,
      stamp: nextStamp(null, epochMs(T0 + i * 1000), (i % 3 === 1 ? 'bbbb' : 'aaaa') as DeviceId),
    }));
  });
