import { describe, expect, it } from 'vitest';
import { cadenceOf } from '../../renderer/domain/decideUpdates';
import { nextDue } from '../../renderer/domain/evolveUpdates';
import { updatePrefill } from '../../renderer/domain/prefill';
import { epochMs, HOUR, type EpochMs } from '../../renderer/domain/time';
import { after, given } from '../support/givenWhenThen';
import {
  attempted,
  cadenceSet,
  clock,
  declared,
  judged,
  noted,
  paused,
  recorded,
  resolved,
  resumed,
  severityChanged,
  snoozed,
  T0,
  updated,
} from '../support/histories';

const send = {
  type: 'send-update',
  audience: 'internal',
  state: 'identified',
  impact: ' 3 % ',
  known: 'the deploy',
  doing: '',
  nextDueAt: clock('03:20'),
} as const;

const sentEvent = {
  type: 'update-sent',
  lane: 'internal',
  number: 1,
  audience: 'internal',
  state: 'identified',
  impact: '3 %',
  known: 'the deploy',
  doing: '',
  nextDueAt: clock('03:20'),
  promisedAt: clock('03:15'),
} as const;

describe('sending an update (UPD)', () => {
  it('[UPD14] says what, to whom, and the promise it answers', () => {
    given(declared()).at('03:05').when(send).thenLogged(sentEvent);
    given(declared(), updated('identified', clock('03:16')))
      .at('03:15')
      .when({ ...send, workaround: ' pay by invoice ' })
      .thenLogged({ ...sentEvent, number: 2, promisedAt: clock('03:16'), workaround: 'pay by invoice' });
  });

  it('[UPD14] refuses an update that says nothing', () => {
    given(declared())
      .when({ ...send, impact: ' ', known: '', doing: '\n' })
      .thenRefused('update-empty');
  });

  it('[UPD4] refuses a next time that has passed', () => {
    given(declared()).at('03:20').when(send).thenRefused('next-update-in-past');
  });

  it('[UPD17] refuses a promise for later than 24 hours from now', () => {
    const aDayOn = epochMs(clock('03:10') + 24 * HOUR);
    const promise = (nextDueAt: EpochMs) =>
      given(declared())
        .at('03:10')
        .when({ ...send, nextDueAt });
    promise(aDayOn).thenLogged({ ...sentEvent, nextDueAt: aDayOn });
    promise(epochMs(aDayOn + 1)).thenRefused('next-update-too-far');
  });

  it('[UPD4] promises the next one, unless it is the last or nothing is owed', () => {
    const none = { ...send, nextDueAt: null } as const;
    given(declared()).when(none).thenRefused('next-update-missing');
    given(declared(4), cadenceSet(30)).when(none).thenRefused('next-update-missing');
    given(declared())
      .when({ ...none, state: 'resolved' })
      .thenLogged({ ...sentEvent, state: 'resolved', nextDueAt: null });
    given(declared(4))
      .when(none)
      .thenLogged({ ...sentEvent, nextDueAt: null, promisedAt: null });
    given(declared(), resolved)
      .when(none)
      .thenLogged({ ...sentEvent, nextDueAt: null, promisedAt: null });
  });

  it('[UPD3] the clock runs on to the promised time, and the ledger keeps what was said', () => {
    const state = after(
      declared(),
      recorded('03:14', updated('identified', clock('03:45'), { promisedAt: clock('03:15') })),
    );
    expect(state.clock).toEqual({
      mode: 'running',
      dueAt: clock('03:45'),
      promisedAt: clock('03:45'),
      isStated: true,
      anchor: clock('03:14'),
      setMinutes: null,
      state: 'identified',
    });
    expect(state.updates).toMatchObject([
      {
        number: 1,
        sentAt: clock('03:14'),
        by: 'Dana',
        promisedAt: clock('03:15'),
        known: 'it began with the deploy',
      },
    ]);
  });

  it('[UPD3] a last update stops the clock', () => {
    expect(after(declared(), updated('resolved', null)).clock).toMatchObject({
      mode: 'off',
      dueAt: null,
      promisedAt: null,
      state: 'resolved',
    });
  });
});

