import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row, RowOf } from '../../renderer/domain/events';
import { fold, inLogOrder } from '../../renderer/domain/fold';
import type { Incident } from '../../renderer/domain/incident';
import { updatePrefill } from '../../renderer/domain/prefill';
import {
  isErased,
  pendingErasures,
  REDACTED,
  redactedEntries,
  redactRow,
  withRedactions,
} from '../../renderer/domain/redaction';
import { entries, type Entry } from '../../renderer/domain/timeline';
import { readRow, writeRow } from '../../renderer/domain/upcast';
import { anyEventOf, anyLog, EVENT_TYPES } from '../support/arbitraryRows';
import { given } from '../support/givenWhenThen';
import {
  assigned,
  attempted,
  by,
  clock,
  declared,
  edited,
  history,
  judged,
  noted,
  released,
  redacted,
  retracted,
  stampAt,
  unread,
  updated,
} from '../support/histories';

const SECRET = 'hunter2-Zq8';

const shown = (state: Incident): readonly Entry[] => [...entries(state.timeline)];
const json = (value: unknown): string => JSON.stringify(value);

/** A log in which a secret was noted, reworded and taken back before it was redacted. */
const leak = history(
  declared(),
  noted(`the key is ${SECRET}`),
  edited(1, { text: `key: ${SECRET}`, at: clock('02:58') }),
  retracted(1, `it shows ${SECRET}`),
  noted('errors fall'),
  by('Sam', redacted(1, 'a key')),
);

