import { describe, expect, it } from 'vitest';
import { elapsedSpan } from '../../renderer/domain/elapsed';
import { NO_INCIDENT } from '../../renderer/domain/incident';
import { metricsOf, namedMetrics } from '../../renderer/domain/metrics';
import { minutes } from '../../renderer/domain/time';
import { after } from '../support/givenWhenThen';
import {
  assigned,
  attempted,
  backdated,
  clock,
  declared,
  recorded,
  released,
  reopened,
  resolved,
  retracted,
  stampSet,
  T0,
  updated,
} from '../support/histories';

const recordedAs = (count: number): unknown => ({ state: 'recorded', length: minutes(count) });

const whole = [
  declared(),
  stampSet('impactStart', clock('02:40')),
  stampSet('detected', clock('02:50')),
  stampSet('acknowledged', clock('02:56')),
  stampSet('mitigated', clock('03:30')),
  stampSet('resolved', clock('03:50')),
] as const;

describe('response times (MET)', () => {
  it('[MET1] are recorded from the stamps they rest on', () => {
    expect(metricsOf(after(...whole))).toMatchObject({
      startToDetect: recordedAs(10),
      detectToAcknowledge: recordedAs(6),
      detectToMitigate: recordedAs(40),
      startToMitigate: recordedAs(50),
      startToResolve: recordedAs(70),
      detectToResolve: recordedAs(60),
    });
  });

  it('[MET1] are pending, never zero, while a stamp is missing, and say which', () => {
    const metrics = metricsOf(after(declared(), stampSet('mitigated', clock('03:00'))));
    expect(metrics).toMatchObject({
      startToDetect: { state: 'pending', missing: ['impact start', 'detected'] },
      startToMitigate: { state: 'pending', missing: ['impact start'] },
      detectToResolve: { state: 'pending', missing: ['detected', 'resolved'] },
      toCommander: { state: 'pending', missing: ['commander'] },
      toFirstUpdate: { state: 'pending', missing: ['first update'] },
      toFirstMitigation: { state: 'pending', missing: ['first mitigation'] },
    });
    const nothing = Object.values(metricsOf(NO_INCIDENT));
    expect(nothing.every(({ state }) => state === 'pending')).toBe(true);
  });

  it('[MET1] zero is recorded when both instants are the same', () => {
    const state = after(declared(), stampSet('impactStart', T0), stampSet('detected', T0));
    expect(metricsOf(state).startToDetect).toEqual(recordedAs(0));
  });

  it('[MET1] are invalid in an impossible order', () => {
    const state = after(
      declared(),
      stampSet('impactStart', clock('02:50')),
      stampSet('detected', clock('02:40')),
    );
    expect(metricsOf(state).startToDetect).toEqual({
      state: 'invalid',
      from: clock('02:50'),
      to: clock('02:40'),
    });
  });

  it('[MET2] each has a name and the basis printed beside it', () => {
    const named = namedMetrics(after(...whole));
    expect(named.map(({ name, basis }) => `${name}: ${basis}`)).toEqual([
      'Time to detect: detected − impact start',
      'Time to acknowledge: acknowledged − detected',
      'Time to mitigate: mitigated − detected',
      'Time to mitigate, from impact: mitigated − impact start',
      'Time to resolve: resolved − impact start',
      'Time to resolve, from detection: resolved − detected',
      'Time to Incident Commander: first IC − declared',
      'Time to first update: first update − declared',
      'Time to first mitigation: first attempt − declared',
    ]);
    expect(named[2]?.metric).toEqual(recordedAs(40));
  });

  it('[MET4] the first commander, update and mitigation count, whoever came after', () => {
    const state = after(
      declared(),
      recorded('03:03', assigned('commander', 'Dana')),
      recorded('03:05', attempted('web')),
      recorded('03:08', updated('investigating', clock('03:23'))),
      recorded('03:10', assigned('commander', 'Maria')),
      recorded('03:12', released('commander', 'Maria')),
      recorded('03:14', assigned('commander', 'Ana')),
      recorded('03:20', backdated('03:04', attempted('db'))),
      recorded('03:21', updated('identified', clock('03:36'))),
    );
    expect(metricsOf(state)).toMatchObject({
      toCommander: recordedAs(3),
      toFirstUpdate: recordedAs(8),
      toFirstMitigation: recordedAs(4),
    });
  });

  it('[MET4] a retracted attempt does not count', () => {
    const state = after(declared(), attempted('web'), attempted('db'), retracted(1));
    expect(metricsOf(state).toFirstMitigation).toEqual(recordedAs(2));
  });
});

describe('the elapsed clock (MET)', () => {
  const now = clock('04:00');

  it('[MET3] counts from impact start if known, else from declaring', () => {
    expect(elapsedSpan(after(declared()), now)).toEqual({
      from: T0,
      to: now,
      basis: 'declared',
      running: true,
    });
    expect(elapsedSpan(after(...whole), now)).toEqual({
      from: clock('02:40'),
      to: now,
      basis: 'impact start',
      running: true,
    });
    expect(elapsedSpan(NO_INCIDENT, now)).toBeUndefined();
  });

  it('[MET3] stops when resolved and runs again when reopened', () => {
    const span = elapsedSpan(after(declared(), recorded('03:40', resolved)), now);
    expect(span).toMatchObject({ to: clock('03:40'), running: false });
    expect(elapsedSpan(after(declared(), resolved, reopened), now)).toMatchObject({ to: now, running: true });
  });
});
