import { describe, expect, it } from 'vitest';
import { LONGEST_NOTE } from '../../renderer/domain/decideEntries';
import type { Row } from '../../renderer/domain/events';
import { fold } from '../../renderer/domain/fold';
import type { Stamp } from '../../renderer/domain/ids';
import type { Incident } from '../../renderer/domain/incident';
import { pendingErasures, withRedactions } from '../../renderer/domain/redaction';
import { entries, entryOf, type Entry } from '../../renderer/domain/timeline';
import { after, given } from '../support/givenWhenThen';
import {
  backdated,
  by,
  clock,
  declared,
  edited,
  history,
  kindChanged,
  merged,
  noted,
  pinned,
  redacted,
  retracted,
  splitOff,
  T0,
  unmerged,
  type Happening,
} from '../support/histories';

const id = (minute: number): Stamp => `2026-11-23T03:0${minute}:00.000Z_0000_aaaa` as Stamp;
const entryIn = (state: Incident, minute: number): Entry => {
  const found = entryOf(state.timeline, id(minute));
  if (!found) throw new Error(`no entry of 03:0${minute}`);
  return found;
};
const texts = (state: Incident): readonly string[] => [...entries(state.timeline)].map(({ text }) => text);
const image = (digit: string) =>
  ({ sha256: digit.repeat(64), type: 'png', bytes: 1, width: 1, height: 1 }) as const;
const pictured = (text: string, ...digits: readonly string[]): Happening => ({
  event: () => ({ type: 'note-logged', kind: 'note', text, attachments: digits.map(image) }),
});

