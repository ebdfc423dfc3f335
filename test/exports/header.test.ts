import { describe, expect, it } from 'vitest';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { draftOf, updatesAt } from './draftOf';
import { at, declared } from './history';

describe('the header of a draft (EXP)', () => {
  it('[EXP11] names the worst and the last severity in the team’s words', () => {
    const history = declared({ severity: 3 });
    history.run({ type: 'change-severity', to: 1, reason: 'all regions' });
    history.run({ type: 'change-severity', to: 2, reason: 'one region is back' });
    const { header } = draftPostMortem({
      incident: history.incident,
      now: at('2026-11-23T12:00:00Z'),
      timeZone: 'UTC',
      severityDefinitions: { '1': 'Nobody can buy.' },
    });
    expect(header.peakSeverity).toEqual({ name: 'Sev 1', definition: 'Nobody can buy.' });
    expect(header.finalSeverity).toEqual({
      name: 'Sev 2',
      definition: 'Significant degradation; some users affected.',
    });
  });

  it('[EXP12] is due for review 48 h after resolving, and says when that has passed', () => {
    const history = declared();
    history.clock('2026-11-23T04:00:00Z').run({ type: 'resolve', unticked: [] });
    expect(draftOf(history.incident).header.review.text).toBe(
      '2026-11-25 04:00:00 UTC, 48 h after it was resolved.',
    );
    expect(draftOf(history.incident, at('2026-11-25T05:00:00Z')).header.review.text).toBe(
      '2026-11-25 04:00:00 UTC, 48 h after it was resolved; that was 1 h before this draft.',
    );
  });

  it('[EXP12] asks for no review below Sev 2, going by the worst severity', () => {
    expect(draftOf(declared({ severity: 3 }).incident).header.review.text).toMatch(/asks for no review/);
    const history = declared({ severity: 1 });
    history.run({ type: 'change-severity', to: 4, reason: 'false alarm' });
    expect(draftOf(history.incident).header.review.text).toBe('48 h after the incident is resolved.');
  });

  it('[EXP8] starts every text of a drill with THIS IS A DRILL', () => {
    const history = declared({ drill: true, number: 3 });
    updatesAt(history, ['2026-11-23T03:10:00Z', 15]);
    const { notice, header, externalMessage } = draftOf(history.incident);
    expect(notice).toBe('THIS IS A DRILL');
    expect(header.heading).toBe('THIS IS A DRILL · Post-mortem DR-3: Checkout is down');
    expect(externalMessage.message.text).toBe('THIS IS A DRILL. Nobody can pay. Looking.');
    expect(draftOf(declared().incident).notice).toBeNull();
  });
});
