import { describe, expect, it } from 'vitest';
import { decideAt, isBackdatable } from '../../renderer/domain/backdating';
import type { Command } from '../../renderer/domain/commands';
import type { Decision } from '../../renderer/domain/decision';
import { fold } from '../../renderer/domain/fold';
import { minutes, type EpochMs } from '../../renderer/domain/time';
import { attempted, clock, declared, history, stampAt, type Happening } from '../support/histories';

const NOW = clock('03:20');

function decided(command: Command, at: EpochMs | undefined, ...more: readonly Happening[]): Decision {
  return decideAt(fold(history(declared(), ...more)), command, NOW, at);
}

const LOWERED: Command = { type: 'change-severity', to: 2, reason: 'EU only' };
const TRIED: Command = {
  type: 'attempt-mitigation',
  action: 'rollback',
  what: 'web',
  owner: 'Sam',
  checkBackIn: minutes(5),
};

describe('what happened before it was logged (GRM)', () => {
  it.each([
    LOWERED,
    TRIED,
    { type: 'move-phase', to: 'mitigation' },
    { type: 'assign-role', role: 'scribe', person: 'Kofi' },
    { type: 'add-action-item', text: 'Alert on 5xx' },
  ] as const satisfies readonly Command[])('[GRM2] $type carries the time given', (command) => {
    const decision = decided(command, clock('03:12'));
    expect(decision).toMatchObject({ ok: true, events: [{ at: clock('03:12') }] });
  });

  it('[GRM2] leaves the time of what happens now to the writing', () => {
    const decision = decided(LOWERED, undefined);
    expect(decision.ok && decision.events[0]?.at).toBeUndefined();
  });

  it.each([
    { type: 'snooze-update', minutes: 5, reason: 'x' },
    { type: 'resolve', unticked: [] },
    { type: 'set-cadence', minutes: 20 },
  ] as const satisfies readonly Command[])('[GRM2] $type takes no earlier time', (command) => {
    expect(isBackdatable(command.type)).toBe(false);
    expect(decided(command, clock('03:12'))).toEqual({ ok: false, refusal: 'happens-now' });
  });

  it('[GRM2] is at most two minutes ahead', () => {
    expect(decided(LOWERED, clock('03:22')).ok).toBe(true);
    expect(decided(LOWERED, clock('03:23'))).toEqual({ ok: false, refusal: 'time-in-future' });
  });

  it('[GRM2] says first what is wrong with the command itself', () => {
    expect(decided({ ...LOWERED, reason: ' ' }, clock('03:23'))).toEqual({
      ok: false,
      refusal: 'reason-missing',
    });
  });

  it('[GRM2] keeps the check of an attempt logged late ahead of now', () => {
    const decision = decided(TRIED, clock('03:05'));
    expect(decision).toMatchObject({
      events: [{ at: clock('03:05'), event: { checkBackAt: clock('03:25') } }],
    });
  });

  it('[GRM2] gives no verdict before its attempt began', () => {
    const attempt = stampAt(history(declared(), attempted('web')), 1);
    const verdict: Command = { type: 'judge-mitigation', attempt, verdict: 'worked' };
    expect(decided(verdict, clock('03:00'), attempted('web'))).toEqual({
      ok: false,
      refusal: 'verdict-before-attempt',
    });
    expect(decided(verdict, clock('03:05'), attempted('web')).ok).toBe(true);
  });
});
