import { describe, expect, it } from 'vitest';
import type { Command } from '../../renderer/domain/commands';
import { byUrgency, nextNumber, summaryOf, type IncidentSummary } from '../../renderer/domain/summary';
import { incidentName, isLive, NO_INCIDENT } from '../../renderer/domain/incident';
import { after, given } from '../support/givenWhenThen';
import {
  assigned,
  clock,
  declared,
  INCIDENT,
  noted,
  recorded,
  reopened,
  resolved,
  T0,
} from '../support/histories';

const declare: Extract<Command, { type: 'declare' }> = {
  type: 'declare',
  title: 'Checkout errors',
  severity: 1,
  drill: false,
  number: 142,
  commander: '',
};

const declaredEvent = {
  type: 'incident-declared',
  title: 'Checkout errors',
  severity: 1,
  drill: false,
  number: 142,
} as const;

describe('declaring (DEC)', () => {
  it('[DEC1] a title is enough', () => {
    given().when(declare).thenLogged(declaredEvent);
  });

  it('[DEC1] the title is one line, without the blanks around it', () => {
    given()
      .when({ ...declare, title: '  Checkout\n\terrors ' })
      .thenLogged(declaredEvent);
  });

  it('[DEC1] refuses an empty title', () => {
    given()
      .when({ ...declare, title: ' \n ' })
      .thenRefused('title-missing');
  });

  it('[DEC1] takes a title of 500 characters and refuses one of 501', () => {
    const title = 'x'.repeat(500);
    given()
      .when({ ...declare, title })
      .thenLogged({ ...declaredEvent, title });
    given()
      .when({ ...declare, title: `${title}x` })
      .thenRefused('title-too-long');
  });

  it('[DEC2] what is given beside the title is logged with it, the commander as a role', () => {
    given()
      .when({
        ...declare,
        drill: true,
        commander: ' Dana  Reyes ',
        service: ' web ',
        bridge: 'https://meet/1',
      })
      .thenLogged(
        { ...declaredEvent, drill: true, service: 'web', bridge: 'https://meet/1' },
        { type: 'role-assigned', role: 'commander', person: 'Dana Reyes' },
      );
  });

  it('[DEC2] what is left blank is absent', () => {
    given()
      .when({ ...declare, service: ' ', bridge: '', commander: ' ' })
      .thenLogged(declaredEvent);
  });

  it('[DEC2] sets the declared stamp and is live from then on', () => {
    const state = after(declared(2, { service: 'web', bridge: 'https://meet/1' }));
    expect(state).toMatchObject({
      id: INCIDENT,
      title: 'Checkout errors',
      severity: 2,
      peakSeverity: 2,
      phase: 'detection',
      service: 'web',
      bridge: 'https://meet/1',
      stamps: { declared: { at: T0, byHand: false } },
    });
    expect(isLive(state)).toBe(true);
    expect(isLive(NO_INCIDENT)).toBe(false);
    expect(isLive(after(declared(), resolved))).toBe(false);
  });

  it('[DEC3] incidents are INC-0142, drills DR-3, and count apart', () => {
    expect(incidentName({ number: 142, drill: false })).toBe('INC-0142');
    expect(incidentName({ number: 12345, drill: false })).toBe('INC-12345');
    expect(incidentName({ number: 3, drill: true })).toBe('DR-3');
    const known = [summary({ number: 7 }), summary({ number: 3, drill: true })];
    expect(nextNumber(known, false)).toBe(8);
    expect(nextNumber(known, true)).toBe(4);
    expect(nextNumber([], true)).toBe(1);
  });

  it('[DEC5] times given are stamps of their own, to be mended later', () => {
    given()
      .at('03:10')
      .when({ ...declare, impactStartedAt: clock('02:40'), detectedAt: clock('02:55'), commander: 'Dana' })
      .thenLogged(
        declaredEvent,
        {
          type: 'stamp-set',
          stamp: 'impactStart',
          from: null,
          to: clock('02:40'),
          reason: 'given when declaring',
        },
        {
          type: 'stamp-set',
          stamp: 'detected',
          from: null,
          to: clock('02:55'),
          reason: 'given when declaring',
        },
        { type: 'role-assigned', role: 'commander', person: 'Dana' },
      );
  });

  it('[DEC5] refuses a given time more than two minutes ahead', () => {
    const at = given().at('03:10');
    at.when({ ...declare, impactStartedAt: clock('03:12') }).thenLogged(declaredEvent, {
      type: 'stamp-set',
      stamp: 'impactStart',
      from: null,
      to: clock('03:12'),
      reason: 'given when declaring',
    });
    at.when({ ...declare, impactStartedAt: clock('03:12:01') }).thenRefused('stamp-in-future');
    at.when({ ...declare, detectedAt: clock('04:00') }).thenRefused('stamp-in-future');
  });

  it('[DEC6] refuses a second declaring', () => {
    given(declared()).when(declare).thenRefused('already-declared');
    given(declared(), resolved).when(declare).thenRefused('already-declared');
  });

  const others: readonly Command[] = [
    { type: 'change-title', to: 'x' },
    { type: 'change-severity', to: 2, reason: 'x' },
    { type: 'move-phase', to: 'triage' },
    { type: 'set-stamps', stamps: {}, reason: 'x' },
    { type: 'assign-role', role: 'scribe', person: 'x' },
    { type: 'release-role', role: 'scribe', person: 'x' },
    { type: 'log-note', text: 'x', kind: 'note', at: T0 },
    { type: 'attempt-mitigation', action: 'other', what: 'x', owner: '', checkBackIn: 300_000 as never },
    {
      type: 'send-update',
      audience: 'internal',
      state: 'identified',
      impact: 'x',
      known: '',
      doing: '',
      nextDueAt: null,
    },
    { type: 'snooze-update', minutes: 5, reason: 'x' },
    { type: 'pause-updates', reason: 'x' },
    { type: 'resume-updates' },
    { type: 'set-cadence', minutes: 5 },
    { type: 'resolve', unticked: [] },
    { type: 'reopen', reason: 'x' },
    { type: 'add-action-item', text: 'x' },
  ];
  it.each(others)('[DEC6] refuses $type before an incident is declared', (command) => {
    given().when(command).thenRefused('not-declared');
  });
});