describe('merging two notes (TML15)', () => {
  const merge = { type: 'merge-entries', entry: id(1), other: id(2) } as const;
  const two = [declared(), noted('5xx rise'), by('Ana', noted('EU only'))] as const;

  it('[TML15] the one that happened first keeps both texts, whichever was named first', () => {
    const event = { type: 'entry-merged', entry: id(2), into: id(1) } as const;
    given(...two)
      .when(merge)
      .thenLogged(event);
    given(...two)
      .when({ ...merge, entry: id(2), other: id(1) })
      .thenLogged(event);
    given(declared(), noted('EU only'), backdated('02:50', noted('5xx rise')))
      .when(merge)
      .thenLogged({ type: 'entry-merged', entry: id(1), into: id(2) });
  });

  it('[TML15] the other is marked, and both histories stay', () => {
    const state = after(...two, by('Kofi', merged(2, 1)));
    expect(entryIn(state, 1)).toMatchObject({
      text: '5xx rise\nEU only',
      by: 'Dana',
      revisions: [{ text: '5xx rise', replacedAt: clock('03:03'), replacedBy: 'Kofi' }],
    });
    expect(entryIn(state, 2)).toMatchObject({
      text: 'EU only',
      by: 'Ana',
      revisions: [],
      merged: { into: id(1), at: clock('03:03'), by: 'Kofi' },
    });
  });

  it('[TML15] images and a pin come along', () => {
    const state = after(declared(), pictured('a', '1'), pictured('', '2'), pinned(2), merged(2, 1));
    expect(entryIn(state, 1)).toMatchObject({
      text: 'a',
      attachments: [image('1'), image('2')],
      pinned: { at: clock('03:03') },
    });
  });

  it('[TML15] taking it back gives both as they were', () => {
    const state = after(...two, merged(2, 1), unmerged(2));
    expect(entryIn(state, 2)).toMatchObject({ text: 'EU only' });
    expect(entryIn(state, 2).merged).toBeUndefined();
    expect(entryIn(state, 1).text).toBe('5xx rise');
    expect(entryIn(state, 1).revisions).toHaveLength(2);
    const pictures = after(declared(), pictured('a', '1'), pictured('b', '2'), merged(2, 1), unmerged(2));
    expect(entryIn(pictures, 1).attachments).toEqual([image('1')]);
  });

  it('[TML15] taking it back leaves a text that was reworded since', () => {
    const state = after(...two, merged(2, 1), edited(1, { text: '5xx rise in the EU' }), unmerged(2));
    expect(texts(state)).toEqual(['Declared Sev 1: Checkout errors', '5xx rise in the EU', 'EU only']);
  });

  it('[TML15] taking it back goes by the words: another kind or time since changes nothing about that', () => {
    const state = after(...two, merged(2, 1), kindChanged(1, 'observation'), unmerged(2));
    expect(texts(state)).toEqual(['Declared Sev 1: Checkout errors', '5xx rise', 'EU only']);
    expect(entryIn(state, 1).kind).toBe('observation');
  });

  it('[TML15] of several merged into one, each can be had back, the last one first', () => {
    const three = [...two, noted('since deploy'), merged(2, 1), merged(3, 1)] as const;
    given(...three)
      .when({ type: 'unmerge-entry', entry: id(2) })
      .thenRefused('merged-since');
    const one = after(...three, unmerged(3));
    expect(entryIn(one, 1).text).toBe('5xx rise\nEU only');
    const none = after(...three, unmerged(3), unmerged(2));
    expect(texts(none)).toEqual(['Declared Sev 1: Checkout errors', '5xx rise', 'EU only', 'since deploy']);
    expect(entryIn(none, 1).absorbed).toBeUndefined();
  });

  it('[TML15] what was merged twice over stands in the last', () => {
    const state = after(...two, noted('since deploy'), merged(2, 1), merged(3, 2));
    expect(entryIn(state, 1).text).toBe('5xx rise\nEU only\nsince deploy');
    expect(entryIn(state, 3).merged?.into).toBe(id(1));
  });

  it('[TML15] rows of two laptops that merge crosswise change it once', () => {
    const once = after(...two, merged(2, 1));
    const crossed = after(...two, merged(2, 1), merged(1, 2), merged(2, 1), merged(1, 1));
    expect(texts(crossed)).toEqual(texts(once));
    expect(entryIn(crossed, 1).merged).toBeUndefined();
  });

  it('[TML15] a row that would merge a console’s line changes nothing', () => {
    expect(texts(after(...two, merged(0, 1)))).toEqual(texts(after(...two)));
    expect(texts(after(...two, unmerged(1)))).toEqual(texts(after(...two)));
  });

  it('[TML15] refuses what does not stand, is no note, is the same or becomes too large', () => {
    given(...two)
      .when({ ...merge, other: id(1) })
      .thenRefused('merge-with-itself');
    given(...two)
      .when({ ...merge, other: id(0) })
      .thenRefused('entry-is-not-a-note');
    given(...two)
      .when({ ...merge, other: id(9) })
      .thenRefused('no-such-entry');
    given(...two, retracted(2))
      .when(merge)
      .thenRefused('entry-retracted');
    given(...two, redacted(2))
      .when(merge)
      .thenRefused('entry-redacted');
    given(...two, merged(2, 1))
      .when(merge)
      .thenRefused('entry-merged');
    given(...two, merged(2, 1))
      .when({ type: 'edit-entry', entry: id(2), text: 'x' })
      .thenRefused('entry-merged');
    given(...two, merged(2, 1))
      .when({ type: 'retract-entry', entry: id(2) })
      .thenRefused('entry-merged');
    given(...two)
      .when({ type: 'unmerge-entry', entry: id(2) })
      .thenRefused('entry-not-merged');
    given(declared(), noted('x'.repeat(LONGEST_NOTE)), noted('y'))
      .when(merge)
      .thenRefused('merge-too-large');
    given(declared(), pictured('', '1', '2', '3', '4', '5'), pictured('', '6', '7', '8', '9'))
      .when(merge)
      .thenRefused('merge-too-large');
  });

  it('[LOG3] a merge with a note that is lost is kept and shown', () => {
    const rows = history(...two, merged(2, 1)).filter((_, i) => i !== 1);
    expect(fold(rows).unrecognisedCount).toBe(1);
    expect(texts(fold(rows))).toContain('Kept without its entry: a merge of two notes');
  });
});

