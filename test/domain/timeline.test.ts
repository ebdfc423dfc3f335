import { describe, expect, it } from 'vitest';
import type { Command } from '../../renderer/domain/commands';
import { LONGEST_NOTE } from '../../renderer/domain/decideEntries';
import { ms } from '../../renderer/domain/time';
import { entries, entryOf, loggedLate, type Entry } from '../../renderer/domain/timeline';
import { fold } from '../../renderer/domain/fold';
import type { Incident } from '../../renderer/domain/incident';
import type { Stamp } from '../../renderer/domain/ids';
import { after, given } from '../support/givenWhenThen';
import {
  assigned,
  attempted,
  backdated,
  by,
  clock,
  declared,
  edited,
  history,
  itemAdded,
  judged,
  noted,
  recorded,
  resolved,
  restored,
  retracted,
  severityChanged,
  stampAt,
  T0,
  unread,
  updated,
} from '../support/histories';

const shown = (state: Incident): readonly Entry[] => [...entries(state.timeline)];
const texts = (state: Incident): readonly string[] => shown(state).map((entry) => entry.text);

describe('notes (TML)', () => {
  const note = (text: string, at = T0): Command => ({ type: 'log-note', text, kind: 'note', at });

  it('[TML3] a note is logged as typed, without the blanks around it, at its first keystroke', () => {
    given(declared())
      .at('03:05')
      .when({ type: 'log-note', text: ' 5xx\n  at 12 % \n', kind: 'impact', at: clock('03:04:30') })
      .thenLogged({
        event: { type: 'note-logged', kind: 'impact', text: '5xx\n  at 12 %' },
        at: clock('03:04:30'),
      });
  });

  it('[TML3] control and right-to-left characters stay in the note', () => {
    const text = 'a\u0000b \u202Egnp.exe \uD800 \u{1F525}';
    given(declared())
      .when(note(text))
      .thenLogged({ event: { type: 'note-logged', kind: 'note', text }, at: T0 });
  });

  it('[TML3] refuses an empty note and one of more than a million characters', () => {
    given(declared()).when(note(' \n\t')).thenRefused('note-empty');
    given(declared())
      .when(note('x'.repeat(LONGEST_NOTE + 1)))
      .thenRefused('note-too-long');
    expect(given(declared()).when(note('x'.repeat(LONGEST_NOTE))).decision.ok).toBe(true);
  });

  it('[TML5] a note may be years old, but no more than two minutes ahead', () => {
    const at = given(declared()).at('03:10');
    at.when(note('x', clock('03:12'))).thenLogged({
      event: { type: 'note-logged', kind: 'note', text: 'x' },
      at: clock('03:12'),
    });
    at.when(note('x', clock('03:12:01'))).thenRefused('time-in-future');
    expect(at.when(note('x', (T0 - 3e11) as typeof T0)).decision.ok).toBe(true);
  });
});

describe('the timeline (TML)', () => {
  it('[TML1] shows every row as a line of its own, in the order things happened', () => {
    const state = after(
      declared(),
      noted('third'),
      backdated('02:50', noted('first')),
      backdated('03:00', noted('second, same time as declaring')),
    );
    expect(texts(state)).toEqual([
      'first',
      'Declared Sev 1: Checkout errors',
      'second, same time as declaring',
      'third',
    ]);
  });

  it('[TML1] a line says when, when written, who, what kind and what', () => {
    const [entry] = shown(after(backdated('02:50', by('Kofi', declared()))));
    expect(entry).toEqual({
      id: '2026-11-23T03:00:00.000Z_0000_aaaa',
      at: clock('02:50'),
      recordedAt: T0,
      by: 'Kofi',
      kind: 'declared',
      text: 'Declared Sev 1: Checkout errors',
      revisions: [],
    });
  });

  it('[TML4] says how late an entry was written, from two minutes on', () => {
    const late = (seconds: number) => loggedLate({ at: T0, recordedAt: (T0 + seconds * 1000) as typeof T0 });
    expect(late(119)).toBeUndefined();
    expect(late(120)).toBe(ms(120_000));
    expect(late(20 * 60)).toBe(ms(1_200_000));
    expect(late(-60)).toBeUndefined();
  });
});

