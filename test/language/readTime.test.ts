import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime, type TimeRead } from '../../renderer/language/readTime';
import { TIME_SENTENCES, type TimeProblem } from '../../renderer/language/timeProblems';
import { isInstant } from '../../renderer/domain/time';
import { instant } from '../support/instants';

const NIGHT = '2026-11-23T00:10:00Z';

const read = (text: string, now = NIGHT, timeZone = 'Europe/London'): TimeRead =>
  readTime(text, { now: instant(now), timeZone });

const taken = (at: string, precise: string): unknown => ({ ok: true, at: instant(at), precise });
const problem = (name: TimeProblem): unknown => ({ ok: false, problem: name });

describe('a full date-time', () => {
  it.each([
    ['2026-11-22T03:14Z', '2026-11-22T03:14:00Z'],
    ['2026-11-22T03:14:05Z', '2026-11-22T03:14:05Z'],
    ['2026-11-22T03:14:05.123Z', '2026-11-22T03:14:05.123Z'],
    ['2026-11-22T03:14:05.1234567Z', '2026-11-22T03:14:05.123Z'],
    ['2026-11-22T03:14:05,5Z', '2026-11-22T03:14:05.500Z'],
    ['2026-11-22T03:14:05+02:00', '2026-11-22T01:14:05Z'],
    ['2026-11-22T03:14:05-0930', '2026-11-22T12:44:05Z'],
    ['2026-11-22T03:14+02', '2026-11-22T01:14:00Z'],
    ['2026-11-22t03:14z', '2026-11-22T03:14:00Z'],
    ['2026-11-22 03:14:05', '2026-11-22T03:14:05Z'],
    ['2026-11-22 03:14:05 UTC', '2026-11-22T03:14:05Z'],
    ['2026-11-22T3:14', '2026-11-22T03:14:00Z'],
    ['  2026-11-22T03:14Z\n', '2026-11-22T03:14:00Z'],
  ])('%s is taken as typed', (text, at) => {
    expect(read(text)).toEqual(taken(at, 'full'));
  });

  it('without a zone is meant in the zone that is shown', () => {
    expect(read('2026-07-01T12:00', NIGHT, 'Europe/London')).toEqual(taken('2026-07-01T11:00:00Z', 'full'));
    expect(read('2026-07-01 12:00', NIGHT, 'Asia/Kolkata')).toEqual(taken('2026-07-01T06:30:00Z', 'full'));
  });

  it('may lie years back, and on a leap day', () => {
    expect(read('2017-01-31T23:27:00Z')).toEqual(taken('2017-01-31T23:27:00Z', 'full'));
    expect(read('2024-02-29T12:00Z')).toEqual(taken('2024-02-29T12:00:00Z', 'full'));
    expect(read('0001-01-01T00:00Z')).toEqual({
      ok: true,
      at: Date.parse('0001-01-01T00:00Z'),
      precise: 'full',
    });
  });

  it('may be two minutes ahead, no more', () => {
    expect(read('2026-11-23T00:12:00Z')).toEqual(taken('2026-11-23T00:12:00Z', 'full'));
    expect(read('2026-11-23T00:12:01Z')).toEqual(problem('time-in-future'));
    expect(read('2999-01-01T00:00')).toEqual(problem('time-in-future'));
  });

  it.each([
    '2026-02-29T12:00Z',
    '2026-13-01T12:00Z',
    '2026-00-10T12:00Z',
    '2026-11-22T24:00Z',
    '2026-11-22T23:60Z',
    '2026-06-30T23:59:60Z',
    '2026-11-22T12:00+24:00',
    '2026-11-22T12:00+99:99',
  ])('%s is no day or time of day', (text) => {
    expect(read(text)).toEqual(problem('no-such-time'));
  });
});

