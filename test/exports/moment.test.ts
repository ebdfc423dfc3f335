import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, iso } from '../../renderer/domain/time';
import { clockIn, inBothZones, withReadableInstants } from '../../renderer/exports/moment';
import { at } from './history';

const shown = (when: string, zone: string): string => inBothZones(clockIn(zone).moment(at(when)));

describe('instants in documents (EXP)', () => {
  it('[EXP7] print in UTC and in the zone of the reader', () => {
    expect(shown('2026-11-23T03:14:05Z', 'Europe/Berlin')).toBe('2026-11-23 03:14:05 UTC (04:14:05 +01:00)');
  });

  it('[EXP7] name the local day where it is another one', () => {
    expect(shown('2017-01-31T23:27:00Z', 'Europe/Berlin')).toBe(
      '2017-01-31 23:27:00 UTC (2017-02-01 00:27:00 +01:00)',
    );
    expect(shown('2017-01-31T03:27:00Z', 'America/Los_Angeles')).toBe(
      '2017-01-31 03:27:00 UTC (2017-01-30 19:27:00 -08:00)',
    );
  });

  it('[EXP7] show milliseconds only where there are some', () => {
    expect(shown('2026-11-23T03:14:05.120Z', 'UTC')).toBe('2026-11-23 03:14:05.120 UTC');
    expect(shown('2026-11-23T03:14:05.000Z', 'UTC')).toBe('2026-11-23 03:14:05 UTC');
  });

  it('[EXP7] keep both readings of the hour that daylight saving repeats apart', () => {
    expect(shown('2026-10-25T00:30:00Z', 'Europe/Berlin')).toBe('2026-10-25 00:30:00 UTC (02:30:00 +02:00)');
    expect(shown('2026-10-25T01:30:00Z', 'Europe/Berlin')).toBe('2026-10-25 01:30:00 UTC (02:30:00 +01:00)');
    expect(shown('2026-10-25T00:59:59.999Z', 'Europe/Berlin')).toContain('02:59:59.999 +02:00');
    expect(shown('2026-10-25T01:00:00Z', 'Europe/Berlin')).toContain('02:00:00 +01:00');
  });

  it('[EXP7] are right on both sides of a clock change when one clock prints them all', () => {
    const clock = clockIn('Europe/Berlin');
    const all = ['2026-10-25T00:59:59Z', '2026-10-25T01:00:00Z', '2026-10-25T00:45:00Z'];
    expect(all.map((when) => clock.moment(at(when)).local)).toEqual([
      '2026-10-25 02:59:59 +02:00',
      '2026-10-25 02:00:00 +01:00',
      '2026-10-25 02:45:00 +02:00',
    ]);
  });

  it('[EXP7] know offsets that are no whole hours', () => {
    expect(shown('2026-11-23T03:00:00Z', 'Asia/Kathmandu')).toBe('2026-11-23 03:00:00 UTC (08:45:00 +05:45)');
    expect(shown('2026-11-23T03:00:00Z', 'America/St_Johns')).toContain('-03:30)');
  });

  it('[EXP7] fall back to UTC in a zone this machine does not know', () => {
    const clock = clockIn('Mars/Olympus_Mons');
    expect(clock.timeZone).toBe('UTC');
    expect(inBothZones(clock.moment(at('2026-11-23T03:00:00Z')))).toBe('2026-11-23 03:00:00 UTC');
  });

  it.each([8.64e15, -8.64e15, 0, -1])('[EXP7] print whatever instant a log claims: %d', (instant) => {
    const { utc } = clockIn('Pacific/Kiritimati').moment(epochMs(instant));
    expect(utc.slice(0, 10)).toBe(iso(epochMs(instant)).slice(0, 10));
  });

  it('[EXP7] are those of the calendar, in whatever order they come', () => {
    const written = (instant: number, zone: string): string =>
      `${new Date(instant).toISOString().replace('T', ' ').replace('.000Z', '').replace('Z', '')} ${zone}`;
    const instant = fc.oneof(
      fc.integer({ min: -8.64e15, max: 8.64e15 - 86_400_000 }),
      fc.integer({ min: -200_000_000, max: 200_000_000 }),
      fc.integer({ min: -9_000, max: 9_000 }).map((quarters) => quarters * 900_000),
    );
    fc.assert(
      fc.property(fc.array(instant, { minLength: 1, maxLength: 20 }), (instants) => {
        // Kathmandu: 5:30 ahead of UTC until the end of 1985, 5:45 since; before 1920 something else.
        const clock = clockIn('Asia/Kathmandu');
        for (const one of instants) {
          const { utc, local } = clock.moment(epochMs(one));
          expect(utc).toBe(written(one, 'UTC'));
          if (one < -1e12 || one > 3e13) continue;
          const [ahead, name] = one < 504_901_800_000 ? [19_800_000, '+05:30'] : [20_700_000, '+05:45'];
          expect(local).toBe(written(one + ahead, name));
        }
      }),
    );
  });

  it('[EXP7] stand readable inside what the console wrote', () => {
    const clock = clockIn('Europe/Berlin');
    expect(withReadableInstants('next 2026-11-23T03:45:00Z: ok', clock)).toBe(
      'next 2026-11-23 03:45:00 UTC (04:45:00 +01:00): ok',
    );
    expect(withReadableInstants('2026-99-99T99:99:99Z', clock)).toBe('2026-99-99T99:99:99Z');
  });
});
