import { describe, expect, it } from 'vitest';
import type { Ring } from '../../electron/contract';
import type { Command } from '../../renderer/domain/commands';
import type { IncidentId } from '../../renderer/domain/ids';
import { later, minutes } from '../../renderer/domain/time';
import { openIncident } from '../../renderer/store/moves';
import { faceOf, ringOf } from '../../renderer/store/updateAlarm';
import { ConsoleUnderTest } from '../support/consoleForTests';
import { instant } from '../support/instants';

/** Declared at 03:03: the first update is due at 03:18. */
function declared(change = {}): ConsoleUnderTest {
  const test = new ConsoleUnderTest();
  test.declare(change);
  return test;
}

const at = (clock: string) => instant(`2026-11-23T${clock}Z`);

const SENT: Command = {
  type: 'send-update',
  audience: 'internal',
  state: 'identified',
  impact: '3 % of checkouts',
  known: '',
  doing: '',
  nextDueAt: at('03:45:00'),
};

function ring(change: Partial<Ring> = {}): Ring {
  return {
    incidentId: 'inc-1',
    lane: 'internal',
    level: 'due',
    dueAt: at('03:18:00'),
    lateMs: 0,
    missedAsleep: false,
    ...change,
  };
}

describe('main is told of every promise (UPD10)', () => {
  it('[UPD10] from declaring on, with a title that says what it is about', () => {
    const { world } = declared();
    expect([...world.promises.values()]).toEqual([
      {
        incidentId: 'inc-1',
        lane: 'internal',
        title: 'Sev 1 · INC-0001 Checkout errors',
        dueAt: at('03:18:00'),
        snoozed: false,
      },
    ]);
  });

  it('[UPD10] and a drill says that it is one', () => {
    const { world } = declared({ drill: true });
    expect([...world.promises.values()][0]?.title).toBe('DRILL · Sev 1 · DR-1 Checkout errors');
  });

  it('[UPD10] but not where no update is due', () => {
    expect(declared({ severity: 4 }).world.alarmCalls).toEqual(['disarm']);
  });

  it.each<[string, readonly Command[], readonly string[]]>([
    ['an update is sent', [SENT], ['arm 03:45:00']],
    ['the last update is sent', [{ ...SENT, state: 'resolved', nextDueAt: null }], ['disarm']],
    ['it is snoozed', [{ type: 'snooze-update', minutes: 10, reason: 'x' }], ['arm 03:28:00']],
    ['the clock is paused', [{ type: 'pause-updates', reason: 'x' }], ['disarm']],
    [
      'the clock is resumed',
      [{ type: 'pause-updates', reason: 'x' }, { type: 'resume-updates' }],
      ['disarm', 'arm 03:18:00'],
    ],
    ['the cadence is set', [{ type: 'set-cadence', minutes: 5 }], ['arm 03:08:00']],
    ['the incident is resolved', [{ type: 'resolve', unticked: [] }], ['disarm']],
    [
      'it is reopened',
      [
        { type: 'resolve', unticked: [] },
        { type: 'reopen', reason: 'back' },
      ],
      ['disarm', 'arm 03:18:00'],
    ],
  ])('[UPD10] when %s', (_when, commands, calls) => {
    const test = declared();
    for (const command of commands) test.run(command);
    expect(test.world.alarmCalls.slice(1)).toEqual(calls);
  });

  it('[UPD10] and not again for a row that leaves the promise alone', () => {
    const test = declared();
    test.note('db01 is read-only');
    expect(test.world.alarmCalls).toEqual(['arm 03:18:00']);
  });

  it('[UPD10] and again when an incident is opened, since main may have been restarted', async () => {
    const test = declared();
    test.declare({ title: 'Another one' });
    await openIncident(test.console, 'inc-1' as IncidentId);
    expect(test.world.alarmCalls).toHaveLength(3);
    expect(test.world.promises.size).toBe(2);
  });
});

describe('a ring', () => {
  it('stays until its promise is settled', () => {
    const test = declared();
    test.console.alarm.rang(ring());
    test.note('nobody answers');
    expect(test.console.alarm.store.getState()).toEqual([{ ring: ring(), count: 1 }]);
    test.run(SENT);
    expect(test.console.alarm.store.getState()).toEqual([]);
  });

  it('of the same level is counted, so that it is heard again', () => {
    const test = declared();
    test.console.alarm.rang(ring({ level: 'overdue' }));
    test.console.alarm.rang(ring({ level: 'overdue' }));
    expect(test.console.alarm.store.getState()).toEqual([{ ring: ring({ level: 'overdue' }), count: 2 }]);
  });

  it('of another incident is silenced neither by one in this incident nor by what happens here', () => {
    const test = declared();
    const elsewhere = ring({ incidentId: 'inc-9', dueAt: at('03:10:00') });
    test.console.alarm.rang(elsewhere);
    test.console.alarm.rang(ring());
    test.run(SENT);
    expect(test.console.alarm.store.getState()).toEqual([{ ring: elsewhere, count: 1 }]);
  });
});

describe('the face of the clock (UPD6, UPD11)', () => {
  const due = at('03:18:00');
  const faceAt = (test: ConsoleUnderTest, clock: string) => {
    const { clock: promise } = test.incident;
    if (!promise) throw new Error('no clock');
    return faceOf(promise, ringOf(test.console.alarm.store.getState(), 'inc-1'), at(clock));
  };

  it.each([
    ['03:14:59', 'ok'],
    ['03:15:00', 'due-soon'],
    ['03:18:00', 'overdue'],
  ])('[UPD6] at %s is %s', (clock, face) => {
    expect(faceAt(declared(), clock)).toBe(face);
  });

  it('[UPD11] is overdue when main rang, although the wall clock was set back', () => {
    const test = declared();
    test.console.alarm.rang(ring());
    expect(faceAt(test, '02:00:00')).toBe('overdue');
  });

  it('[UPD11] is due soon when main said so, although the wall clock was set back', () => {
    const test = declared();
    test.console.alarm.rang(ring({ level: 'due-soon' }));
    expect(faceAt(test, '02:00:00')).toBe('due-soon');
  });

  it('[UPD11] is overdue when main rang for a snoozed promise', () => {
    const test = declared();
    test.run({ type: 'snooze-update', minutes: 5, reason: 'x' });
    expect(faceAt(test, '03:22:00')).toBe('snoozed');
    test.console.alarm.rang(ring({ dueAt: later(due, minutes(5)) }));
    expect(faceAt(test, '02:00:00')).toBe('overdue');
  });

  it('[UPD11] does not follow a ring of a promise that is settled', () => {
    const test = declared();
    test.run(SENT);
    test.console.alarm.rang(ring());
    expect(faceAt(test, '03:20:00')).toBe('ok');
  });

  it('[UPD6] stays paused or off whatever rang', () => {
    const test = declared();
    test.run({ type: 'pause-updates', reason: 'x' });
    test.console.alarm.rang(ring());
    expect(faceAt(test, '04:00:00')).toBe('paused');
  });
});