describe('edits (TML)', () => {
  const edit =
    (to: { text?: string; at?: typeof T0 }, index = 1) =>
    (rows: Parameters<typeof stampAt>[0]) =>
      ({ type: 'edit-entry', entry: stampAt(rows, index), ...to }) as const;
  const id = '2026-11-23T03:01:00.000Z_0000_aaaa' as Stamp;

  it('[TML6] an edit is an event of its own and names only what changes', () => {
    const log = given(declared(), noted('five per cent'));
    log.when(edit({ text: ' 5 % ' })).thenLogged({ type: 'entry-edited', entry: id, text: '5 %' });
    log
      .when(edit({ at: clock('02:55') }))
      .thenLogged({ type: 'entry-edited', entry: id, at: clock('02:55') });
    log
      .when(edit({ text: 'five per cent', at: clock('02:55') }))
      .thenLogged({ type: 'entry-edited', entry: id, at: clock('02:55') });
  });

  it('[TML6] the old text and time stay readable, with who replaced them when', () => {
    const state = after(
      declared(),
      noted('5 %'),
      by('Ana', edited(1, { text: '12 %' })),
      edited(1, { text: '13 %', at: clock('02:58') }),
    );
    expect(entryOf(state.timeline, id)).toMatchObject({
      text: '13 %',
      at: clock('02:58'),
      recordedAt: clock('03:01'),
      revisions: [
        { text: '5 %', at: clock('03:01'), replacedAt: clock('03:02'), replacedBy: 'Ana' },
        { text: '12 %', at: clock('03:01'), replacedAt: clock('03:03'), replacedBy: 'Dana' },
      ],
    });
  });

  it('[TML6] an entry moves to its new time, and back', () => {
    const moves = [declared(), noted('a'), noted('b'), edited(2, { at: clock('02:00') })] as const;
    expect(texts(after(...moves))).toEqual(['b', 'Declared Sev 1: Checkout errors', 'a']);
    const back = after(...moves, edited(2, { at: clock('03:02') }));
    expect(texts(back)).toEqual(['Declared Sev 1: Checkout errors', 'a', 'b']);
    expect(back.timeline.positions.length).toBe(3);
  });

  it('[TML6] what was reckoned from an entry’s time moves with it', () => {
    const at = clock('02:30');
    const state = after(
      declared(),
      assigned('commander', 'Dana'),
      assigned('commander', 'Maria'),
      attempted('web'),
      judged(3, 'worked'),
      updated('identified', clock('03:30')),
      severityChanged(1, 2),
      assigned('expert', 'Sam'),
      resolved,
      itemAdded('x'),
      ...[0, 1, 3, 4, 5, 6, 7, 8, 9].map((index) => edited(index, { at })),
      edited(2, { at: clock('02:45') }),
    );
    expect(state.stamps).toMatchObject({ declared: { at }, resolved: { at } });
    expect(state.formerTenures).toMatchObject([{ person: 'Dana', since: at, until: clock('02:45') }]);
    expect(state.holders.commander).toMatchObject({ person: 'Maria', since: clock('02:45') });
    expect(state.experts).toMatchObject([{ since: at }]);
    expect(state.attempts).toMatchObject([{ startedAt: at, judged: { verdict: 'worked', at } }]);
    expect(state.updates).toMatchObject([{ sentAt: at }]);
    expect(state.severityChanges).toMatchObject([{ at }]);
    expect(state.actionItems).toMatchObject([{ addedAt: at }]);
  });

  it('[TML6] moving the entry of a stamp set by hand leaves the stamp as set', () => {
    const set = {
      event: () =>
        ({ type: 'stamp-set', stamp: 'declared', from: T0, to: clock('02:10'), reason: 'x' }) as const,
    };
    const state = after(
      declared(),
      set,
      edited(0, { at: clock('02:20') }),
      edited(1, { at: clock('02:25') }),
    );
    expect(state.stamps.declared?.at).toBe(clock('02:10'));
  });

  it('[TML6] refuses an edit that changes nothing, empties the note or lies ahead', () => {
    const log = given(declared(), noted('5 %')).at('03:10');
    log.when(edit({ text: ' 5 % ', at: clock('03:01') })).thenRefused('nothing-changed');
    log.when(edit({})).thenRefused('nothing-changed');
    log.when(edit({ text: ' ' })).thenRefused('note-empty');
    log.when(edit({ text: 'x'.repeat(LONGEST_NOTE + 1) })).thenRefused('note-too-long');
    log.when(edit({ at: clock('03:13') })).thenRefused('time-in-future');
  });

  it('[TML6] refuses to reword what the console logged, but lets its time be changed', () => {
    const log = given(declared(), noted('x'));
    log.when(edit({ text: 'Declared Sev 3' }, 0)).thenRefused('entry-is-not-a-note');
    log.when(edit({ at: clock('02:58') }, 0)).thenLogged({
      type: 'entry-edited',
      entry: '2026-11-23T03:00:00.000Z_0000_aaaa' as typeof id,
      at: clock('02:58'),
    });
  });

  it('[TML6] refuses an entry that is not there, and one that is retracted', () => {
    const missing = { type: 'edit-entry', entry: id, text: 'x' } as const;
    given(declared()).when(missing).thenRefused('no-such-entry');
    given(declared(), noted('x'), retracted(1))
      .when(edit({ text: 'y' }))
      .thenRefused('entry-retracted');
  });
});