describe('snooze, pause and resume (UPD)', () => {
  const snooze = (count: number, reason = ' on the call ') =>
    ({ type: 'snooze-update', minutes: count, reason }) as const;
  const until = (time: string, count: number) =>
    ({
      type: 'update-snoozed',
      lane: 'internal',
      minutes: count,
      until: clock(time),
      reason: 'on the call',
    }) as const;

  it('[UPD12] counts from the due time, or from now when that has passed', () => {
    given(declared()).at('03:14').when(snooze(5)).thenLogged(until('03:20', 5));
    given(declared()).at('03:17').when(snooze(10)).thenLogged(until('03:27', 10));
    given(declared(), snoozed(clock('03:25')))
      .at('03:24')
      .when(snooze(15))
      .thenLogged(until('03:40', 15));
  });

  it('[UPD12] is 5, 10 or 15 minutes, with a reason, while the clock runs', () => {
    given(declared()).when(snooze(7)).thenRefused('snooze-not-offered');
    given(declared()).when(snooze(5, ' ')).thenRefused('reason-missing');
    given(declared(4)).when(snooze(5)).thenRefused('clock-not-running');
    given(declared(), paused).when(snooze(5)).thenRefused('clock-not-running');
    given(declared(), resolved).when(snooze(5)).thenRefused('clock-not-running');
  });

  it('[UPD12] moves the alarm, not the promise', () => {
    expect(after(declared(), snoozed(clock('03:25'))).clock).toMatchObject({
      mode: 'snoozed',
      dueAt: clock('03:25'),
      promisedAt: clock('03:15'),
    });
  });

  it('[UPD13] pausing asks for a reason and stops the alarm; the promise is not forgotten', () => {
    given(declared())
      .when({ type: 'pause-updates', reason: ' status page ' })
      .thenLogged({ type: 'update-paused', lane: 'internal', reason: 'status page' });
    given(declared()).when({ type: 'pause-updates', reason: '' }).thenRefused('reason-missing');
    given(declared(), paused).when({ type: 'pause-updates', reason: 'x' }).thenRefused('clock-not-running');
    expect(after(declared(), paused).clock).toMatchObject({
      mode: 'paused',
      dueAt: null,
      promisedAt: clock('03:15'),
    });
  });

  it('[UPD13] resuming keeps a promise that is still ahead, else starts an interval', () => {
    const resume = { type: 'resume-updates' } as const;
    const due = (time: string) => ({ type: 'update-resumed', lane: 'internal', dueAt: clock(time) }) as const;
    given(declared(), paused).at('03:05').when(resume).thenLogged(due('03:15'));
    given(declared(), paused).at('03:20').when(resume).thenLogged(due('03:35'));
    given(declared(), paused).at('03:15').when(resume).thenLogged(due('03:30'));
    given(declared()).when(resume).thenRefused('clock-not-paused');
    given(declared(), paused, severityChanged(1, 4)).when(resume).thenRefused('clock-not-running');
  });

  it('[UPD13] runs to the time stated, and what was late stays late', () => {
    const state = after(declared(), paused, recorded('03:20', resumed(clock('03:35'))));
    expect(state.clock).toMatchObject({
      mode: 'running',
      dueAt: clock('03:35'),
      promisedAt: clock('03:15'),
      isStated: true,
      anchor: clock('03:20'),
    });
  });
});

describe('cadence (UPD)', () => {
  it('[UPD2] is 5 to 120 whole minutes, or the severity’s own again', () => {
    for (const every of [5, 120, null]) {
      given(declared())
        .when({ type: 'set-cadence', minutes: every })
        .thenLogged({ type: 'cadence-set', lane: 'internal', minutes: every });
    }
    for (const every of [4, 121, 7.5, Number.NaN, -5, 0]) {
      given(declared()).when({ type: 'set-cadence', minutes: every }).thenRefused('cadence-out-of-range');
    }
  });

  it('[UPD2] as shown is the one set, else the default; none when there is no clock', () => {
    expect(cadenceOf(after(declared(2)))).toBe(30);
    expect(cadenceOf(after(declared(2), cadenceSet(10)))).toBe(10);
    expect(cadenceOf(after(declared(2), cadenceSet(10), cadenceSet(null)))).toBe(30);
    expect(cadenceOf(after(declared(4)))).toBeNull();
    expect(cadenceOf(after(declared(2), resolved))).toBeNull();
    expect(cadenceOf(after())).toBeNull();
  });

  it('[UPD4] offers the next promise by cadence, and none when no clock runs', () => {
    expect(nextDue(after(declared(2)), T0)).toBe(clock('03:30'));
    expect(nextDue(after(declared(1), updated('monitoring', clock('03:20'))), clock('03:05'))).toBe(
      clock('03:35'),
    );
    expect(nextDue(after(declared(4)), T0)).toBeNull();
    expect(nextDue(after(declared(2), resolved), T0)).toBeNull();
    expect(nextDue(after(), T0)).toBeNull();
  });
});

describe('what the composer starts with (UPD)', () => {
  it('[UPD8] the last update’s words and the mitigations under way', () => {
    const state = after(
      declared(),
      updated('identified', clock('03:30')),
      attempted('web to 2.3'),
      attempted('db'),
      judged(3, 'didnt'),
    );
    expect(updatePrefill(state)).toEqual({
      state: 'identified',
      impact: '3 % of checkouts fail',
      known: 'it began with the deploy',
      doing: 'Roll back: web to 2.3',
    });
  });

  it('[UPD8] nothing but the state while the log says nothing', () => {
    expect(updatePrefill(after(declared(), noted('x')))).toEqual({
      state: 'investigating',
      impact: '',
      known: '',
      doing: '',
    });
    expect(updatePrefill(after(declared(), updated('identified', clock('03:30')), resolved))).toMatchObject({
      state: 'resolved',
      doing: 'rolling back',
    });
  });

  it('[UPD8] a newer impact note takes the place of the last update’s impact', () => {
    const state = after(
      declared(),
      updated('identified', clock('03:30')),
      noted('EU only, 1 %', 'impact'),
      noted('x'),
    );
    expect(updatePrefill(state).impact).toBe('EU only, 1 %');
  });
});
