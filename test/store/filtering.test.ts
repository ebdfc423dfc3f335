import { describe, expect, it } from 'vitest';
import {
  countsOf,
  hiddenSince,
  isFiltering,
  NO_FILTER,
  passes,
  setFilter,
  shownBy,
  type Filter,
} from '../../renderer/store/filtering';
import { items } from '../../renderer/domain/sortedSequence';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { logOf } from '../support/logRows';

function logged(): ConsoleUnderTest {
  const test = new ConsoleUnderTest();
  test.declare({ commander: 'Dana Reyes' });
  const note = (text: string, kind: 'note' | 'decision' = 'note', pinned?: true): void =>
    test.run({ type: 'log-note', kind, text, at: test.world.now, ...(pinned ? { pinned } : {}) });
  note('errors rise #cause @sam', 'note', true);
  note('roll back #Cause', 'decision');
  test.console.settings.change({ userName: 'Sam Okafor' });
  note('#customer told');
  return test;
}

const shown = (test: ConsoleUnderTest, change: Partial<Filter>): readonly string[] =>
  Array.from(items(shownBy({ ...NO_FILTER, ...change }, test.incident.timeline.byTime)), ({ text }) => text);

describe('filtering the timeline (FLT)', () => {
  it('[FLT1] shows everything until a condition is given', () => {
    const test = logged();
    expect(isFiltering(NO_FILTER)).toBe(false);
    const { byTime } = test.incident.timeline;
    expect(shownBy(NO_FILTER, byTime)).toBe(byTime);
  });

  it('[FLT1] by kind, by author or mention, by tag whatever its case, by pin', () => {
    const test = logged();
    expect(shown(test, { kind: 'decision' })).toEqual(['roll back #Cause']);
    expect(shown(test, { person: 'Sam Okafor' })).toEqual(['errors rise #cause @sam', '#customer told']);
    expect(shown(test, { tag: 'cause' })).toEqual(['errors rise #cause @sam', 'roll back #Cause']);
    expect(shown(test, { pinned: true })).toEqual(['errors rise #cause @sam']);
    expect(shown(test, { pinned: true, kind: 'decision' })).toEqual([]);
  });

  it('[FLT1] leaves out the console’s book-keeping, not what turned the incident', () => {
    const texts = shown(logged(), { noNoise: true });
    expect(texts.some((text) => text.startsWith('Incident Commander'))).toBe(false);
    expect(texts.some((text) => text.startsWith('Declared'))).toBe(true);
  });

  it('[FLT1] counts what there is to choose from', () => {
    const { kinds, people, tags, pinned, noise } = countsOf(logged().incident.timeline.byTime);
    expect([...kinds]).toEqual([
      ['note', 2],
      ['decision', 1],
      ['declared', 1],
      ['role', 1],
    ]);
    expect(people.get('Sam Okafor')).toBe(2);
    expect([...tags]).toEqual([
      ['cause', 2],
      ['customer', 1],
    ]);
    expect([pinned, noise]).toEqual([1, 1]);
  });

  it('[FLT2] counts the notes logged since it was set that it hides', () => {
    const test = logged();
    setFilter(test.console, { kind: 'decision' });
    const hidden = (): number => {
      const { filter, filterSince } = test.console.view.store.getState();
      return hiddenSince(filter, filterSince, test.incident.timeline);
    };
    expect(hidden()).toBe(0);
    test.note('hidden');
    test.run({ type: 'log-note', kind: 'decision', text: 'shown', at: test.world.now });
    test.run({ type: 'change-severity', to: 2, reason: 'x' });
    expect(hidden()).toBe(1);
    setFilter(test.console, { kind: null });
    expect(hidden()).toBe(0);
  });

  it('[LOG6] one more entry looks through one piece of the log again', async () => {
    const test = new ConsoleUnderTest();
    await test.open(logOf(3_000));
    const filter = { ...NO_FILTER, kind: 'note' as const };
    const before = shownBy(filter, test.incident.timeline.byTime);
    expect(shownBy(filter, test.incident.timeline.byTime)).toBe(before);
    test.world.pass(10_000_000);
    test.note('one more');
    const after = shownBy(filter, test.incident.timeline.byTime);
    const known = new Set(before.pieces);
    expect(after.length).toBe(before.length + 1);
    expect(after.pieces.filter((piece) => !known.has(piece)).length).toBeLessThanOrEqual(2);
    expect(passes(filter, test.lastWritten ?? ('' as never))).toBe(true);
  });
});
