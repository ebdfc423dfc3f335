import { describe, expect, it } from 'vitest';
import { readComingTime } from '../../renderer/language/readComingTime';
import type { TimeRead } from '../../renderer/language/readTime';
import { instant } from '../support/instants';

const read = (text: string, now = '2026-11-23T23:50:00Z', timeZone = 'Europe/London'): TimeRead =>
  readComingTime(text, { now: instant(now), timeZone });

const taken = (at: string, precise: string): unknown => ({ ok: true, at: instant(at), precise });

describe('the time of the next update', () => {
  it('a bare clock means the next one, over midnight too', () => {
    expect(read('23:55')).toEqual(taken('2026-11-23T23:55:00Z', 'clock'));
    expect(read('0005')).toEqual(taken('2026-11-24T00:05:00Z', 'clock'));
    expect(read('23:50')).toEqual(taken('2026-11-24T23:50:00Z', 'clock'));
    expect(read('00:05Z', '2026-06-01T23:30:00Z')).toEqual(taken('2026-06-02T00:05:00Z', 'clock'));
  });

  it.each(['+15m', '15m', '15min', '+15', '+0h15m'])('%s counts on from now', (text) => {
    expect(read(text)).toEqual(taken('2026-11-24T00:05:00Z', 'relative'));
  });

  it('a full date-time is taken as typed', () => {
    expect(read('2026-11-24T09:00:30+01:00')).toEqual(taken('2026-11-24T08:00:30Z', 'full'));
    expect(read('2026-11-24 09:00', undefined, 'America/New_York')).toEqual(
      taken('2026-11-24T14:00:00Z', 'full'),
    );
  });

  it.each(['-5m', '+0m', '2026-11-23T23:50Z', '2020-01-01T00:00Z'])('%s has passed', (text) => {
    expect(read(text)).toEqual({ ok: false, problem: 'time-in-past' });
  });

  it.each([
    ['', 'time-missing'],
    ['15', 'time-unreadable'],
    ['soon', 'time-unreadable'],
    ['24:30', 'no-such-time'],
    ['2027-02-29 10:00', 'no-such-time'],
  ])('"%s" gets the problem %s', (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem });
  });

  it('a clock the coming night skips did not exist, one it shows twice asks which', () => {
    expect(read('01:30', '2026-03-28T22:00:00Z')).toEqual({ ok: false, problem: 'time-skipped' });
    expect(read('2026-03-29 01:30', '2026-03-28T22:00:00Z')).toEqual({ ok: false, problem: 'time-skipped' });
    expect(read('01:30', '2026-10-24T22:00:00Z')).toEqual({
      ok: false,
      problem: 'time-twice',
      candidates: [instant('2026-10-25T00:30:00Z'), instant('2026-10-25T01:30:00Z')],
    });
  });

  it('a clock in the second pass of an hour shown twice has only one coming', () => {
    expect(read('01:30', '2026-10-25T01:10:00Z')).toEqual(taken('2026-10-25T01:30:00Z', 'clock'));
  });
});
