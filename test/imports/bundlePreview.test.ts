import { describe, expect, it } from 'vitest';
import type { Row } from '../../renderer/domain/events';
import type { Stamp } from '../../renderer/domain/ids';
import { iso, later, minutes, ms } from '../../renderer/domain/time';
import { writeRow } from '../../renderer/domain/upcast';
import { previewOf } from '../../renderer/imports/bundlePreview';
import { readLines, type HandedLine } from '../../renderer/imports/bundleRows';
import { skewsIn } from '../../renderer/imports/bundleSkew';
import { INC_A, logOf, noteRow, rowOf, START } from '../support/logRows';

const NOW = later(START, minutes(60));
const handed = (rows: readonly Row[]): readonly HandedLine[] =>
  rows.map((row, i) => ({ line: i + 1, row: writeRow(row) }));

describe('looking into a bundle (BUN)', () => {
  it('[BUN8] names title, severity, rows, times and authors, and what is new', () => {
    const theirs = logOf(4);
    const preview = previewOf(INC_A, logOf(2), handed(theirs), NOW).preview;
    expect(preview).toEqual({
      id: INC_A,
      title: 'Checkout errors (inc-a)',
      name: 'INC-0001',
      severity: 1,
      drill: false,
      rows: 5,
      firstAt: START,
      lastAt: later(START, ms(4000)),
      authors: ['Dana'],
      added: 2,
      known: 3,
      redacted: 0,
      conflicts: [],
      problems: [],
      skews: [],
    });
  });

  it('[BUN8] says what can be said of an incident that neither copy declares', () => {
    const { preview } = previewOf(INC_A, [], handed([noteRow(1)]), NOW);
    expect(preview).toMatchObject({ title: null, name: INC_A, rows: 1, added: 1 });
    expect(previewOf(INC_A, [], [], NOW).preview).toMatchObject({ firstAt: null, lastAt: null, authors: [] });
  });

  it('[BUN8] lists unreadable lines with number and reason, and reads the others', () => {
    const odd = { ...writeRow(noteRow(2)), stamp: 'yesterday' };
    const last = { ...writeRow(noteRow(3)), stamp: '9999-12-31T23:59:59.999Z_ffff_dev1' };
    const lines: readonly HandedLine[] = [
      { line: 1, row: writeRow(noteRow(1)) },
      { line: 2, why: 'is not JSON' },
      { line: 3, row: odd },
      { line: 7, row: last },
      { line: 8, row: null },
    ];
    expect(readLines(lines)).toEqual({
      rows: [noteRow(1)],
      problems: [
        { line: 2, why: 'is not JSON' },
        { line: 3, why: 'is not a row of a log' },
        { line: 7, why: 'has a stamp from the end of all calendars' },
        { line: 8, why: 'is not a row of a log' },
      ],
    });
  });

  it('[BUN8] brings unread events in whole', () => {
    const raw = { type: 'from-the-future', deep: { a: [1] } };
    const row = rowOf(1, { type: 'unrecognised', raw });
    expect(previewOf(INC_A, [], handed([row]), NOW).plan.added.map(writeRow)[0]?.event).toEqual(raw);
  });

  it('[BUN9] shows whose clock was off, by how much, in how many rows', () => {
    const stamped = (n: number, minutesLater: number, by: string): Row => {
      const row = noteRow(n);
      const stamp = `${iso(later(row.recordedAt, minutes(minutesLater)))}_0000_dev2` as Stamp;
      return { ...row, by, stamp };
    };
    const rows = [
      noteRow(1),
      stamped(2, 2, 'Ana'),
      stamped(3, 5, 'Sam'),
      stamped(4, 9, 'Sam'),
      stamped(5, 90, 'Eve'),
    ];
    expect(skewsIn(rows, NOW)).toEqual([
      { by: 'Sam', device: 'dev2', rows: 2, most: minutes(9), ahead: false },
      { by: 'Eve', device: 'dev2', rows: 1, most: minutes(90), ahead: true },
    ]);
  });

  it('[BUN9] shows stamps that are yet to come, though the row agrees with itself', () => {
    const before = later(START, minutes(-30));
    expect(skewsIn(logOf(1), before)).toEqual([
      { by: 'Dana', device: 'dev1', rows: 2, most: ms(30 * 60_000 + 1000), ahead: true },
    ]);
    expect(skewsIn(logOf(1), START)).toEqual([]);
  });
});
