import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../renderer/domain/commands';
import { decide } from '../../renderer/domain/decide';
import type { Row } from '../../renderer/domain/events';
import { evolve } from '../../renderer/domain/evolve';
import { fold } from '../../renderer/domain/fold';
import type { DeviceId } from '../../renderer/domain/ids';
import { NOTE_KINDS } from '../../renderer/domain/noteKinds';
import { withRedactions } from '../../renderer/domain/redaction';
import { nextStamp } from '../../renderer/domain/stamp';
import { later, ms } from '../../renderer/domain/time';
import { entries } from '../../renderer/domain/timeline';
import { readRow, writeRow } from '../../renderer/domain/upcast';
import { declared, history, INCIDENT, T0 } from '../support/histories';

/** A command about one of the entries there are by then, chosen by its place. */
interface Step {
  readonly what: Command['type'];
  readonly which: number;
  readonly other: number;
  readonly text: string;
  readonly kind: (typeof NOTE_KINDS)[number];
  readonly device: string;
}

const anySteps = fc.array(
  fc.record({
    what: fc.constantFrom(
      'log-note',
      'log-note',
      'edit-entry',
      'retract-entry',
      'restore-entry',
      'redact-entry',
      'change-kind',
      'pin-entry',
      'unpin-entry',
      'merge-entries',
      'merge-entries',
      'unmerge-entry',
      'split-entry',
      'add-action-item',
    ),
    which: fc.nat(20),
    other: fc.nat(20),
    text: fc.constantFrom('a b', 'disk full', '#tag x', '🔥🔥 burns', 'line\nline'),
    kind: fc.constantFrom(...NOTE_KINDS),
    device: fc.constantFrom('aaaa', 'bbbb'),
  }) satisfies fc.Arbitrary<Step>,
  { maxLength: 30 },
);

/** The rows that these steps write, as the session does: what is refused writes none. */
function rowsOf(steps: readonly Step[]): readonly Row[] {
  const rows: Row[] = [...history(declared())];
  let state = fold(rows);
  for (const [i, step] of steps.entries()) {
    const now = later(T0, ms((i + 1) * 60_000));
    const all = [...entries(state.timeline)];
    const entry = all[step.which % all.length]?.id;
    const other = all[step.other % all.length]?.id;
    const fields = { text: step.text, kind: step.kind, at: now, offset: step.other % 6, entry, other };
    const decision = decide(state, { type: step.what, ...fields, from: entry } as Command, now);
    for (const { event, at } of decision.ok ? decision.events : []) {
      const stamp = nextStamp(state.lastStamp, now, step.device as DeviceId);
      const row: Row = {
        incidentId: INCIDENT,
        stamp,
        at: at ?? now,
        recordedAt: now,
        by: step.device,
        event,
      };
      state = evolve(state, row);
      rows.push(row);
    }
  }
  return rows;
}

describe('any sequence of what can be done to entries', () => {
  it('[LOG5] folds row by row to what it folds to anew, and what was written is read back', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const rows = rowsOf(steps);
        expect(rows.map((row) => readRow(structuredClone(writeRow(row))))).toEqual(rows);
        const erased = withRedactions(rows);
        let state = fold([]);
        for (const row of erased) state = evolve(state, row);
        expect(state).toEqual(fold(rows));
      }),
      { numRuns: 300 },
    );
  });

  it('[LOG1] folds to the same whatever order the rows come in', () => {
    const jumbled = anySteps
      .map(rowsOf)
      .chain((rows) =>
        fc.tuple(
          fc.constant(rows),
          fc.shuffledSubarray([...rows, ...rows.slice(1, 4)], { minLength: rows.length }),
        ),
      );
    fc.assert(
      fc.property(jumbled, ([rows, mixed]) => {
        const whole = [...mixed, ...rows];
        expect(fold(whole)).toEqual(fold(rows));
      }),
      { numRuns: 200 },
    );
  });

  it('[LOG3] an event that carries fields of a later version folds as what it is', () => {
    const [first] = history(declared());
    const event = readRow({ ...first, event: { ...first?.event, entry: 'x', into: 'y' } });
    expect(event && fold([event])).toMatchObject({ title: 'Checkout errors', unrecognisedCount: 0 });
  });

  it('[TML15] no entry stands in itself, and following where it stands always ends', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const all = new Map([...entries(fold(rowsOf(steps)).timeline)].map((one) => [one.id, one]));
        for (const one of all.values()) {
          const seen = new Set([one.id]);
          for (let at = one; at.merged;) {
            const next = all.get(at.merged.into);
            if (!next || seen.has(next.id)) throw new Error('a ring');
            seen.add(next.id);
            at = next;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('[LOG6] a row about one entry leaves every other the object it was', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const rows = rowsOf(steps);
        const before = fold(rows.slice(0, -1));
        const last = rows.at(-1);
        if (!last || rows.length < 2) return;
        const known = new Set(entries(before.timeline));
        const fresh = [...entries(evolve(before, last).timeline)].filter((one) => !known.has(one));
        expect(fresh.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 200 },
    );
  });
});
