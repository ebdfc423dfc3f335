import { describe, expect, it } from 'vitest';
import { NOTE_KINDS } from '../../renderer/domain/noteKinds';
import { entryOf, type Entry } from '../../renderer/domain/timeline';
import { upcast } from '../../renderer/domain/upcast';
import { after, given } from '../support/givenWhenThen';
import {
  by,
  clock,
  declared,
  edited,
  history,
  itemAdded,
  kindChanged,
  merged,
  noted,
  pinned,
  redacted,
  retracted,
  stampAt,
  T0,
  unpinned,
  type Happening,
} from '../support/histories';

const entry = (index: number, ...what: readonly Happening[]): Entry => {
  const found = entryOf(after(...what).timeline, stampAt(history(...what), index));
  if (!found) throw new Error('no such entry');
  return found;
};

describe('kinds of notes (TML)', () => {
  it('[TML10] a note can be logged as any of them, and is shown as that', () => {
    for (const kind of NOTE_KINDS) {
      given(declared())
        .when({ type: 'log-note', text: 'x', kind, at: T0 })
        .thenLogged({ event: { type: 'note-logged', kind, text: 'x' }, at: T0 });
      expect(entry(1, declared(), noted('x', kind)).kind).toBe(kind);
    }
  });

  it('[TML10] one of a later version is kept unread', () => {
    expect(upcast({ type: 'note-logged', kind: 'omen', text: 'x' } as never).type).toBe('unrecognised');
  });

  it('[TML11] a change of kind names the new one, and keeps the old one in the history', () => {
    given(declared(), noted('disk is full'))
      .when((rows) => ({ type: 'change-kind', entry: stampAt(rows, 1), kind: 'hypothesis' }))
      .thenLogged({
        type: 'entry-kind-changed',
        entry: stampAt(history(declared(), noted('x')), 1),
        kind: 'hypothesis',
      });
    const changed = entry(1, declared(), noted('disk is full'), by('Ana', kindChanged(1, 'hypothesis')));
    expect(changed).toMatchObject({
      kind: 'hypothesis',
      text: 'disk is full',
      revisions: [
        {
          text: 'disk is full',
          at: clock('03:01'),
          kind: 'note',
          replacedAt: clock('03:02'),
          replacedBy: 'Ana',
        },
      ],
    });
    const reworded = [declared(), noted('a'), edited(1, { text: 'b' }), kindChanged(1, 'result')] as const;
    expect(entry(1, ...reworded).revisions.map(({ kind }) => kind)).toEqual([undefined, 'note']);
  });

  it('[TML11] refuses the kind it has, the console’s own lines, and a note that is struck out or erased', () => {
    const change = (index: number) => (rows: Parameters<typeof stampAt>[0]) =>
      ({ type: 'change-kind', entry: stampAt(rows, index), kind: 'note' }) as const;
    given(declared(), noted('x')).when(change(1)).thenRefused('nothing-changed');
    given(declared()).when(change(0)).thenRefused('kind-not-changeable');
    given(declared(), noted('x', 'impact'), retracted(1)).when(change(1)).thenRefused('entry-retracted');
    given(declared(), noted('x', 'impact'), redacted(1)).when(change(1)).thenRefused('entry-redacted');
    given(declared(), noted('a'), noted('b', 'impact'), merged(2, 1))
      .when(change(2))
      .thenRefused('entry-merged');
  });

  it('[TML11] a row that would make a note of a console’s line changes nothing', () => {
    expect(entry(0, declared(), kindChanged(0, 'impact'))).toEqual(entry(0, declared()));
  });
});

describe('pins (TML)', () => {
  const pin = (index: number) => (rows: Parameters<typeof stampAt>[0]) =>
    ({ type: 'pin-entry', entry: stampAt(rows, index) }) as const;
  const unpin = (index: number) => (rows: Parameters<typeof stampAt>[0]) =>
    ({ type: 'unpin-entry', entry: stampAt(rows, index) }) as const;
  const [first, second] = history(declared(), noted('x'));

  it('[TML12] any line is pinned and unpinned, and says by whom and when', () => {
    given(declared())
      .when(pin(0))
      .thenLogged({ type: 'entry-pinned', entry: first?.stamp ?? ('' as never) });
    given(declared(), noted('x'), pinned(1))
      .when(unpin(1))
      .thenLogged({ type: 'entry-unpinned', entry: second?.stamp ?? ('' as never) });
    expect(entry(1, declared(), noted('x'), by('Ana', pinned(1)), pinned(1)).pinned).toEqual({
      at: clock('03:02'),
      by: 'Ana',
    });
    expect(entry(1, declared(), noted('x'), pinned(1), unpinned(1))).toEqual(
      entry(1, declared(), noted('x')),
    );
  });

  it('[TML12] a note can be logged pinned', () => {
    given(declared())
      .when({ type: 'log-note', text: 'x', kind: 'note', at: T0, pinned: true })
      .thenLogged({ event: { type: 'note-logged', kind: 'note', text: 'x', pinned: true }, at: T0 });
    const logged = { event: () => ({ type: 'note-logged', kind: 'note', text: 'x', pinned: true }) as const };
    expect(entry(1, declared(), logged).pinned).toEqual({ at: clock('03:01'), by: 'Dana' });
  });

  it('[TML12] refuses what is pinned, what is not, and what does not stand', () => {
    given(declared(), pinned(0)).when(pin(0)).thenRefused('entry-pinned');
    given(declared()).when(unpin(0)).thenRefused('entry-not-pinned');
    given(declared(), noted('x'), retracted(1)).when(pin(1)).thenRefused('entry-retracted');
    given(declared(), noted('a'), noted('b'), merged(2, 1)).when(pin(2)).thenRefused('entry-merged');
  });
});

describe('action items from entries (ACT)', () => {
  it('[ACT3] the item names the entry, and the entry its items', () => {
    const rows = history(declared(), noted('no alert fired'));
    const from = stampAt(rows, 1);
    given(declared(), noted('no alert fired'))
      .when({ type: 'add-action-item', text: 'Alert on 5xx', from })
      .thenLogged({ type: 'action-item-added', text: 'Alert on 5xx', from });
    const state = after(declared(), noted('no alert fired'), itemAdded('Alert on 5xx', { from }));
    const [item] = state.actionItems;
    expect(item).toMatchObject({ text: 'Alert on 5xx', from });
    expect(entryOf(state.timeline, from)?.items).toEqual([item?.id]);
    expect(entryOf(state.timeline, item?.id ?? from)).toMatchObject({ kind: 'action', from });
  });

  it('[ACT3] refuses an entry that is not there, and keeps an item whose entry is lost', () => {
    const from = stampAt(history(declared(), noted('x')), 1);
    given(declared()).when({ type: 'add-action-item', text: 'x', from }).thenRefused('no-such-entry');
    expect(after(declared(), itemAdded('x', { from })).actionItems).toHaveLength(1);
  });
});