describe('a bare clock', () => {
  it.each([
    ['00:09', '2026-11-23T00:09:00Z'],
    ['00:10', '2026-11-23T00:10:00Z'],
    ['00:12', '2026-11-23T00:12:00Z'],
    ['00:13', '2026-11-22T00:13:00Z'],
    ['23:50', '2026-11-22T23:50:00Z'],
    ['14:32', '2026-11-22T14:32:00Z'],
    ['14:32:10', '2026-11-22T14:32:10Z'],
    ['1432', '2026-11-22T14:32:00Z'],
    ['3:14', '2026-11-22T03:14:00Z'],
    ['0215Z', '2026-11-22T02:15:00Z'],
    ['02:15z', '2026-11-22T02:15:00Z'],
    ['02:15 UTC', '2026-11-22T02:15:00Z'],
  ])('%s typed at 00:10 is the latest past one', (text, at) => {
    expect(read(text)).toEqual(taken(at, 'clock'));
  });

  it('is tomorrow’s date when the two minutes of slack reach over midnight', () => {
    expect(read('00:00', '2026-11-23T23:59:00Z')).toEqual(taken('2026-11-24T00:00:00Z', 'clock'));
  });

  it('goes back over the turn of the year, the month and a leap day', () => {
    expect(read('23:59', '2027-01-01T00:00:00Z')).toEqual(taken('2026-12-31T23:59:00Z', 'clock'));
    expect(read('12:00', '2024-03-01T08:00:00Z')).toEqual(taken('2024-02-29T12:00:00Z', 'clock'));
    expect(read('12:00', '2026-03-01T08:00:00Z')).toEqual(taken('2026-02-28T12:00:00Z', 'clock'));
  });

  it('counts its day in the zone that is shown', () => {
    expect(read('23:50', NIGHT, 'America/New_York')).toEqual(taken('2026-11-22T04:50:00Z', 'clock'));
    expect(read('19:05', NIGHT, 'America/New_York')).toEqual(taken('2026-11-23T00:05:00Z', 'clock'));
    expect(read('19:05Z', NIGHT, 'America/New_York')).toEqual(taken('2026-11-22T19:05:00Z', 'clock'));
  });

  it.each(['24:00', '25:00', '14:60', '14:32:60', '9999', '2460'])('%s is no time of day', (text) => {
    expect(read(text)).toEqual(problem('no-such-time'));
  });
});

describe('a length', () => {
  it.each([
    ['-7m', 7 * 60],
    ['-7', 7 * 60],
    ['-90s', 90],
    ['-2h', 7200],
    ['-1h30m', 5400],
    ['-1h30m15s', 5415],
    ['-7min', 420],
    ['−7m', 420],
    ['–7M', 420],
    ['-0m', 0],
  ])('%s counts back from now', (text, seconds) => {
    expect(read(text)).toEqual({ ok: true, at: instant(NIGHT) - seconds * 1000, precise: 'relative' });
  });

  it('ahead is in the future unless within two minutes', () => {
    expect(read('+2m')).toEqual(taken('2026-11-23T00:12:00Z', 'relative'));
    expect(read('+3m')).toEqual(problem('time-in-future'));
  });

  it('without a sign it is ago where it has a unit, and nothing where it has none', () => {
    expect(read('5m')).toEqual(read('-5m'));
    expect(read('1h30m')).toEqual(read('-1h30m'));
    expect(read('15')).toEqual(problem('time-unreadable'));
  });
});

