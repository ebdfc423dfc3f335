import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../renderer/domain/events';
import type { Severity } from '../../renderer/domain/severity';
import { cadence, clockFace, type UpdateClock } from '../../renderer/domain/updateClock';
import type { Incident } from '../../renderer/domain/incident';
import { after } from '../support/givenWhenThen';
import {
  backdated,
  cadenceSet,
  clock,
  declared,
  noted,
  paused,
  recorded,
  reopened,
  resolved,
  resumed,
  severityChanged,
  snoozed,
  T0,
  updated,
} from '../support/histories';

function clockOf(state: Incident): UpdateClock {
  if (state.clock === null) throw new TypeError('no clock');
  return state.clock;
}

describe('the default cadence (UPD)', () => {
  const table: readonly (readonly [Severity, UpdateState, number | null])[] = [
    [1, 'investigating', 15],
    [1, 'identified', 15],
    [1, 'monitoring', 30],
    [2, 'investigating', 30],
    [2, 'identified', 30],
    [2, 'monitoring', 60],
    [3, 'investigating', 60],
    [3, 'identified', 60],
    [3, 'monitoring', 120],
    [4, 'investigating', null],
    [4, 'identified', null],
    [4, 'monitoring', null],
    [1, 'resolved', null],
  ];
  it.each(table)('[UPD1] Sev %d, %s: %s min', (severity, state, expected) => {
    expect(cadence({ setMinutes: null, state }, severity)).toBe(expected);
  });

  it('[UPD2] one set by hand holds for every severity and state but the last', () => {
    expect(cadence({ setMinutes: 20, state: 'monitoring' }, 1)).toBe(20);
    expect(cadence({ setMinutes: 20, state: 'investigating' }, 4)).toBe(20);
    expect(cadence({ setMinutes: 20, state: 'resolved' }, 1)).toBeNull();
  });
});

