import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { evolve } from '../../renderer/domain/evolve';
import { fold, inLogOrder } from '../../renderer/domain/fold';
import { NO_INCIDENT, type Incident } from '../../renderer/domain/incident';
import { withRedactions } from '../../renderer/domain/redaction';
import { compareStamps } from '../../renderer/domain/stamp';
import { entries } from '../../renderer/domain/timeline';
import { readRow } from '../../renderer/domain/upcast';
import { anyLog } from '../support/arbitraryRows';
import {
  assigned,
  attempted,
  declared,
  edited,
  history,
  itemAdded,
  judged,
  noted,
  resolved,
  updated,
  clock,
  type Happening,
} from '../support/histories';

const shuffled = (rows: readonly Row[]): fc.Arbitrary<readonly Row[]> =>
  fc.shuffledSubarray([...rows], { minLength: rows.length });

describe('folding a log (LOG)', () => {
  it('[LOG1] gives the same incident for the rows in any order, some of them repeated', () => {
    const mixed = anyLog.chain((rows) =>
      fc.tuple(fc.constant(rows), shuffled([...rows, ...rows.slice(0, Math.ceil(rows.length / 2))])),
    );
    fc.assert(
      fc.property(mixed, ([rows, jumbled]) => {
        expect(fold(jumbled)).toEqual(fold(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('[LOG1] merging two logs is their union, whichever came first', () => {
    fc.assert(
      fc.property(anyLog, fc.infiniteStream(fc.boolean()), (rows, coin) => {
        const ours = rows.filter(() => coin.next().value);
        const theirs = rows.filter((row) => !ours.includes(row) || coin.next().value);
        expect(fold([...ours, ...theirs])).toEqual(fold(rows));
        expect(fold([...theirs, ...ours])).toEqual(fold(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('[LOG2] takes rows in the order of their stamps, not of their times', () => {
    const rows = history(declared(), noted('a'), noted('b'));
    const jumbled = inLogOrder([...rows].reverse());
    expect(jumbled).toEqual(rows);
    expect(inLogOrder(rows)).toBe(rows);
  });

  it('[LOG2] shows entries in the order they happened, those of one instant as written', () => {
    fc.assert(
      fc.property(anyLog, (rows) => {
        const shown = [...entries(fold(rows).timeline)];
        return shown.every((entry, i) => {
          const before = shown[i - 1];
          if (before === undefined || before.at < entry.at) return true;
          return before.at === entry.at && compareStamps(before.id, entry.id) < 0;
        });
      }),
      { numRuns: 300 },
    );
  });

  it('[LOG3] never throws and never drops a row, whatever the events say', () => {
    fc.assert(
      fc.property(anyLog, (rows) => {
        const state = fold(rows);
        const about = rows.filter(({ event }) => event.type.startsWith('entry-')).length;
        expect(state.rowCount).toBe(rows.length);
        const takenOut = state.imports.reduce((sum, { withdrawn }) => sum + withdrawn.length, 0);
        expect(state.timeline.byTime.length + takenOut).toBeGreaterThanOrEqual(rows.length - about);
        expect(state.timeline.positions.length).toBe(state.timeline.byTime.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('[LOG3] never throws on any JSON in the place of an event', () => {
    const [frame] = history(declared());
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.record({
        type: fc.constantFrom('note-logged', 'stamp-set', '__proto__', 'constructor'),
        text: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(junk, (event) => {
        const row = readRow({ ...frame, event });
        return row === undefined || fold([row]).rowCount === 1;
      }),
      { numRuns: 1000 },
    );
  });

  it('[LOG5] is the same row by row as all at once', () => {
    fc.assert(
      fc.property(anyLog, (rows) => {
        let state = NO_INCIDENT;
        for (const row of withRedactions(rows)) state = evolve(state, row);
        expect(state).toEqual(fold(rows));
      }),
      { numRuns: 100 },
    );
  });

  it('[LOG5] an empty log is no incident', () => {
    expect(fold([])).toBe(NO_INCIDENT);
  });

  it('[LOG5] evolving leaves the state before it as it was', () => {
    const rows = history(declared(), assigned('commander', 'Dana'), attempted('web'), itemAdded('x'));
    const before = fold(rows);
    const copy = structuredClone(before);
    for (const row of history(
      declared(),
      noted('a'),
      noted('b'),
      noted('c'),
      judged(2, 'worked'),
      edited(1, { text: 'z' }),
    ).slice(4)) {
      evolve(before, row);
    }
    expect(before).toEqual(copy);
  });
});

describe('the incremental fold (LOG)', () => {
  const BRANCHES = [
    'stamps',
    'holders',
    'experts',
    'formerTenures',
    'attempts',
    'withdrawnAttempts',
    'updates',
    'clock',
    'actionItems',
    'people',
    'severityChanges',
  ] as const satisfies readonly (keyof Incident)[];

  const full = [
    declared(),
    assigned('commander', 'Dana'),
    assigned('expert', 'Sam'),
    attempted('web'),
    updated('identified', clock('03:30')),
    itemAdded('x'),
    noted('five'),
  ] as const;

  const touchedBy = (what: Happening): readonly string[] => {
    const rows = history(...full, what);
    const before = fold(rows.slice(0, -1));
    const [last] = rows.slice(-1);
    const next = last ? evolve(before, last) : before;
    return BRANCHES.filter((branch) => next[branch] !== before[branch]);
  };

  it('[LOG6] a note touches nothing but the timeline', () => {
    expect(touchedBy(noted('x'))).toEqual([]);
    expect(touchedBy(edited(6, { text: '5' }))).toEqual([]);
    expect(touchedBy(edited(6, { at: clock('02:00') }))).toEqual([]);
  });

  it('[LOG6] any other row touches only what it is about', () => {
    expect(touchedBy(attempted('db'))).toEqual(['attempts']);
    expect(touchedBy(judged(3, 'worked'))).toEqual(['attempts']);
    expect(touchedBy(itemAdded('y'))).toEqual(['actionItems']);
    expect(touchedBy(assigned('scribe', 'Kofi'))).toEqual(['holders', 'people']);
    expect(touchedBy(resolved)).toEqual(['stamps', 'clock']);
    expect(touchedBy(judged(0, 'worked'))).toEqual([]);
  });

  it('[LOG6] one more entry among 100,000 makes one new piece of the timeline', () => {
    const rows = history(declared(), ...Array.from({ length: 99_999 }, () => noted('x')));
    const before = fold(rows);
    expect(before.timeline.byTime.length).toBe(100_000);
    const [more] = history(noted('one more'));
    if (!more) throw new TypeError('no row');
    const stamp = before.lastStamp?.replace(/aaaa$/, 'bbbb') as Row['stamp'];
    for (const at of [before.lastRecordedAt, rows[50_000]?.at, rows[0]?.at]) {
      const next = evolve(before, { ...more, stamp, at: at ?? more.at });
      const known = new Set(before.timeline.byTime.pieces);
      const fresh = next.timeline.byTime.pieces.filter((piece) => !known.has(piece));
      expect(fresh.length).toBeLessThanOrEqual(2);
      expect(fresh.flat().length).toBeLessThanOrEqual(257);
    }
  });
});
