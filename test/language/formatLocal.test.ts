import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../renderer/domain/time';
import { clockText, formatLocal, localDay, offsetText } from '../../renderer/language/formatLocal';
import { instantsOf, isTimeZone, wallTimeAt } from '../../renderer/language/wallTime';
import { instant } from '../support/instants';

describe('a time as people read it', () => {
  it('is day and clock in the zone shown, with fixed digits', () => {
    const at = instant('2026-11-23T03:14:05.999Z');
    expect(formatLocal(at, 'UTC')).toBe('2026-11-23 03:14:05');
    expect(formatLocal(at, 'America/New_York')).toBe('2026-11-22 22:14:05');
    expect(formatLocal(at, 'Australia/Lord_Howe')).toBe('2026-11-23 14:14:05');
    expect(clockText(at, 'Asia/Kolkata')).toBe('08:44:05');
    expect(localDay(at, 'America/New_York')).toBe('2026-11-22');
  });

  it('shows midnight as 00, not 24', () => {
    expect(formatLocal(instant('2026-11-23T00:00:00Z'), 'UTC')).toBe('2026-11-23 00:00:00');
  });

  it('holds at both ends of what a date can be, and before the year 1', () => {
    expect(formatLocal(epochMs(8.64e15), 'UTC')).toBe('275760-09-13 00:00:00');
    expect(formatLocal(epochMs(-8.64e15), 'UTC')).toBe('-271821-04-20 00:00:00');
    expect(formatLocal(instant('0000-12-31T23:59:59Z'), 'UTC')).toBe('0000-12-31 23:59:59');
  });

  it('before 1970 rounds down like any other', () => {
    expect(clockText(epochMs(-1), 'UTC')).toBe('23:59:59');
    expect(wallTimeAt(epochMs(-1), 'UTC').millisecond).toBe(999);
  });

  it('says how the zone stands to UTC', () => {
    const winter = instant('2026-11-23T03:14:05Z');
    expect(offsetText(winter, 'UTC')).toBe('UTC');
    expect(offsetText(winter, 'Europe/London')).toBe('UTC');
    expect(offsetText(instant('2026-07-01T00:00:00Z'), 'Europe/London')).toBe('UTC+01:00');
    expect(offsetText(winter, 'America/St_Johns')).toBe('UTC-03:30');
    expect(offsetText(winter, 'Australia/Lord_Howe')).toBe('UTC+11:00');
  });

  it('knows which zones exist', () => {
    expect(isTimeZone('Europe/London')).toBe(true);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('')).toBe(false);
  });
});

describe('a wall time', () => {
  const zones = fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Apia',
    'UTC',
  );

  it('leads back to the instant it was read from', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5e12, max: 5e12 }), zones, (value, timeZone) => {
        const at = epochMs(value);
        const found = instantsOf(wallTimeAt(at, timeZone), timeZone);
        return found.includes(at) && found.length <= 2;
      }),
      { numRuns: 2000 },
    );
  });
});