describe('the clock (UPD)', () => {
  it('[UPD3] runs from the moment of declaring', () => {
    expect(clockOf(after(declared(1)))).toEqual({
      mode: 'running',
      dueAt: clock('03:15'),
      promisedAt: clock('03:15'),
      isStated: false,
      anchor: T0,
      setMinutes: null,
      state: 'investigating',
    });
    expect(clockOf(after(declared(4))).mode).toBe('off');
    expect(after(noted('x')).clock).toBeNull();
  });

  it('[UPD3] of an incident declared long afterwards owes no update from back then', () => {
    expect(clockOf(after(backdated('01:00', declared(1)))).dueAt).toBe(clock('03:15'));
  });

  it('[UPD5] follows the severity while nobody has stated a time', () => {
    expect(clockOf(after(declared(1), severityChanged(1, 2)))).toMatchObject({
      dueAt: clock('03:30'),
      promisedAt: clock('03:30'),
    });
    expect(clockOf(after(declared(2), cadenceSet(5))).dueAt).toBe(clock('03:05'));
    expect(clockOf(after(declared(1), severityChanged(1, 4)))).toMatchObject({ mode: 'off', dueAt: null });
  });

  it('[UPD5] counts on from its anchor: a worse severity may find the update overdue at once', () => {
    const state = after(declared(3), recorded('03:40', severityChanged(3, 1)));
    expect(clockOf(state).dueAt).toBe(clock('03:15'));
    expect(clockFace(clockOf(state), clock('03:40'))).toBe('overdue');
  });

  it('[UPD5] never pushes back a time promised in an update, but may bring it forward', () => {
    const promised = [declared(1), recorded('03:10', updated('identified', clock('03:25')))] as const;
    expect(clockOf(after(...promised, severityChanged(1, 3)))).toMatchObject({ dueAt: clock('03:25') });
    expect(clockOf(after(...promised, severityChanged(1, 4)))).toMatchObject({
      mode: 'running',
      dueAt: clock('03:25'),
    });
    expect(clockOf(after(...promised, cadenceSet(120)))).toMatchObject({ dueAt: clock('03:25') });
    expect(clockOf(after(...promised, cadenceSet(5)))).toMatchObject({ dueAt: clock('03:15') });
  });

  it('[UPD16] keeps asking for what was promised in an update, whenever the alarm rings', () => {
    const promised = [declared(1), recorded('03:10', updated('identified', clock('03:25')))] as const;
    const tightened = after(...promised, recorded('03:12', cadenceSet(5)));
    expect(clockOf(tightened)).toMatchObject({ dueAt: clock('03:15'), promisedAt: clock('03:25') });
  });

  it('[UPD16] moves what only the cadence gave, but never into a past that nobody promised', () => {
    const at = (now: string, every: number) => clockOf(after(declared(1), recorded(now, cadenceSet(every))));
    expect(at('03:05', 10)).toMatchObject({ dueAt: clock('03:10'), promisedAt: clock('03:10') });
    expect(at('03:10', 60)).toMatchObject({ dueAt: clock('04:00'), promisedAt: clock('04:00') });
    expect(at('03:10', 5)).toMatchObject({ dueAt: clock('03:05'), promisedAt: clock('03:15') });
    const worse = after(declared(3), recorded('03:40', severityChanged(3, 1)));
    expect(clockOf(worse)).toMatchObject({ dueAt: clock('03:15'), promisedAt: clock('04:00') });
  });

  it('[UPD16] keeps a promise missed before as missed', () => {
    const missed = after(declared(1), recorded('03:20', cadenceSet(5)));
    expect(clockOf(missed)).toMatchObject({ dueAt: clock('03:05'), promisedAt: clock('03:15') });
  });

  it('[UPD5] never pushes back the time stated on resuming', () => {
    const state = after(
      declared(1),
      paused,
      recorded('03:20', resumed(clock('03:35'))),
      severityChanged(1, 3),
    );
    expect(clockOf(state)).toMatchObject({ dueAt: clock('03:35'), promisedAt: clock('03:15') });
  });

  it('[UPD5] starts afresh when it was off, since nobody owed an update until then', () => {
    const state = after(declared(4), recorded('05:00', severityChanged(4, 1)));
    expect(clockOf(state)).toMatchObject({ mode: 'running', dueAt: clock('05:15'), anchor: clock('05:00') });
  });

  it('[UPD7] an alarm is not ended by a milder severity or a longer cadence', () => {
    expect(clockOf(after(declared(1), recorded('03:16', severityChanged(1, 2)))).dueAt).toBe(clock('03:15'));
    expect(clockOf(after(declared(1), recorded('03:16', severityChanged(1, 4)))).dueAt).toBe(clock('03:15'));
    expect(clockOf(after(declared(1), recorded('03:15', cadenceSet(120)))).dueAt).toBe(clock('03:15'));
  });

  it('[UPD7] a snooze outlives a change that asks for nothing earlier', () => {
    const snooze = [declared(1), recorded('03:14', snoozed(clock('03:25')))] as const;
    const kept = { mode: 'snoozed', dueAt: clock('03:25'), promisedAt: clock('03:15') };
    expect(clockOf(after(...snooze, severityChanged(1, 2)))).toMatchObject(kept);
    expect(clockOf(after(...snooze, recorded('03:20', severityChanged(1, 2))))).toMatchObject(kept);
    expect(clockOf(after(...snooze, recorded('03:20', cadenceSet(120))))).toMatchObject(kept);
  });

  it('[UPD7] a snooze gives way to a change that asks for an earlier update', () => {
    const state = after(
      declared(3),
      recorded('03:05', snoozed(clock('04:10'))),
      recorded('03:10', severityChanged(3, 1)),
    );
    expect(clockOf(state)).toMatchObject({
      mode: 'running',
      dueAt: clock('03:15'),
      promisedAt: clock('03:15'),
    });
    const off = after(declared(3), snoozed(clock('04:10')), severityChanged(3, 4));
    expect(clockOf(off).mode).toBe('off');
  });

  it('[UPD7] stays paused through changes of severity and cadence', () => {
    const state = after(declared(2), paused, severityChanged(2, 1), cadenceSet(5));
    expect(clockOf(state)).toMatchObject({ mode: 'paused', dueAt: null, setMinutes: 5 });
  });

  it('[UPD9] is off from resolving on, and runs from reopening', () => {
    expect(clockOf(after(declared(1), resolved))).toMatchObject({
      mode: 'off',
      dueAt: null,
      promisedAt: null,
    });
    const again = after(
      declared(1),
      updated('monitoring', clock('03:31')),
      resolved,
      recorded('04:00', reopened),
    );
    expect(clockOf(again)).toMatchObject({ mode: 'running', dueAt: clock('04:15'), state: 'investigating' });
    expect(clockOf(after(declared(1), cadenceSet(5), resolved, recorded('04:00', reopened))).dueAt).toBe(
      clock('04:05'),
    );
  });

  it('[UPD9] rows that crossed the resolving start no clock', () => {
    const late = [
      snoozed(clock('03:25')),
      paused,
      resumed(clock('03:30')),
      cadenceSet(5),
      severityChanged(1, 2),
    ];
    for (const row of [...late, updated('identified', clock('03:30'))]) {
      expect(clockOf(after(declared(1), resolved, row))).toMatchObject({ mode: 'off', dueAt: null });
    }
  });

  it('[UPD9] clock rows before any declaring are shown and change nothing', () => {
    expect(after(snoozed(clock('03:25')), paused, updated('identified', null)).clock).toBeNull();
  });
});

describe('what the clock shows (UPD)', () => {
  const face = (state: Incident, time: string) => clockFace(clockOf(state), clock(time));

  it.each([
    ['03:00', 'ok'],
    ['03:11:59', 'ok'],
    ['03:12', 'due-soon'],
    ['03:14:59', 'due-soon'],
    ['03:15', 'overdue'],
    ['09:00', 'overdue'],
    ['02:00', 'ok'],
  ])('[UPD6] due at 03:15, at %s: %s', (time, shown) => {
    expect(face(after(declared(1)), time)).toBe(shown);
  });

  it('[UPD6] snoozed until the snooze ends, then overdue', () => {
    const state = after(declared(1), snoozed(clock('03:25')));
    expect([face(state, '03:16'), face(state, '03:24'), face(state, '03:25')]).toEqual([
      'snoozed',
      'snoozed',
      'overdue',
    ]);
  });

  it('[UPD6] paused and off whatever the time', () => {
    expect(face(after(declared(1), paused), '05:00')).toBe('paused');
    expect(face(after(declared(4)), '05:00')).toBe('off');
    expect(clockFace({ ...clockOf(after(declared(1))), dueAt: null }, T0)).toBe('off');
  });
});
