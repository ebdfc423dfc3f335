import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readComingTime } from '../../renderer/language/readComingTime';
import { readTime, type TimeRead } from '../../renderer/language/readTime';
import { writtenTimeAtStart } from '../../renderer/language/writtenTime';
import { instant } from '../support/instants';

/** A Tuesday, ten past midnight. */
const NIGHT = '2026-11-24T00:10:00Z';

const read = (text: string, now = NIGHT, timeZone = 'UTC'): TimeRead =>
  readTime(text, { now: instant(now), timeZone });
const coming = (text: string, now = NIGHT): TimeRead =>
  readComingTime(text, { now: instant(now), timeZone: 'UTC' });

describe('a length in words', () => {
  it.each([
    ['now', 0],
    ['just now', 0],
    ['ten minutes ago', 10],
    ['10 min ago', 10],
    ['7 m ago', 7],
    ['5m ago', 5],
    ['Ten Minutes AGO', 10],
    ['a minute ago', 1],
    ['an hour ago', 60],
    ['half an hour ago', 30],
    ['a quarter of an hour ago', 15],
    ['three quarters of an hour ago', 45],
    ['an hour and a half ago', 90],
    ['two and a half hours ago', 150],
    ['1h 20m ago', 80],
    ['1 hour, 20 minutes ago', 80],
    ['two hours and ten minutes ago', 130],
    ['forty-five minutes ago', 45],
    ['twenty-five mins ago', 25],
    ['30 seconds ago', 0.5],
  ])('[GRM1] "%s" counts back', (text, minutes) => {
    expect(read(text)).toEqual({ ok: true, at: instant(NIGHT) - minutes * 60_000, precise: 'relative' });
  });

  it('counts on where a coming time is asked for, and only there', () => {
    expect(coming('in 20 minutes')).toMatchObject({ ok: true, at: instant('2026-11-24T00:30:00Z') });
    expect(read('in 20 minutes')).toEqual({ ok: false, problem: 'time-in-future' });
    expect(coming('ten minutes ago')).toEqual({ ok: false, problem: 'time-in-past' });
  });
});

describe('a day in words', () => {
  it.each([
    ['yesterday 14:00', '2026-11-23T14:00:00Z'],
    ['yesterday at 14:00', '2026-11-23T14:00:00Z'],
    ['yesterday, 14:00:10', '2026-11-23T14:00:10Z'],
    ['yesterday 1400', '2026-11-23T14:00:00Z'],
    ['yesterday at 2pm', '2026-11-23T14:00:00Z'],
    ['yesterday at 2:30 p.m.', '2026-11-23T14:30:00Z'],
    ['yesterday at noon', '2026-11-23T12:00:00Z'],
    ['14:32 yesterday', '2026-11-23T14:32:00Z'],
    ['today 00:05', '2026-11-24T00:05:00Z'],
    ['the day before yesterday 14:00', '2026-11-22T14:00:00Z'],
    ['two days ago 14:00', '2026-11-22T14:00:00Z'],
    ['3 days ago at 9:00', '2026-11-21T09:00:00Z'],
    ['monday 9:30', '2026-11-23T09:30:00Z'],
    ['tuesday 00:05', '2026-11-24T00:05:00Z'],
    ['Tues 14:00', '2026-11-17T14:00:00Z'],
    ['last tuesday 00:05', '2026-11-17T00:05:00Z'],
    ['last friday at 5pm', '2026-11-20T17:00:00Z'],
    ['on friday 17:00 UTC', '2026-11-20T17:00:00Z'],
    ['23 nov 14:32', '2026-11-23T14:32:00Z'],
    ['nov 23 at 14:32', '2026-11-23T14:32:00Z'],
    ['23rd November, 2026 14:32', '2026-11-23T14:32:00Z'],
    ['1 december 14:32', '2025-12-01T14:32:00Z'],
    ['dec 1 2024 14:32', '2024-12-01T14:32:00Z'],
  ])('[GRM1] "%s" is the latest one that has passed', (text, at) => {
    expect(read(text)).toEqual({ ok: true, at: instant(at), precise: 'day' });
  });

  it.each([
    ['5pm', '2026-11-23T17:00:00Z'],
    ['2:30 pm', '2026-11-23T14:30:00Z'],
    ['12am', '2026-11-24T00:00:00Z'],
    ['12:05 am', '2026-11-24T00:05:00Z'],
    ['noon', '2026-11-23T12:00:00Z'],
  ])('"%s" is the latest such clock', (text, at) => {
    expect(read(text)).toEqual({ ok: true, at: instant(at), precise: 'clock' });
  });

  it.each([
    ['yesterday', 'time-of-day-missing'],
    ['monday', 'time-of-day-missing'],
    ['sun', 'time-of-day-missing'],
    ['two days ago', 'time-of-day-missing'],
    ['tomorrow 9:00', 'time-in-future'],
    ['next friday 9:00', 'time-in-future'],
    ['today 14:00', 'time-in-future'],
    ['yesterday 25:00', 'no-such-time'],
    ['31 nov 14:00', 'no-such-time'],
    ['24 nov 2027 14:00', 'time-in-future'],
  ])('"%s" gets the problem %s', (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['tomorrow 9:00', '2026-11-25T09:00:00Z'],
    ['friday at 9:00', '2026-11-27T09:00:00Z'],
    ['tuesday 00:05', '2026-12-01T00:05:00Z'],
    ['next tuesday 12:00', '2026-12-01T12:00:00Z'],
    ['1 jan 9:00', '2027-01-01T09:00:00Z'],
    ['4pm', '2026-11-24T16:00:00Z'],
  ])('"%s" is the next one where a coming time is asked for', (text, at) => {
    expect(coming(text)).toMatchObject({ ok: true, at: instant(at) });
  });

  it('what the clocks skipped or showed twice is said, not guessed', () => {
    const zone = 'Europe/London';
    expect(read('yesterday 01:30', '2026-03-30T12:00:00Z', zone)).toEqual({
      ok: false,
      problem: 'time-skipped',
    });
    expect(read('sunday 1:30 am', '2026-10-26T12:00:00Z', zone)).toEqual({
      ok: false,
      problem: 'time-twice',
      candidates: [instant('2026-10-25T00:30:00Z'), instant('2026-10-25T01:30:00Z')],
    });
  });

  it('is reckoned in the zone it is given for', () => {
    expect(read('yesterday 23:30', NIGHT, 'America/New_York')).toMatchObject({
      at: instant('2026-11-23T04:30:00Z'),
    });
    expect(read('yesterday 23:30Z', NIGHT, 'America/New_York')).toMatchObject({
      at: instant('2026-11-23T23:30:00Z'),
    });
  });
});

describe('where a time in words ends', () => {
  it.each([
    ['ten minutes ago 5/6 nodes down', ' 5/6 nodes down'],
    ['yesterday 14:00 mar 3 shards lost', ' mar 3 shards lost'],
    ['half an hour ago sun came back', ' sun came back'],
    ['2:30 pm said on the call', ' said on the call'],
    ['14:32 yesterday deploy', ' deploy'],
    ['5m agony', ' agony'],
  ])('"%s" leaves “%s”', (text, rest) => {
    expect(writtenTimeAtStart(text)?.rest).toBe(rest);
  });

  it('whatever follows, the text is its own end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ten minutes ago', 'yesterday 14:00', '5pm', '-7m', 'friday', '23 nov', ''),
        fc.string({ unit: 'binary' }),
        (time, tail) => {
          const text = `${time}${tail}`;
          const found = writtenTimeAtStart(text);
          return found === undefined || text.endsWith(found.rest);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