describe('the list of incidents (DEC)', () => {
  it('[DEC7] one line of it says what the fold says', () => {
    const rows = [declared(2), assigned('commander', 'Dana'), noted('x')] as const;
    expect(summaryOf(after(...rows))).toEqual({
      id: INCIDENT,
      name: 'INC-0142',
      number: 142,
      title: 'Checkout errors',
      severity: 2,
      drill: false,
      phase: 'detection',
      isResolved: false,
      declaredAt: T0,
      commander: 'Dana',
      rowCount: 3,
      lastStamp: '2026-11-23T03:02:00.000Z_0000_aaaa',
    });
    expect(summaryOf(after(noted('x')))).toBeUndefined();
  });

  it('[DEC7] live ones come first, then the newest', () => {
    const [old, live, fresh] = [
      summary({ number: 1, isResolved: true }),
      summary({ number: 2 }),
      summary({ number: 3, isResolved: true, declaredAt: clock('05:00') }),
    ];
    expect([old, live, fresh].toSorted(byUrgency).map((one) => one.number)).toEqual([2, 3, 1]);
    const again = after(declared(), recorded('03:30', resolved), recorded('04:00', reopened));
    expect(summaryOf(again)?.isResolved).toBe(false);
  });
});

function summary(more: Partial<IncidentSummary>): IncidentSummary {
  const one = summaryOf(after(declared()));
  if (!one) throw new TypeError('no summary');
  return { ...one, ...more };
}