describe('splitting a note (TML16)', () => {
  const log = given(declared(), by('Ana', noted('5xx rise, EU only', 'observation')));
  const split = (offset: number) => ({ type: 'split-entry', entry: id(1), offset }) as const;

  it('[TML16] the words behind the cursor become a note of their own, at the same time', () => {
    log.when(split(9)).thenLogged(
      { type: 'entry-edited', entry: id(1), text: '5xx rise,' },
      {
        event: { type: 'note-logged', kind: 'observation', text: 'EU only', splitFrom: id(1) },
        at: clock('03:01'),
      },
    );
  });

  it('[TML16] the part was written by who wrote the whole, when they did', () => {
    const state = after(
      declared(),
      by('Ana', noted('5xx rise, EU only')),
      edited(1, { text: '5xx rise,' }),
      backdated('03:01', splitOff(1, 'EU only')),
    );
    expect(entryIn(state, 3)).toMatchObject({ by: 'Ana', at: clock('03:01'), recordedAt: clock('03:01') });
    expect(entryIn(state, 1).revisions).toMatchObject([{ text: '5xx rise, EU only' }]);
  });

  it('[TML16] refuses to leave a part empty, and what is no note that stands', () => {
    log.when(split(0)).thenRefused('split-leaves-nothing');
    log.when(split(99)).thenRefused('split-leaves-nothing');
    given(declared())
      .when({ ...split(3), entry: id(0) })
      .thenRefused('entry-is-not-a-note');
    given(declared(), noted('a b'), retracted(1)).when(split(1)).thenRefused('entry-retracted');
  });

  it('[TML16] a character of two units stays whole', () => {
    given(declared(), noted('a🔥b'))
      .when(split(2))
      .thenLogged(
        { type: 'entry-edited', entry: id(1), text: 'a' },
        { event: { type: 'note-logged', kind: 'note', text: '🔥b', splitFrom: id(1) }, at: clock('03:01') },
      );
  });
});

describe('redacting what was merged or split (RED1)', () => {
  const SECRET = 'hunter2-Zq8';
  const json = (value: unknown): string => JSON.stringify(value);
  const clean = (rows: readonly Row[]): void => {
    const erased = new Map(pendingErasures(rows).map((row) => [row.stamp, row]));
    expect(json(rows.map((row) => erased.get(row.stamp) ?? row))).not.toContain(SECRET);
    expect(json(withRedactions(rows))).not.toContain(SECRET);
    expect(json(fold(rows))).not.toContain(SECRET);
  };

  it('[RED1] one row for each line that may hold the same words', () => {
    given(declared(), noted('a'), noted('b'), merged(2, 1))
      .when({ type: 'redact-entry', entry: id(1), reason: 'a key' })
      .thenLogged(
        { type: 'entry-redacted', entry: id(1), reason: 'a key' },
        { type: 'entry-redacted', entry: id(2), reason: 'a key' },
      );
  });

  it.each([1, 2])('[RED1] a secret in a merged note goes from both, whichever is redacted', (index) => {
    const before = [
      declared(),
      noted('login'),
      noted(SECRET),
      merged(2, 1),
      edited(1, { text: `use ${SECRET}` }),
    ];
    clean(history(...before, redacted(index)));
    clean(history(...before, unmerged(2), redacted(index)));
  });

  it.each([1, 3])('[RED1] a secret in a note that was split goes from both parts', (index) => {
    const before = [declared(), noted(`login ${SECRET} works`), edited(1, { text: 'login' })];
    clean(history(...before, splitOff(1, `${SECRET} works`), kindChanged(3, 'result'), redacted(index)));
  });

  it('[RED1] the lines are hidden at once, before any row is erased', () => {
    const log = given(declared(), noted(SECRET), noted('b'), merged(2, 1));
    const { decision } = log.when({ type: 'redact-entry', entry: id(1) });
    const events = decision.ok ? decision.events.map(({ event }) => ({ event: () => event })) : [];
    const state = after(declared(), noted(SECRET), noted('b'), merged(2, 1), ...events);
    expect(json([...entries(state.timeline)])).not.toContain(SECRET);
    expect(T0).toBeLessThan(clock('03:01'));
  });
});
