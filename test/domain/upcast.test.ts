import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { readRow, upcast, writeRow } from '../../renderer/domain/upcast';
import { anyEventOf, anyLog, EVENT_TYPES } from '../support/arbitraryRows';
import { declared, history } from '../support/histories';

const frame = (event: unknown): unknown => ({ ...history(declared())[0], event });
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('reading rows (LOG)', () => {
  it.each(EVENT_TYPES)('[LOG4] any %s is read as itself, and written as it was', (type) => {
    fc.assert(
      fc.property(anyEventOf(type), (event) => {
        expect(upcast(event)).toBe(event);
        const row = readRow(throughJson(frame(event)));
        expect(row?.event).toEqual(throughJson(event));
        expect(row && writeRow(row)).toEqual(throughJson(frame(event)));
      }),
      { numRuns: 30 },
    );
  });

  it.each(EVENT_TYPES.filter((type) => type !== 'entry-restored'))(
    '[LOG3] a %s with a field of the wrong form is kept as unrecognised, whole',
    (type) => {
      fc.assert(
        fc.property(anyEventOf(type), fc.nat(), (event, pick) => {
          const needed = Object.keys(event).filter((key) => key !== 'type');
          const field = needed[pick % Math.max(1, needed.length)] ?? 'type';
          const damaged = { ...event, [field]: { no: 'such form' } };
          if (field === 'type') return;
          expect(upcast(damaged as never)).toEqual({ type: 'unrecognised', raw: damaged });
        }),
        { numRuns: 30 },
      );
    },
  );

  it('[LOG3] a missing field makes an event unrecognised, an extra one does not', () => {
    expect(upcast({ type: 'note-logged', text: 'x' } as never).type).toBe('unrecognised');
    const more = { type: 'note-logged', kind: 'note', text: 'x', mood: 'calm' };
    expect(upcast(more)).toBe(more);
  });

  it.each(['poll-opened', 'unrecognised', '__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])(
    '[LOG3] an event of type "%s" is kept whole and written back unchanged',
    (type) => {
      const raw = JSON.parse(`{"type":${JSON.stringify(type)},"__proto__":{"x":1},"deep":[{"a":null}]}`) as {
        type: string;
      };
      const row = readRow(frame(raw));
      expect(row?.event).toEqual({ type: 'unrecognised', raw });
      expect(row && JSON.stringify(writeRow(row).event)).toBe(JSON.stringify(raw));
    },
  );

  it('[LOG3] fields that a later version added to a row are carried along', () => {
    const row = readRow({
      ...(frame({ type: 'note-logged', kind: 'note', text: 'x' }) as object),
      zone: 'eu',
    });
    expect(row && writeRow(row)).toMatchObject({ zone: 'eu' });
  });

  it('[LOG3] any log is written and read again as the same log', () => {
    fc.assert(
      fc.property(anyLog, (rows) => {
        const written = rows.map((row) => throughJson(writeRow(row)));
        const again = written.map(readRow);
        expect(again.map((row) => row && throughJson(writeRow(row)))).toEqual(written);
      }),
      { numRuns: 200 },
    );
  });

  const good = { type: 'note-logged', kind: 'note', text: 'x' };
  const broken: readonly (readonly [string, unknown])[] = [
    ['null', null],
    ['an array', []],
    ['no event', { ...(frame(good) as object), event: undefined }],
    ['an event without a type', frame({ text: 'x' })],
    ['an event type that is no text', frame({ type: 7 })],
    ['a list as event', frame([])],
    ['a path as incident', { ...(frame(good) as object), incidentId: '../../etc' }],
    ['another stamp form', { ...(frame(good) as object), stamp: 'yesterday' }],
    ['a time as text', { ...(frame(good) as object), at: '2026-11-23' }],
    ['a time no date can hold', { ...(frame(good) as object), recordedAt: 8.64e15 + 1 }],
    ['a fraction of a millisecond', { ...(frame(good) as object), at: 0.5 }],
    ['no author', { ...(frame(good) as object), by: null }],
  ];
  it.each(broken)('[LOG3] %s is no row at all', (_what, value) => {
    expect(readRow(value)).toBeUndefined();
  });

  it('[LOG4] a row that can be read is a Row', () => {
    const row: Row | undefined = readRow(frame(good));
    expect(row?.event).toEqual(good);
  });
});
