import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLocal, choiceLabels } from '../../renderer/language/formatLocal';
import { readPadLine, type PadLine } from '../../renderer/language/padLine';
import { readComingTime } from '../../renderer/language/readComingTime';
import { readTime, type TimeRead } from '../../renderer/language/readTime';
import { TIME_SENTENCES } from '../../renderer/language/timeProblems';
import { writtenTimeAtStart } from '../../renderer/language/writtenTime';
import { instant } from '../support/instants';
import { PAD_CONTEXT } from '../support/padContext';

/** A Monday night. */
const NOW = '2026-11-23T03:15:00Z';

const read = (text: string, now = NOW, timeZone = 'UTC'): TimeRead =>
  readTime(text, { now: instant(now), timeZone });
const coming = (text: string, now = NOW): TimeRead =>
  readComingTime(text, { now: instant(now), timeZone: 'UTC' });
const local = (result: TimeRead, timeZone = 'UTC'): string =>
  result.ok ? formatLocal(result.at, timeZone).slice(0, 16) : result.problem;

describe('a clock as it is said', () => {
  it.each([
    ['midnight', '2026-11-23 00:00'],
    ['noon', '2026-11-22 12:00'],
    ['half past two', '2026-11-23 02:30'],
    ['half past 2', '2026-11-23 02:30'],
    ['Half Past Two PM', '2026-11-22 14:30'],
    ['quarter to 3', '2026-11-23 02:45'],
    ['a quarter to three', '2026-11-23 02:45'],
    ['quarter past 3', '2026-11-23 03:15'],
    ['quarter past four', '2026-11-22 16:15'],
    ['ten past two', '2026-11-23 02:10'],
    ['twenty-five to four', '2026-11-22 15:35'],
    ['5 minutes to 3', '2026-11-23 02:55'],
    ['five to midnight', '2026-11-22 23:55'],
    ['half past noon', '2026-11-22 12:30'],
    ['quarter to one', '2026-11-23 00:45'],
    ['ten to twelve', '2026-11-22 23:50'],
    ['quarter to 15', '2026-11-22 14:45'],
    ['quarter past 23', '2026-11-22 23:15'],
    ['3pm', '2026-11-22 15:00'],
    ['3 am', '2026-11-23 03:00'],
    ['three o’clock', '2026-11-23 03:00'],
    ["4 o'clock", '2026-11-22 16:00'],
    ["14 o'clock", '2026-11-22 14:00'],
    ['14h30', '2026-11-22 14:30'],
    ['14.32', '2026-11-22 14:32'],
    ['9.45', '2026-11-22 09:45'],
    ['yesterday 23:50', '2026-11-22 23:50'],
    ['yesterday 23.50', '2026-11-22 23:50'],
    ['yesterday at 14', '2026-11-22 14:00'],
    ['today at half past two', '2026-11-23 02:30'],
    ['quarter to 3 Z', '2026-11-23 02:45'],
  ])('[GRM1] “%s” is the latest past one', (text, at) => {
    expect(local(read(text))).toBe(at);
  });

  it.each([
    ['7m', '03:08'],
    ['7 min', '03:08'],
    ['7 minutes', '03:08'],
    ['2h', '01:15'],
    ['1 hour 30 min', '01:45'],
    ['90 sec', '03:13'],
    ['just now', '03:15'],
    ['two minutes ago', '03:13'],
    ['half an hour ago', '02:45'],
  ])('[GRM1] “%s” is ago', (text, at) => {
    expect(local(read(text)).slice(11)).toBe(at);
  });

  it.each([
    '10 min after the deploy',
    '7m before it',
    '5 min later',
    'half two',
    'a second deploy',
    '12h30 ago',
    '31 past two',
    'half past 25',
    '99.99',
    'quarter',
    'past two',
  ])('[GRM1] “%s” is no time that has one meaning', (text) => {
    expect(writtenTimeAtStart(text)).toBeUndefined();
  });

  it('[GRM1] is the next one where a coming time is asked for', () => {
    for (const [text, at] of [
      ['midnight', '2026-11-24 00:00'],
      ['half past three', '2026-11-23 03:30'],
      ['quarter to 3', '2026-11-23 14:45'],
      ['7 min', '2026-11-23 03:22'],
      ['tomorrow 9.45', '2026-11-24 09:45'],
      ['1.12. 14:32', '2026-12-01 14:32'],
    ] as const) {
      expect([text, local(coming(text))]).toEqual([text, at]);
    }
    expect(coming('01/12 14:32')).toMatchObject({ problem: 'day-or-month' });
    expect(coming('tomorrow half past two')).toMatchObject({ problem: 'half-of-day' });
    expect(coming('tomorrow midnight')).toEqual({ ok: false, problem: 'midnight-of-day' });
  });

  it('[GRM1] asks about what clocks showed twice or skipped, as of any clock', () => {
    const autumn = '2026-10-25T03:00:00Z';
    expect(read('half past one', autumn, 'Europe/London')).toEqual({
      ok: false,
      problem: 'time-twice',
      candidates: [instant('2026-10-25T00:30:00Z'), instant('2026-10-25T01:30:00Z')],
    });
    expect(read('half past one', '2026-03-29T02:00:00Z', 'Europe/London')).toEqual({
      ok: false,
      problem: 'time-skipped',
    });
  });
});

