import { describe, expect, it } from 'vitest';
import { PHASES } from '../../renderer/domain/lifecycle';
import { after, given } from '../support/givenWhenThen';
import {
  clock,
  declared,
  itemAdded,
  moved,
  noted,
  recorded,
  reopened,
  resolved,
  stampSet,
  T0,
} from '../support/histories';

describe('phases (LIF)', () => {
  it('[LIF1] there are six, in this order', () => {
    expect(PHASES).toEqual(['detection', 'triage', 'mitigation', 'resolution', 'post-mortem', 'prevention']);
  });

  it('[LIF1] moves forward without a reason, also over some', () => {
    given(declared())
      .when({ type: 'move-phase', to: 'mitigation' })
      .thenLogged({ type: 'phase-moved', from: 'detection', to: 'mitigation' });
    expect(after(declared(), moved('detection', 'mitigation')).phase).toBe('mitigation');
  });

  it('[LIF1] keeps a reason that is given', () => {
    given(declared())
      .when({ type: 'move-phase', to: 'triage', reason: ' all here ' })
      .thenLogged({ type: 'phase-moved', from: 'detection', to: 'triage', reason: 'all here' });
  });

  it('[LIF1] moves back only with a reason', () => {
    const history = given(declared(), moved('detection', 'mitigation'));
    history.when({ type: 'move-phase', to: 'triage' }).thenRefused('reason-missing');
    history.when({ type: 'move-phase', to: 'triage', reason: ' ' }).thenRefused('reason-missing');
    history
      .when({ type: 'move-phase', to: 'triage', reason: 'it was another cause' })
      .thenLogged({ type: 'phase-moved', from: 'mitigation', to: 'triage', reason: 'it was another cause' });
  });

  it('[LIF1] refuses the phase it is in', () => {
    given(declared()).when({ type: 'move-phase', to: 'detection' }).thenRefused('same-phase');
  });
});

describe('declaring rows and titles (LIF)', () => {
  it('[LIF2] the first declaring row stands; a second is shown and changes nothing', () => {
    const state = after(declared(2), declared(4, { title: 'forged', number: 9 }));
    expect(state).toMatchObject({ title: 'Checkout errors', severity: 2, number: 142, rowCount: 2 });
    expect(state.timeline.byTime.length).toBe(2);
  });

  it('[LIF3] a title can be changed; the old one stays in the log', () => {
    given(declared())
      .when({ type: 'change-title', to: ' Card\npayments fail ' })
      .thenLogged({ type: 'title-changed', from: 'Checkout errors', to: 'Card payments fail' });
    const changed = {
      event: () => ({ type: 'title-changed', from: 'Checkout errors', to: 'Cards' }) as const,
    };
    expect(after(declared(), changed).title).toBe('Cards');
  });

  it('[LIF3] refuses no title, the same title and a longer one than 500', () => {
    const history = given(declared());
    history.when({ type: 'change-title', to: ' ' }).thenRefused('title-missing');
    history.when({ type: 'change-title', to: 'Checkout  errors' }).thenRefused('same-title');
    history.when({ type: 'change-title', to: 'x'.repeat(501) }).thenRefused('title-too-long');
  });
});

