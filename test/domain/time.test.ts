import { describe, expect, it } from 'vitest';
import {
  between,
  epochMs,
  formatCountdown,
  formatElapsed,
  formatLength,
  HOUR,
  iso,
  isInstant,
  later,
  MINUTE,
  minutes,
  ms,
} from '../../renderer/domain/time';
import { T0 } from '../support/histories';

describe('instants (TIM)', () => {
  it('[TIM1] are whole milliseconds that a date can hold', () => {
    for (const value of [0, -1, 8.64e15, -8.64e15, T0]) expect(isInstant(value)).toBe(true);
    for (const value of [8.64e15 + 1, -8.64e15 - 1, 0.5, Number.NaN, Infinity, '0', null]) {
      expect(isInstant(value)).toBe(false);
    }
    expect(() => epochMs(Number.NaN)).toThrow(RangeError);
  });

  it('[TIM1] stop at the ends of what a date can hold', () => {
    expect(later(epochMs(8.64e15), minutes(1))).toBe(8.64e15);
    expect(later(epochMs(-8.64e15), ms(-1))).toBe(-8.64e15);
    expect(later(T0, minutes(Number.MAX_SAFE_INTEGER))).toBe(8.64e15);
    expect(later(T0, HOUR) - T0).toBe(60 * MINUTE);
  });

  it('[TIM1] a length between two may be negative', () => {
    expect(between(T0, later(T0, MINUTE))).toBe(60_000);
    expect(between(later(T0, MINUTE), T0)).toBe(-60_000);
  });

  it('[TIM1] print as ISO 8601 in UTC', () => {
    expect(iso(T0)).toBe('2026-11-23T03:00:00.000Z');
    expect(iso(epochMs(8.64e15))).toBe('+275760-09-13T00:00:00.000Z');
  });
});

describe('lengths (TIM)', () => {
  it.each([
    [0, '0:00:00'],
    [999, '0:00:00'],
    [1000, '0:00:01'],
    [59_999, '0:00:59'],
    [60_000, '0:01:00'],
    [3_605_000, '1:00:05'],
    [86_400_000, '24:00:00'],
    [360_000_000, '100:00:00'],
  ])('[TIM2] %d ms have run for %s', (length, text) => {
    expect(formatElapsed(ms(length))).toBe(text);
  });

  it('[TIM2] show zero, not a negative time, when the clock steps back', () => {
    expect(formatElapsed(ms(-1))).toBe('0:00:00');
    expect(formatElapsed(ms(-3_600_000))).toBe('0:00:00');
    expect(formatCountdown(ms(-1))).toBe('00:00');
  });

  it.each([
    [252_000, '04:12'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [0, '00:00'],
    [36_000_000, '10:00:00'],
  ])('[TIM3] %d ms are left as %s', (length, text) => {
    expect(formatCountdown(ms(length))).toBe(text);
  });

  it.each([
    [0, '0 min'],
    [999, '0 min'],
    [1000, '1 s'],
    [59_999, '59 s'],
    [60_000, '1 min'],
    [3_599_999, '59 min'],
    [3_600_000, '1 h'],
    [5_340_000, '1 h 29 min'],
    [86_400_000, '24 h'],
    [172_799_999, '47 h 59 min'],
    [172_800_000, '2 d'],
    [183_600_000, '2 d 3 h'],
    [-720_000, '−12 min'],
    [-500, '0 min'],
    [-1500, '−1 s'],
  ])('[TIM4] %d ms read "%s"', (length, text) => {
    expect(formatLength(ms(length))).toBe(text);
  });
});