describe('a day in digits', () => {
  it.each([
    ['1.10. 14:32', '2026-10-01 14:32'],
    ['01.10. 14:32', '2026-10-01 14:32'],
    ['01.10 14:32', '2026-10-01 14:32'],
    ['01.10.2026 14:32', '2026-10-01 14:32'],
    ['1.10.26, 14.32', '2026-10-01 14:32'],
    ['24.12. 18:00', '2025-12-24 18:00'],
    ['31/10 14:32', '2026-10-31 14:32'],
    ['10/31 14:32', '2026-10-31 14:32'],
    ['10/31/2026 2:32 pm', '2026-10-31 14:32'],
    ['5/5 14:32', '2026-05-05 14:32'],
    ['2026/10/1 14:32', '2026-10-01 14:32'],
    ['2026-10-01, 14.32', '2026-10-01 14:32'],
  ])('[GRM1] “%s” has one meaning', (text, at) => {
    expect(local(read(text))).toBe(at);
  });

  it.each([
    ['01/10 14:32', ['2026-01-10T14:32:00Z', '2026-10-01T14:32:00Z']],
    ['01/10/2026 14:32', ['2026-01-10T14:32:00Z', '2026-10-01T14:32:00Z']],
    ['03-12-2026 14:32', ['2026-03-12T14:32:00Z']],
    ['03/12 14:32', ['2025-12-03T14:32:00Z', '2026-03-12T14:32:00Z']],
  ])('[GRM1] “%s” is asked about, never guessed', (text, instants) => {
    expect(read(text)).toEqual({
      ok: false,
      problem: 'day-or-month',
      candidates: instants.map((at) => instant(at)),
    });
  });

  it('[GRM1] “yesterday half past two” is asked about, and the half that fits is taken', () => {
    expect(read('yesterday half past two')).toEqual({
      ok: false,
      problem: 'half-of-day',
      candidates: [instant('2026-11-22T02:30:00Z'), instant('2026-11-22T14:30:00Z')],
    });
    expect(local(read('yesterday half past two pm'))).toBe('2026-11-22 14:30');
    expect(local(read('today half past two'))).toBe('2026-11-23 02:30');
    expect(read('yesterday at 3')).toMatchObject({ problem: 'half-of-day' });
  });

  it.each([
    ['01.10', 'day-or-clock'],
    ['yesterday midnight', 'midnight-of-day'],
    ['midnight yesterday', 'midnight-of-day'],
    ['1.10.', 'time-of-day-missing'],
    ['31.10', 'time-of-day-missing'],
    ['2026-11-22', 'time-of-day-missing'],
    ['01/10/2026', 'time-of-day-missing'],
    ['30.2. 14:32', 'no-such-time'],
    ['1.13. 14:32', 'no-such-time'],
    ['5/6', 'time-unreadable'],
    ['13/13 14:32', 'time-unreadable'],
  ] as const)('[GRM1] “%s”: %s', (text, problem) => {
    expect(read(text)).toEqual({ ok: false, problem });
    expect(TIME_SENTENCES[problem]).toMatch(/^[A-Z].*\.$/);
  });

  it('tells instants apart in the zone, or in UTC where they read alike there', () => {
    const [first, second] = [instant('2026-10-25T00:30:00Z'), instant('2026-10-25T01:30:00Z')];
    expect(choiceLabels([first, second], 'Europe/London').map(([, label]) => label)).toEqual([
      '2026-10-25 00:30:00 UTC',
      '2026-10-25 01:30:00 UTC',
    ]);
    expect(choiceLabels([first, second], 'Asia/Kolkata').map(([, label]) => label)).toEqual([
      '2026-10-25 06:00:00',
      '2026-10-25 07:00:00',
    ]);
  });
});

describe('any time at all', () => {
  const word = fc.constantFrom(
    'half',
    'quarter',
    'past',
    'to',
    'two',
    '3',
    '14',
    '14.32',
    '01.10',
    '01/10',
    '1.10.',
    '2026-10-01',
    '7m',
    '7',
    'min',
    'minutes',
    'ago',
    'midnight',
    'noon',
    'yesterday',
    'friday',
    'at',
    'pm',
    'o’clock',
    '14:32',
    'Z',
    'UTC',
    'CET',
    ',',
    '-',
    'db01',
    'died',
    'an',
    'hour',
    'and',
    'a',
    '1 oct',
    'last',
    '23h50',
  );
  const words = fc.array(word, { maxLength: 7 }).map((all) => all.join(' '));
  const any = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 60 }));

  it('[GRM1] comes to an instant that has happened, or to a sentence', () => {
    fc.assert(
      fc.property(
        any,
        fc.constantFrom('UTC', 'Europe/London', 'America/New_York', 'Asia/Kolkata'),
        (text, zone) => {
          const result = read(text, NOW, zone);
          if (result.ok) return result.at <= instant(NOW) + 120_000;
          const candidates = result.candidates ?? [];
          expect(candidates.toSorted((a, b) => a - b)).toEqual(candidates);
          expect(candidates.every((at) => at <= instant(NOW) + 120_000)).toBe(true);
          return TIME_SENTENCES[result.problem].endsWith('.');
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('[GRM3] behind /at loses nothing: what is not the time is the note, or all of it stays', () => {
    fc.assert(
      fc.property(any, (text) => {
        const line: PadLine = readPadLine(`/at ${text}`, PAD_CONTEXT);
        if (line.kind === 'problem') return line.text === `/at ${text}`;
        if (line.kind !== 'note' || line.as !== undefined) return true;
        const start = writtenTimeAtStart(text.trimStart());
        expect(start?.rest.trimStart()).toBe(line.text);
        return text.endsWith(line.text);
      }),
      { numRuns: 10_000 },
    );
  });
});
