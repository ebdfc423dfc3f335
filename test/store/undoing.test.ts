import { describe, expect, it } from 'vitest';
import type { Command } from '../../renderer/domain/commands';
import { undo } from '../../renderer/store/entryActions';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { INC_B, logOf } from '../support/logRows';

function live(): ConsoleUnderTest {
  const test = new ConsoleUnderTest();
  test.declare({ commander: 'Dana' });
  test.note('first');
  test.world.pass(60_000);
  return test;
}

const facts = (test: ConsoleUnderTest): object => {
  const { severity, phase, isResolved, holders, actionItems } = test.incident;
  const open = actionItems.filter(({ state }) => state === 'open').length;
  const lines = test.entries
    .filter(({ kind }) => kind === 'note' || kind === 'decision')
    .map(({ text, kind, pinned, retracted, merged }) => [text, kind, !pinned, !retracted, !merged]);
  return { severity, phase, isResolved, commander: holders.commander?.person, open, lines };
};

describe('taking back what was just done (UND)', () => {
  const first = (test: ConsoleUnderTest) => {
    const found = test.entries.find(({ text }) => text === 'first');
    if (!found) throw new Error('no such note');
    return found.id;
  };
  const cases: readonly (readonly [string, (test: ConsoleUnderTest) => Command])[] = [
    ['Entry edited', (test) => ({ type: 'edit-entry', entry: first(test), text: 'other' })],
    ['Entry retracted', (test) => ({ type: 'retract-entry', entry: first(test) })],
    ['Kind changed', (test) => ({ type: 'change-kind', entry: first(test), kind: 'decision' })],
    ['Entry pinned', (test) => ({ type: 'pin-entry', entry: first(test) })],
    ['Severity changed to Sev 3', () => ({ type: 'change-severity', to: 3, reason: 'x' })],
    ['Moved to Mitigation', () => ({ type: 'move-phase', to: 'mitigation' })],
    ['Incident Commander assigned', () => ({ type: 'assign-role', role: 'commander', person: 'Ana' })],
    ['Incident Commander released', () => ({ type: 'release-role', role: 'commander', person: 'Dana' })],
    ['Resolved', () => ({ type: 'resolve', unticked: ['Final update sent'] })],
    ['Action item added', (test) => ({ type: 'add-action-item', text: 'x', from: first(test) })],
  ];

  it.each(cases)('[UND1] %s: new rows bring back what was', (what, command) => {
    const test = live();
    const before = facts(test);
    const rows = test.incident.rowCount;
    test.run(command(test));
    expect(facts(test)).not.toEqual(before);
    expect(test.console.undoing.store.getState()?.what).toBe(what);
    expect(undo(test.console)).toBe(true);
    expect(facts(test)).toEqual(before);
    expect(test.incident.rowCount).toBeGreaterThan(rows + 1);
    expect(test.console.undoing.store.getState()).toBeNull();
  });

  it('[UND1] a note that was logged is retracted, a merge taken apart, a split put together', () => {
    const test = live();
    test.note('second');
    const second = test.lastWritten?.id ?? ('' as never);
    undo(test.console);
    expect(test.lastWritten).toMatchObject({ text: 'second', retracted: { by: 'Dana' } });
    test.run({ type: 'restore-entry', entry: second });
    const before = facts(test);
    test.run({ type: 'merge-entries', entry: second, other: first(test) });
    undo(test.console);
    expect(facts(test)).toEqual(before);
    test.run({ type: 'split-entry', entry: second, offset: 3 });
    undo(test.console);
    expect(test.entries.find(({ id }) => id === second)?.text).toBe('second');
    expect(test.entries.filter((one) => !one.retracted && one.text === 'ond')).toEqual([]);
  });

  it('[UND2] is offered for ten seconds, in its own incident', async () => {
    const test = live();
    test.note('x');
    test.world.pass(9_999);
    expect(test.console.undoing.store.getState()).not.toBeNull();
    test.world.pass(1);
    expect(test.console.undoing.store.getState()).toBeNull();
    expect(undo(test.console)).toBe(false);
    test.note('y');
    await test.open(logOf(1, INC_B));
    expect(undo(test.console)).toBe(false);
  });

  it('[UND2] a redaction takes away an offer that holds the words', () => {
    const test = live();
    const entry = first(test);
    test.run({ type: 'edit-entry', entry, text: 'other' });
    test.run({ type: 'redact-entry', entry });
    expect(test.console.undoing.store.getState()).toBeNull();
  });

  it('[UND2] means the last thing done: what can’t be taken back ends the offer', () => {
    const test = live();
    test.note('second');
    test.run({ type: 'set-cadence', minutes: 30 });
    expect(test.console.undoing.store.getState()).toBeNull();
    expect(undo(test.console)).toBe(false);
  });

  it('[UND2] says why when it can’t be taken back any more', () => {
    const test = live();
    const entry = first(test);
    test.run({ type: 'edit-entry', entry, text: 'other' });
    test.console.session.run({ type: 'retract-entry', entry }, 'Ana');
    undo(test.console);
    expect(test.notices).toEqual(['That entry is retracted. Restore it first.']);
  });
});
