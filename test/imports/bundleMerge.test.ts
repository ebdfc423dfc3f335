import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import { fold, inLogOrder } from '../../renderer/domain/fold';
import { redactRow } from '../../renderer/domain/redaction';
import { merged, planMerge, sameContent } from '../../renderer/imports/bundleMerge';
import { anyLog } from '../support/arbitraryRows';
import { declaredRow, logOf, noteRow, rowOf } from '../support/logRows';

const union = (ours: readonly Row[], theirs: readonly Row[]): readonly Row[] =>
  merged(ours, planMerge(ours, theirs));

/** Copies of one log: each row is in some of them, and redacted in some. */
const someCopies = anyLog.chain((rows) => {
  const copy = fc
    .array(fc.constantFrom('in', 'out', 'redacted'), { minLength: rows.length, maxLength: rows.length })
    .map((kept) =>
      rows.flatMap((row, i) => (kept[i] === 'out' ? [] : [kept[i] === 'in' ? row : redactRow(row)])),
    );
  return fc.tuple(copy, copy, copy);
});

describe('putting two copies of a log together (BUN)', () => {
  it('[BUN10] gives the same log in either order', () => {
    fc.assert(
      fc.property(someCopies, ([a, b]) => {
        expect(union(a, b)).toEqual(union(b, a));
      }),
    );
  });

  it('[BUN10] gives the same log however three copies are grouped', () => {
    fc.assert(
      fc.property(someCopies, ([a, b, c]) => {
        expect(union(union(a, b), c)).toEqual(union(a, union(b, c)));
      }),
    );
  });

  it('[BUN10] adds nothing the second time, and nothing from a copy of itself', () => {
    fc.assert(
      fc.property(someCopies, ([a, b]) => {
        const both = union(a, b);
        expect(union(both, b)).toBe(both);
        expect(planMerge(both, b)).toMatchObject({ added: [], redacted: [], conflicts: [], known: b.length });
        expect(union(a, a)).toEqual(union(a, []));
      }),
    );
  });

  it('[BUN10] folds to what the rows of both fold to', () => {
    fc.assert(
      fc.property(anyLog, fc.func(fc.boolean()), (rows, isOurs) => {
        const ours = rows.filter((row) => isOurs(row.stamp));
        const theirs = rows.filter((row) => !isOurs(row.stamp) || row.stamp.endsWith('bbbb'));
        expect(fold(union(ours, theirs))).toEqual(fold(rows));
      }),
    );
  });

  it('[BUN10] takes rows in any order and repeated ones once', () => {
    const rows = logOf(5);
    const { added, known } = planMerge([], [...rows.toReversed(), ...rows]);
    expect(added).toEqual(inLogOrder(rows));
    expect(known).toBe(6);
  });

  it('[BUN11] lets a redacted copy win, whichever side has it', () => {
    const [plain, erased] = [noteRow(1), redactRow(noteRow(1))];
    expect(union([plain], [erased])).toEqual([erased]);
    expect(union([erased], [plain])).toEqual([erased]);
    expect(planMerge([plain], [erased, plain])).toMatchObject({
      redacted: [erased],
      known: 1,
      conflicts: [],
    });
    expect(planMerge([], [plain, erased]).added).toEqual([erased]);
    expect(planMerge([], [erased, plain]).added).toEqual([erased]);
  });

  it('[BUN11] writes no text down that either log wants erased', () => {
    const [secret, other] = [noteRow(1), noteRow(2)];
    const marker = rowOf(9, { type: 'entry-redacted', entry: secret.stamp });
    expect(planMerge([marker], [secret, other]).added).toEqual([redactRow(secret), other]);
    const plan = planMerge([secret, other], [marker]);
    expect(plan).toMatchObject({ added: [marker], redacted: [redactRow(secret)] });
    expect(merged([secret, other], plan)).toEqual([redactRow(secret), other, marker]);
  });

  it('[BUN12] keeps ours where the other copy says something else, and lists it once', () => {
    const ours = noteRow(1);
    const forged = rowOf(1, { type: 'note-logged', kind: 'note', text: 'never happened' });
    const plan = planMerge([ours], [declaredRow(), forged, { ...forged, by: 'Eve' }]);
    expect(plan.added).toEqual([declaredRow()]);
    expect(plan.conflicts).toEqual([{ ours, theirs: { ...forged, by: 'Eve' } }]);
    expect(merged([ours], plan)).toEqual([declaredRow(), ours]);
  });

  it('[BUN12] sees no difference in the order of fields', () => {
    const row = rowOf(1, { type: 'note-logged', kind: 'note', text: 'x' });
    const other = rowOf(1, { text: 'x', kind: 'note', type: 'note-logged' });
    expect(JSON.stringify(row)).not.toBe(JSON.stringify(other));
    expect(sameContent(row, other)).toBe(true);
    expect(sameContent(row, { ...row, by: 'Eve' })).toBe(false);
    expect(sameContent(row, { ...row, at: START_AT })).toBe(false);
    const lists = (...unticked: string[]) => rowOf(1, { type: 'incident-resolved', unticked });
    expect(sameContent(lists('a', 'b'), lists('b', 'a'))).toBe(false);
  });
});

const START_AT = declaredRow().at;
