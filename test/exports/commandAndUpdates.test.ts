import { describe, expect, it } from 'vitest';
import { minutes } from '../../renderer/domain/time';
import { draftOf, texts, updatesAt } from './draftOf';
import { at, declared } from './history';

describe('mitigation, command and communications (EXP)', () => {
  it('[EXP13] lists each attempt with its verdict and how long it took', () => {
    const history = declared();
    const attempt = history.run({
      type: 'attempt-mitigation',
      action: 'rollback',
      what: 'checkout to 4.1',
      owner: 'Bo',
      checkBackIn: minutes(10),
    });
    history.run({
      type: 'attempt-mitigation',
      action: 'scale',
      what: 'pods',
      owner: '',
      checkBackIn: minutes(5),
    });
    history.clock('2026-11-23T03:12:00Z');
    history.run({ type: 'judge-mitigation', attempt, verdict: 'worked', note: 'errors gone' });
    const draft = draftOf(history.incident);
    expect(draft.mitigation.attempts).toMatchObject([
      {
        action: 'Roll back',
        what: 'checkout to 4.1',
        verdict: 'Worked',
        took: '12 min',
        note: 'errors gone',
      },
      { action: 'Scale', owner: '', verdict: null, took: null },
    ]);
    expect(draft.summary.lines[2]?.says.text).toContain('What worked: Roll back: checkout to 4.1.');
    expect(draft.learning.well[0]).toEqual({
      from: 'guess',
      text: 'A mitigation worked: Roll back: checkout to 4.1',
    });
  });

  it('[EXP14] counts the minutes without an Incident Commander', () => {
    const history = declared({ commander: '' });
    history.clock('2026-11-23T03:10:00Z').run({ type: 'assign-role', role: 'commander', person: 'Ada' });
    history.clock('2026-11-23T03:30:00Z').run({ type: 'release-role', role: 'commander', person: 'Ada' });
    history.clock('2026-11-23T03:35:00Z').run({ type: 'assign-role', role: 'commander', person: 'Bo' });
    history.clock('2026-11-23T04:00:00Z').run({ type: 'resolve', unticked: [] });
    const { people } = draftOf(history.incident);
    expect(texts(people.facts)).toContain(
      'Without an Incident Commander for 15 min: 2026-11-23 03:00:00 UTC to 2026-11-23 03:10:00 UTC; ' +
        '2026-11-23 03:30:00 UTC to 2026-11-23 03:35:00 UTC.',
    );
    expect(texts(people.facts)).toContain('Command passed from Ada to Bo, 2026-11-23 03:35:00 UTC.');
    expect(people.tenures.map(({ person, held }) => [person, held])).toEqual([
      ['Ada', '20 min'],
      ['Bo', '25 min'],
    ]);
  });

  it('[EXP14] counts up to resolving when nobody took over, and up to now while it is open', () => {
    const history = declared();
    history.clock('2026-11-23T03:30:00Z').run({ type: 'release-role', role: 'commander', person: 'Ada' });
    expect(draftOf(history.incident, at('2026-11-23T03:45:00Z')).people.facts[0]?.text).toMatch(
      /^Without an Incident Commander for 15 min: /,
    );
    history.clock('2026-11-23T04:00:00Z').run({ type: 'resolve', unticked: [] });
    expect(draftOf(history.incident).people.facts[0]?.text).toMatch(
      /^Without an Incident Commander for 30 min: /,
    );
  });

  it('[EXP14] needs no Incident Commander below Sev 2', () => {
    const { people } = draftOf(declared({ severity: 3, commander: '' }).incident);
    expect(texts(people.facts)).toContain('Sev 3 asks for no Incident Commander.');
  });

  it('[EXP14] says that uncovered minutes are unknown when an incident was logged long after it ended', () => {
    const history = declared({ commander: '' });
    history.run({ type: 'set-stamps', stamps: { resolved: at('2026-11-01T00:00:00Z') }, reason: 'backfill' });
    const draft = draftOf(history.incident);
    expect(draft.people.facts[0]?.text).toMatch(/are not known/);
    expect(draft.communications.longestSilence.text).toMatch(/^Not known/);
  });

  it('[EXP15] keeps the ledger: promised, sent, late by, cadence kept, longest silence', () => {
    const history = declared();
    updatesAt(
      history,
      ['2026-11-23T03:15:00Z', 15],
      ['2026-11-23T03:34:00Z', 15],
      ['2026-11-23T03:49:00Z', null],
    );
    history.clock('2026-11-23T04:30:00Z').run({ type: 'resolve', unticked: [] });
    const { ledger, cadence, longestSilence } = draftOf(history.incident).communications;
    expect(ledger.map(({ number, lateBy }) => [number, lateBy])).toEqual([
      [1, 'on time'],
      [2, '4 min late'],
      [3, 'on time'],
    ]);
    expect(cadence).toMatchObject({ promises: 3, late: 1, keptPercent: 66 });
    expect(longestSilence.text).toBe('41 min, from 2026-11-23 03:49:00 UTC to 2026-11-23 04:30:00 UTC.');
  });

  it('[EXP15] counts a promise nobody answered as not kept', () => {
    const history = declared();
    updatesAt(history, ['2026-11-23T03:15:00Z', 15]);
    const { cadence } = draftOf(history.incident, at('2026-11-23T03:31:00Z')).communications;
    expect(cadence).toMatchObject({ promises: 2, late: 1, keptPercent: 50 });
    expect(cadence.says.text).toContain('promised for 2026-11-23 03:30:00 UTC was never marked sent');
    history.clock('2026-11-23T03:40:00Z').run({ type: 'resolve', unticked: [] });
    expect(draftOf(history.incident).communications.cadence).toMatchObject({ promises: 2, late: 1 });
  });

  it('[EXP15] has no percentage when no promise came due', () => {
    const { cadence } = draftOf(declared({ severity: 4 }).incident).communications;
    expect(cadence).toMatchObject({ promises: 0, keptPercent: null });
  });

  it('[EXP15] lists snoozes and pauses with their reasons', () => {
    const history = declared();
    history.run({ type: 'snooze-update', minutes: 5, reason: 'call is on' });
    history.run({ type: 'pause-updates', reason: 'waiting for the vendor' });
    expect(draftOf(history.incident).communications.clock.map((line) => line.readable)).toEqual([
      'Update snoozed 5 min to 2026-11-23 03:20:00 UTC: call is on',
      'Update clock paused: waiting for the vendor',
    ]);
  });
});
