import { describe, expect, it } from 'vitest';
import { draftOf } from './draftOf';
import { at, declared } from './history';

describe('response times (EXP)', () => {
  it('[EXP9] says which time is missing, and shows no figure for it', () => {
    const history = declared();
    const [row] = draftOf(history.incident).response.rows;
    expect(row).toMatchObject({
      name: 'Time to detect',
      value: '–',
      minutes: '–',
      state: 'Pending: impact start and detected missing',
    });
  });

  it('[EXP9] calls an impossible order invalid, and shows no figure for it', () => {
    const history = declared();
    history.run({
      type: 'set-stamps',
      stamps: { impactStart: at('2026-11-23T02:30:00Z'), detected: at('2026-11-23T02:10:00Z') },
      reason: 'from the alert',
    });
    const { rows, metrics } = draftOf(history.incident).response;
    expect(rows[0]).toMatchObject({
      value: '–',
      state: 'Invalid: the later time 2026-11-23 02:10:00 UTC lies before 2026-11-23 02:30:00 UTC',
    });
    expect(metrics.startToDetect).toEqual({ state: 'invalid', minutes: null });
  });

  it('[EXP9] prints a real zero as zero', () => {
    const start = at('2026-11-23T02:30:00Z');
    const history = declared();
    history.run({ type: 'set-stamps', stamps: { impactStart: start, detected: start }, reason: 'x' });
    expect(draftOf(history.incident).response.rows[0]).toMatchObject({ value: '0 min', minutes: '0' });
  });

  it('[EXP9] keeps parts of a minute', () => {
    const history = declared();
    history.run({
      type: 'set-stamps',
      stamps: { impactStart: at('2026-11-23T02:30:00Z'), detected: at('2026-11-23T02:31:15Z') },
      reason: 'x',
    });
    const { rows, metrics } = draftOf(history.incident).response;
    expect(rows[0]).toMatchObject({ value: '1 min', minutes: '1.25' });
    expect(metrics.startToDetect.minutes).toBe(1.25);
  });

  it('[EXP9] lists every time set by hand with its reason', () => {
    const history = declared();
    history.run({
      type: 'set-stamps',
      stamps: { detected: at('2026-11-23T02:31:00Z') },
      reason: 'from the page',
    });
    const { corrections, stamps } = draftOf(history.incident).response;
    expect(corrections.map((line) => line.readable)).toEqual([
      'Detected set to 2026-11-23 02:31:00 UTC (from the page)',
    ]);
    expect(stamps.find((stamp) => stamp.name === 'detected')?.source).toBe('set by hand');
    expect(stamps.find((stamp) => stamp.name === 'declared')?.source).toBe('by the console');
    expect(stamps.find((stamp) => stamp.name === 'closed')).toMatchObject({ at: null, source: 'missing' });
  });
});