describe('redacting an entry (RED)', () => {
  it('[RED5] any line can be redacted, with a reason or without', () => {
    given(declared(), noted('x'))
      .when((rows) => ({ type: 'redact-entry', entry: stampAt(rows, 1), reason: ' a password ' }))
      .thenLogged({ type: 'entry-redacted', entry: stampAt(leak, 1), reason: 'a password' });
    given(declared())
      .when((rows) => ({ type: 'redact-entry', entry: stampAt(rows, 0), reason: ' ' }))
      .thenLogged({ type: 'entry-redacted', entry: stampAt(leak, 0) });
  });

  it('[RED5] a line is redacted once, and not without being there', () => {
    given(declared(), noted('x'), redacted(1))
      .when((rows) => ({ type: 'redact-entry', entry: stampAt(rows, 1) }))
      .thenRefused('entry-redacted');
    given(declared(), redacted(0))
      .when((rows) => ({ type: 'redact-entry', entry: stampAt(rows, 1) }))
      .thenRefused('no-such-entry');
  });

  it('[RED5] a redacted line can be neither reworded nor moved', () => {
    const gone = given(declared(), noted('x'), redacted(1));
    gone
      .when((rows) => ({ type: 'edit-entry', entry: stampAt(rows, 1), text: SECRET }))
      .thenRefused('entry-redacted');
    gone
      .when((rows) => ({ type: 'edit-entry', entry: stampAt(rows, 1), at: clock('02:00') }))
      .thenRefused('entry-redacted');
  });

  it('[RED1] erases the row that wrote the line and each that edits or retracts it', () => {
    const erased = pendingErasures(leak).map((row) => row.stamp);
    expect(erased).toEqual([1, 2, 3].map((index) => stampAt(leak, index)));
    expect([...redactedEntries(leak)]).toEqual([stampAt(leak, 1)]);
    expect(json(withRedactions(leak))).not.toContain(SECRET);
    expect(pendingErasures(withRedactions(leak))).toEqual([]);
    expect(pendingErasures(history(declared(), noted('x')))).toEqual([]);
  });

  it('[RED1] an edit that comes later from elsewhere is erased too', () => {
    const late = history(declared(), noted('x'), redacted(1), edited(1, { text: SECRET }));
    expect(json(fold(late))).not.toContain(SECRET);
    expect(pendingErasures(late).map(({ event }) => event.type)).toEqual(['note-logged', 'entry-edited']);
  });

  it('[RED3] shows the line with its time and author, and who had it erased when and why', () => {
    const [entry] = shown(fold(leak));
    expect(entry).toMatchObject({
      at: clock('02:58'),
      by: 'Dana',
      kind: 'note',
      text: REDACTED,
      revisions: [{ text: REDACTED, at: clock('03:01'), replacedBy: 'Dana' }],
      redacted: { at: clock('03:05'), by: 'Sam', reason: 'a key' },
    });
    expect(entry?.retracted).toEqual({ at: clock('03:03'), by: 'Dana' });
    expect(fold(leak).rowCount).toBe(leak.length);
  });

  it('[RED3] an erased row whose redaction is missing still says that it was erased', () => {
    const rows = withRedactions(leak).filter(({ event }) => event.type !== 'entry-redacted');
    expect(shown(fold(rows))[0]).toMatchObject({ text: REDACTED, redacted: {} });
  });

  it('[RED3] the first of two redactions is the one shown', () => {
    const twice = history(declared(), noted('x'), by('Sam', redacted(1)), by('Ana', redacted(1, 'again')));
    expect(shown(fold(twice)).at(-1)?.redacted).toEqual({ at: clock('03:02'), by: 'Sam' });
  });

  it('[RED3] a title, an attempt and all lines that name it, an update and a role say [redacted]', () => {
    const state = fold(
      history(
        declared(1, { title: SECRET, service: SECRET, bridge: SECRET }),
        attempted(SECRET, { owner: SECRET, risk: SECRET }),
        judged(1, 'worked'),
        updated('investigating', clock('03:30'), { impact: SECRET, known: SECRET, doing: SECRET }),
        assigned('commander', SECRET),
        assigned('expert', SECRET, { area: SECRET }),
        redacted(0),
        redacted(1),
        redacted(3),
        redacted(4),
        redacted(5),
      ),
    );
    expect(json(state)).not.toContain(SECRET);
    expect(state.title).toBe(REDACTED);
    expect(state.attempts[0]).toMatchObject({ what: REDACTED, judged: { verdict: 'worked' } });
    expect(state.updates[0]).toMatchObject({ impact: REDACTED, nextDueAt: clock('03:30') });
    expect(state.holders.commander?.person).toBe(REDACTED);
    expect(state.people).toEqual([]);
    expect(shown(state).find(({ kind }) => kind === 'verdict')?.text).toBe(`Roll back: ${REDACTED} · Worked`);
    expect(updatePrefill(state)).toMatchObject({ impact: '', known: '', doing: '' });
  });

  it('[RED3] a holder whose name was erased can still be released', () => {
    const before = [declared(), assigned('commander', 'Sam')];
    const left = fold(history(...before, redacted(1), released('commander', 'Sam')));
    expect(left.holders.commander).toBeUndefined();
    expect(left.formerTenures).toHaveLength(1);
    const erasedRelease = fold(history(...before, released('commander', 'Sam'), redacted(2)));
    expect(erasedRelease.holders.commander).toBeUndefined();
  });

  it('[RED3] an impact note that was redacted starts no update', () => {
    const state = fold(history(declared(), noted('x', 'impact'), redacted(1)));
    expect(updatePrefill(state).impact).toBe('');
  });

  it('[RED4] wins over a copy of the row that still has its text, whichever comes first', () => {
    const erased = withRedactions(leak);
    for (const rows of [[...erased, ...leak], [...leak, ...erased], [...leak].reverse()]) {
      expect(fold(rows)).toEqual(fold(erased));
      expect(json(fold(rows))).not.toContain(SECRET);
    }
    const note = erased.filter((row) => row.stamp === stampAt(leak, 1));
    expect(inLogOrder([...leak, ...note]).filter(isErased)).toEqual(note);
  });

  it('[RED4] for any log, the fold is that of the log with everything erased', () => {
    fc.assert(
      fc.property(anyLog, (rows) => {
        const erased = withRedactions(rows);
        expect(fold(rows)).toEqual(fold(erased));
        expect(fold([...rows, ...erased])).toEqual(fold(erased));
        expect(pendingErasures(erased)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an erased row (RED)', () => {
  const [frame] = history(declared());
  const rowWith = (event: Row['event']): Row => ({ ...(frame as RowOf<'incident-declared'>), event });

  it.each(EVENT_TYPES)(
    '[RED2] of %s keeps its structure and not one text, and reads as what it was',
    (type) => {
      fc.assert(
        fc.property(anyEventOf(type), (event) => {
          const later = { ...event, somethingNew: SECRET };
          const row = redactRow(rowWith(later));
          expect(row).toMatchObject({ stamp: frame?.stamp, at: frame?.at, by: 'Dana' });
          expect(row.event).toMatchObject({ type, redacted: true });
          expect(json(row)).not.toContain(SECRET);
          expect(readRow(JSON.parse(json(writeRow(row))))).toEqual(row);
          expect(redactRow(row)).toEqual(row);
        }),
        { numRuns: 50 },
      );
    },
  );

  it('[RED2] of a type this version does not know keeps the type alone', () => {
    const [, row] = history(declared(), unread({ type: 'page-torn', text: SECRET, deep: { text: SECRET } }));
    expect(redactRow(row as Row).event).toEqual({
      type: 'unrecognised',
      raw: { type: 'page-torn', redacted: true },
    });
  });

  it('[RED2] keeps times, levels and what it points at', () => {
    const rows = history(declared(2), attempted(SECRET, { risk: SECRET }), judged(1, 'worse', SECRET));
    expect(rows.map((row) => redactRow(row).event)).toEqual([
      { type: 'incident-declared', severity: 2, drill: false, number: 142, title: '', redacted: true },
      {
        type: 'mitigation-attempted',
        action: 'rollback',
        checkBackAt: clock('03:10'),
        what: '',
        owner: '',
        redacted: true,
      },
      { type: 'mitigation-judged', attempt: stampAt(rows, 1), verdict: 'worse', redacted: true },
    ]);
  });
});
