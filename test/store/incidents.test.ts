import { describe, expect, it } from 'vitest';
import type { IncidentId } from '../../renderer/domain/ids';
import type { IncidentSummary } from '../../renderer/domain/summary';
import { createIncidents } from '../../renderer/store/incidents';
import { instant } from '../support/instants';

function summary(number: number, change: Partial<IncidentSummary> = {}): IncidentSummary {
  return {
    id: `inc-${number}` as IncidentId,
    name: `INC-000${number}`,
    number,
    title: `Outage ${number}`,
    severity: 1,
    drill: false,
    phase: 'detection',
    isResolved: false,
    declaredAt: instant(`2026-11-2${number}T03:00:00Z`),
    commander: '',
    rowCount: 1,
    lastStamp: null,
    ...change,
  };
}

function known(...summaries: readonly IncidentSummary[]) {
  const incidents = createIncidents();
  incidents.load(summaries);
  return { incidents, numbers: () => incidents.store.getState().map(({ number }) => number) };
}

describe('the list of incidents (DEC7)', () => {
  it('[DEC7] has live ones first, then the newest first', () => {
    const { numbers } = known(summary(1), summary(3, { isResolved: true }), summary(2), summary(4));
    expect(numbers()).toEqual([4, 2, 1, 3]);
  });

  it('takes a new summary in the old one’s stead, in its new place', () => {
    const { incidents, numbers } = known(summary(1), summary(2));
    incidents.put(summary(2, { isResolved: true }));
    expect(numbers()).toEqual([1, 2]);
    expect(incidents.find('inc-2' as IncidentId)?.isResolved).toBe(true);
  });

  it('keeps what is known already when the rest is loaded', () => {
    const { incidents, numbers } = known(summary(1));
    incidents.load([summary(2)]);
    expect(numbers()).toEqual([2, 1]);
  });
});

describe('the next number (DEC3)', () => {
  it('[DEC3] is one more than the highest, incidents and drills apart', () => {
    const { incidents } = known(summary(7), summary(3), summary(2, { drill: true }));
    expect([incidents.nextNumber(false), incidents.nextNumber(true)]).toEqual([8, 3]);
  });

  it('[DEC3] is 1 at first', () => {
    expect(known().incidents.nextNumber(false)).toBe(1);
  });
});

describe('a live twin (DEC4)', () => {
  it('[DEC4] has the same title, but for case and blanks', () => {
    const { incidents } = known(summary(1, { title: 'Checkout errors' }));
    expect(incidents.liveTwin('  checkout   ERRORS ', false)?.number).toBe(1);
    expect(incidents.liveTwin('Checkout error', false)).toBeUndefined();
  });

  it('[DEC4] is live, and a drill only for a drill', () => {
    const { incidents } = known(
      summary(1, { title: 'Old', isResolved: true }),
      summary(2, { title: 'Fire drill', drill: true }),
    );
    expect(incidents.liveTwin('Old', false)).toBeUndefined();
    expect(incidents.liveTwin('Fire drill', false)).toBeUndefined();
    expect(incidents.liveTwin('Fire drill', true)?.number).toBe(2);
  });
});
