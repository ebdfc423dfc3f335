import { describe, expect, it } from 'vitest';
import type { Stamp } from '../../renderer/domain/ids';
import { after, given } from '../support/givenWhenThen';
import { clock, declared, itemAdded, itemMoved, noted } from '../support/histories';

const id = '2026-11-23T03:01:00.000Z_0000_aaaa' as Stamp;

describe('action items (ACT)', () => {
  it('[ACT1] an item is one line, with owner, day and category where given', () => {
    given(declared())
      .when({ type: 'add-action-item', text: ' Alert on\n5xx burn ' })
      .thenLogged({ type: 'action-item-added', text: 'Alert on 5xx burn' });
    given(declared())
      .when({
        type: 'add-action-item',
        text: 'x',
        owner: ' Priya ',
        dueOn: '2026-11-27',
        category: 'detection',
      })
      .thenLogged({
        type: 'action-item-added',
        text: 'x',
        owner: 'Priya',
        dueOn: '2026-11-27',
        category: 'detection',
      });
    given(declared()).when({ type: 'add-action-item', text: ' ' }).thenRefused('action-item-empty');
  });

  it('[ACT1] is open from when it was added', () => {
    expect(after(declared(), itemAdded('Alert on 5xx', { owner: 'Priya' })).actionItems).toEqual([
      { id, text: 'Alert on 5xx', owner: 'Priya', state: 'open', addedAt: clock('03:01') },
    ]);
  });

  it('[ACT2] done asks for evidence and dropped for a reason', () => {
    const log = given(declared(), itemAdded('x'));
    const move = { type: 'move-action-item', item: id } as const;
    log.when({ ...move, to: 'done' }).thenRefused('reason-missing');
    log.when({ ...move, to: 'dropped', note: ' ' }).thenRefused('reason-missing');
    log
      .when({ ...move, to: 'done', note: ' PR 12 ' })
      .thenLogged({ type: 'action-item-moved', item: id, to: 'done', note: 'PR 12' });
    log
      .when({ ...move, to: 'in-progress' })
      .thenLogged({ type: 'action-item-moved', item: id, to: 'in-progress' });
    log.when({ ...move, to: 'open' }).thenRefused('nothing-changed');
    given(declared())
      .when({ ...move, to: 'in-progress' })
      .thenRefused('no-such-action-item');
  });

  it('[ACT2] a move changes that item only, and none when it is not there', () => {
    const state = after(declared(), itemAdded('a'), itemAdded('b'), itemMoved(1, 'done', 'PR 12'));
    expect(state.actionItems).toMatchObject([
      { text: 'a', state: 'done', note: 'PR 12' },
      { text: 'b', state: 'open' },
    ]);
    const before = after(declared(), noted('x'), itemAdded('b'));
    expect(after(declared(), noted('x'), itemAdded('b'), itemMoved(1, 'done')).actionItems).toEqual(
      before.actionItems,
    );
  });
});