describe('retractions (TML)', () => {
  const id = '2026-11-23T03:01:00.000Z_0000_aaaa' as Stamp;

  it('[TML7] strikes an entry through; its text stays and can be restored', () => {
    const log = given(declared(), noted('x'));
    log
      .when({ type: 'retract-entry', entry: id, reason: ' wrong incident ' })
      .thenLogged({ type: 'entry-retracted', entry: id, reason: 'wrong incident' });
    log.when({ type: 'retract-entry', entry: id }).thenLogged({ type: 'entry-retracted', entry: id });
    const state = after(declared(), noted('x'), by('Ana', retracted(1, 'wrong incident')));
    expect(entryOf(state.timeline, id)).toMatchObject({
      text: 'x',
      retracted: { at: clock('03:02'), by: 'Ana', reason: 'wrong incident' },
    });
    given(declared(), noted('x'), retracted(1))
      .when({ type: 'restore-entry', entry: id })
      .thenLogged({ type: 'entry-restored', entry: id });
    const back = after(declared(), noted('x'), retracted(1), restored(1));
    expect(back.timeline).toEqual(after(declared(), noted('x')).timeline);
  });

  it('[TML7] refuses to retract twice, to restore what stands, and what is not there', () => {
    given(declared(), noted('x'), retracted(1))
      .when({ type: 'retract-entry', entry: id })
      .thenRefused('entry-retracted');
    given(declared(), noted('x'))
      .when({ type: 'restore-entry', entry: id })
      .thenRefused('entry-not-retracted');
    given(declared()).when({ type: 'retract-entry', entry: id }).thenRefused('no-such-entry');
    given(declared()).when({ type: 'restore-entry', entry: id }).thenRefused('no-such-entry');
  });

  it('[TML7] what the console logged itself is undone where it was done, not retracted', () => {
    given(declared(), severityChanged(1, 2))
      .when({ type: 'retract-entry', entry: id })
      .thenRefused('entry-not-retractable');
  });
});

describe('rows that point nowhere (LOG)', () => {
  it('[LOG3] an edit whose entry is lost is kept and shown, whole', () => {
    const [first, note, ...rest] = history(
      declared(),
      noted('x'),
      edited(1, { text: 'the only copy', at: clock('02:58') }),
      retracted(1),
      restored(1),
    );
    expect(note?.event.type).toBe('note-logged');
    const state = fold([first, ...rest].filter((row) => row !== undefined));
    expect(shown(state).slice(1)).toMatchObject([
      {
        kind: 'unrecognised',
        text: 'Kept without its entry: an edit to “the only copy · 2026-11-23T02:58:00Z”',
        raw: { type: 'entry-edited', text: 'the only copy' },
      },
      { kind: 'unrecognised', text: 'Kept without its entry: a retraction' },
      { kind: 'unrecognised', text: 'Kept without its entry: a restoration' },
    ]);
    expect(state).toMatchObject({ rowCount: 4, unrecognisedCount: 3 });
  });

  it('[LOG3] an event of a later version is counted, shown and carried whole', () => {
    const raw = { type: 'poll-opened', options: ['a', 'b'], at: { nested: true } };
    const state = after(declared(), unread(raw), recorded('03:09', noted('x')));
    expect(state).toMatchObject({ rowCount: 3, unrecognisedCount: 1 });
    expect(shown(state)[1]).toMatchObject({
      kind: 'unrecognised',
      text: 'Kept unread: “poll-opened”, written by another version',
      raw,
    });
  });
});