describe('lifecycle stamps (LIF)', () => {
  it('[LIF4] each can be set to a past time with a reason; the old value is logged', () => {
    given(declared(), stampSet('detected', clock('02:50')))
      .when({
        type: 'set-stamps',
        stamps: { closed: clock('03:00'), impactStart: clock('02:40'), detected: clock('02:45') },
        reason: ' from the alert ',
      })
      .thenLogged(
        { type: 'stamp-set', stamp: 'impactStart', from: null, to: clock('02:40'), reason: 'from the alert' },
        {
          type: 'stamp-set',
          stamp: 'detected',
          from: clock('02:50'),
          to: clock('02:45'),
          reason: 'from the alert',
        },
        { type: 'stamp-set', stamp: 'closed', from: null, to: clock('03:00'), reason: 'from the alert' },
      );
  });

  it('[LIF4] the time by the console’s own account can be set by hand, years back too', () => {
    const past = clock('03:00');
    given(declared())
      .when({ type: 'set-stamps', stamps: { declared: (past - 1e11) as typeof past }, reason: 'backfill' })
      .thenLogged({
        type: 'stamp-set',
        stamp: 'declared',
        from: T0,
        to: (past - 1e11) as typeof past,
        reason: 'backfill',
      });
    expect(after(declared(), stampSet('declared', clock('02:30'))).stamps.declared).toMatchObject({
      at: clock('02:30'),
      byHand: true,
    });
  });

  it('[LIF4] can be cleared', () => {
    given(declared(), stampSet('mitigated', clock('03:00')))
      .when({ type: 'set-stamps', stamps: { mitigated: null }, reason: 'errors came back' })
      .thenLogged({
        type: 'stamp-set',
        stamp: 'mitigated',
        from: clock('03:00'),
        to: null,
        reason: 'errors came back',
      });
    const state = after(declared(), stampSet('mitigated', clock('03:00')), stampSet('mitigated', null));
    expect('mitigated' in state.stamps).toBe(false);
  });

  it('[LIF4] refuses a change without a reason, and a reason without a change', () => {
    const history = given(declared(), stampSet('detected', clock('02:50')));
    history
      .when({ type: 'set-stamps', stamps: { detected: clock('02:45') }, reason: '' })
      .thenRefused('reason-missing');
    history
      .when({ type: 'set-stamps', stamps: { detected: clock('02:50'), mitigated: null }, reason: 'x' })
      .thenRefused('nothing-changed');
    history.when({ type: 'set-stamps', stamps: {}, reason: '' }).thenRefused('nothing-changed');
  });

  it('[LIF5] an impossible order is not refused, since the sources of real incidents contradict each other', () => {
    given(declared(), stampSet('impactStart', clock('02:40')))
      .when({ type: 'set-stamps', stamps: { mitigated: clock('02:00') }, reason: 'as published' })
      .thenLogged({
        type: 'stamp-set',
        stamp: 'mitigated',
        from: null,
        to: clock('02:00'),
        reason: 'as published',
      });
  });

  it('[LIF6] the time of declaring can’t be cleared; that of resolving can, and is then unknown', () => {
    const clear = (stamp: 'declared' | 'resolved') =>
      ({ type: 'set-stamps', stamps: { [stamp]: null }, reason: 'x' }) as const;
    given(declared()).when(clear('declared')).thenRefused('stamp-needed');
    given(declared(), resolved)
      .when(clear('resolved'))
      .thenLogged({ type: 'stamp-set', stamp: 'resolved', from: clock('03:01'), to: null, reason: 'x' });
    const forged = after(declared(), resolved, stampSet('declared', null), stampSet('resolved', null));
    expect(forged.isResolved).toBe(true);
    expect(forged.stamps).toEqual({ declared: after(declared()).stamps.declared });
  });

  it('[LIF7] refuses a time more than two minutes ahead', () => {
    const history = given(declared()).at('03:10');
    history
      .when({ type: 'set-stamps', stamps: { mitigated: clock('03:12:01') }, reason: 'x' })
      .thenRefused('stamp-in-future');
    history
      .when({ type: 'set-stamps', stamps: { mitigated: clock('03:12') }, reason: 'x' })
      .thenLogged({ type: 'stamp-set', stamp: 'mitigated', from: null, to: clock('03:12'), reason: 'x' });
  });
});

describe('resolving and reopening (RES)', () => {
  it('[RES1] nothing blocks; what is left open becomes action items', () => {
    given(declared())
      .when({
        type: 'resolve',
        unticked: ['Send the final update', 'List the temporary changes'],
        summary: ' fixed ',
      })
      .thenLogged(
        {
          type: 'incident-resolved',
          unticked: ['Send the final update', 'List the temporary changes'],
          summary: 'fixed',
        },
        { type: 'action-item-added', text: 'Send the final update', category: 'process' },
        { type: 'action-item-added', text: 'List the temporary changes', category: 'process' },
      );
    given(declared())
      .when({ type: 'resolve', unticked: [] })
      .thenLogged({ type: 'incident-resolved', unticked: [] });
  });

  it('[RES3] sets the resolved stamp and moves on to resolution', () => {
    const state = after(declared(), recorded('03:40', resolved));
    expect(state).toMatchObject({
      isResolved: true,
      phase: 'resolution',
      stamps: { resolved: { at: clock('03:40'), byHand: false } },
    });
  });

  it('[RES3] leaves a resolved stamp set by hand, and a later phase, as they are', () => {
    const state = after(
      declared(),
      stampSet('resolved', clock('02:59')),
      moved('detection', 'post-mortem'),
      recorded('03:40', resolved),
    );
    expect(state).toMatchObject({
      phase: 'post-mortem',
      stamps: { resolved: { at: clock('02:59'), byHand: true } },
    });
  });

  it('[RES5] makes no second action item of a line that an open one says already', () => {
    const lines = ['Send the final update', 'List the temporary changes'];
    given(declared(), itemAdded('Send the final update'))
      .when({ type: 'resolve', unticked: lines })
      .thenLogged(
        { type: 'incident-resolved', unticked: lines },
        { type: 'action-item-added', text: 'List the temporary changes', category: 'process' },
      );
  });

  it('[RES3] refuses to resolve twice', () => {
    given(declared(), resolved).when({ type: 'resolve', unticked: [] }).thenRefused('already-resolved');
  });

  it('[RES4] reopening makes it live again, counts it and clears the resolved stamp', () => {
    given(declared(), resolved)
      .when({ type: 'reopen', reason: ' errors are back ' })
      .thenLogged({ type: 'incident-reopened', reason: 'errors are back' });
    const state = after(declared(), resolved, noted('x'), reopened);
    expect(state).toMatchObject({ isResolved: false, reopenings: 1, phase: 'resolution' });
    expect('resolved' in state.stamps).toBe(false);
    expect(after(declared(), resolved, reopened, resolved, reopened).reopenings).toBe(2);
  });

  it('[RES4] refuses to reopen what is live, and without a reason', () => {
    given(declared()).when({ type: 'reopen', reason: 'x' }).thenRefused('not-resolved');
    given(declared(), resolved).when({ type: 'reopen', reason: ' ' }).thenRefused('reason-missing');
  });
});