describe('what is no time', () => {
  it.each([
    'soon',
    '14:3',
    '143',
    '-',
    '-m',
    '5/6',
    'a few minutes ago',
    'this evening',
    'last night 23:10',
    'noonish',
    '13 pm',
    'ten ago',
    'ago',
    '1:2:3',
    '-7m-',
    'T12:00Z',
    '２３:５０',
  ])('%s is said not to be one', (text) => {
    expect(read(text)).toEqual(problem('time-unreadable'));
  });

  it('an empty field asks for one', () => {
    expect(read(' ')).toEqual(problem('time-missing'));
  });

  it('each problem has a sentence that ends like one', () => {
    for (const sentence of Object.values(TIME_SENTENCES)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

describe('where clocks change', () => {
  const AFTER = '2026-11-23T12:00:00Z';

  it.each([
    ['Europe/London', '2026-03-29 01:30'],
    ['America/New_York', '2026-03-08 02:30'],
    ['Australia/Lord_Howe', '2026-10-04 02:15'],
    ['Pacific/Apia', '2011-12-30 12:00'],
  ])('%s never showed %s', (timeZone, text) => {
    expect(read(text, AFTER, timeZone)).toEqual(problem('time-skipped'));
  });

  it.each([
    ['Europe/London', '2026-03-29 02:00', '2026-03-29T01:00:00Z'],
    ['Europe/London', '2026-03-29 00:59:59', '2026-03-29T00:59:59Z'],
    ['Australia/Lord_Howe', '2026-10-04 02:30', '2026-10-03T15:30:00Z'],
    ['America/New_York', '2026-03-08 03:00', '2026-03-08T07:00:00Z'],
  ])('%s showed %s once, at the edge of the gap', (timeZone, text, at) => {
    expect(read(text, AFTER, timeZone)).toEqual(taken(at, 'full'));
  });

  it.each([
    ['Europe/London', '2026-10-25 01:30', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
    ['America/New_York', '2026-11-01T01:30', '2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'],
    ['Australia/Lord_Howe', '2026-04-05 01:45', '2026-04-04T14:45:00Z', '2026-04-04T15:15:00Z'],
  ])('%s showed %s twice, and both are offered', (timeZone, text, first, second) => {
    expect(read(text, AFTER, timeZone)).toEqual({
      ok: false,
      problem: 'time-twice',
      candidates: [instant(first), instant(second)],
    });
  });

  it('a zone in the text settles which of the two is meant', () => {
    expect(read('2026-10-25T01:30+01:00', AFTER)).toEqual(taken('2026-10-25T00:30:00Z', 'full'));
    expect(read('2026-10-25T01:30Z', AFTER)).toEqual(taken('2026-10-25T01:30:00Z', 'full'));
  });

  it('a bare clock in the first pass has only one past', () => {
    expect(read('01:20', '2026-10-25T00:40:00Z')).toEqual(taken('2026-10-25T00:20:00Z', 'clock'));
  });

  it('a bare clock in the second pass asks which', () => {
    expect(read('01:20', '2026-10-25T01:40:00Z')).toEqual({
      ok: false,
      problem: 'time-twice',
      candidates: [instant('2026-10-25T00:20:00Z'), instant('2026-10-25T01:20:00Z')],
    });
  });

  it('a bare clock in this morning’s gap did not exist, rather than meaning yesterday', () => {
    expect(read('01:30', '2026-03-29T08:00:00Z')).toEqual(problem('time-skipped'));
  });

  it('a bare clock in a gap that is still to come means yesterday’s', () => {
    expect(read('01:30', '2026-03-29T00:30:00Z')).toEqual(taken('2026-03-28T01:30:00Z', 'clock'));
  });

  it('a bare clock the day after the gap is not touched by it', () => {
    expect(read('01:30', '2026-03-30T08:00:00Z')).toEqual(taken('2026-03-30T00:30:00Z', 'clock'));
  });
});

describe('any text', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'UTC',
  );
  const timeish = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.stringMatching(/^[-+−]?[0-9hms:.,TZ +-]{0,24}$/),
    fc.stringMatching(/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?$/),
    fc.stringMatching(/^[0-2]\d:[0-5]\d$/),
  );
  const nows = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });

  it('is read or gets a problem with a sentence, and what is read never lies ahead', () => {
    fc.assert(
      fc.property(timeish, zones, nows, (text, timeZone, date) => {
        const now = instant(date.toISOString());
        const result = readTime(text, { now, timeZone });
        if (!result.ok) return TIME_SENTENCES[result.problem] !== undefined;
        return isInstant(result.at) && result.at <= now + 120_000;
      }),
      { numRuns: 2000 },
    );
  });

  it('a bare clock that is read is less than 49 hours old and shows the digits typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        zones,
        nows,
        (h, m, timeZone, date) => {
          const clock = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
          const now = instant(date.toISOString());
          const result = readTime(clock, { now, timeZone });
          if (!result.ok) return result.problem === 'time-skipped' || result.problem === 'time-twice';
          const shown = new Date(result.at).toLocaleTimeString('en-GB', { timeZone, timeStyle: 'short' });
          return shown === clock && now - result.at < 49 * 3_600_000;
        },
      ),
      { numRuns: 2000 },
    );
  });
});
