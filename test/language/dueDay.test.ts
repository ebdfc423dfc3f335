import { describe, expect, it } from 'vitest';
import { dueDay } from '../../renderer/language/dueDay';
import { instant } from '../support/instants';

/** A Monday. */
const due = (text: string, timeZone = 'UTC'): string | undefined =>
  dueDay(text, { now: instant('2026-11-23T23:30:00Z'), timeZone });

describe('the day something is due', () => {
  it.each([
    ['today', '2026-11-23'],
    ['tomorrow', '2026-11-24'],
    ['fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    ['next friday', '2026-11-27'],
    ['on friday', '2026-11-27'],
    ['monday', '2026-11-30'],
    ['sun', '2026-11-29'],
    ['2026-11-23', '2026-11-23'],
    ['2026-12-24', '2026-12-24'],
    ['27 nov', '2026-11-27'],
    ['nov 27th', '2026-11-27'],
    ['23 nov', '2026-11-23'],
    ['1 feb', '2027-02-01'],
    ['1 feb 2028', '2028-02-01'],
    ['in 3 days', '2026-11-26'],
    ['3d', '2026-11-26'],
    ['+2w', '2026-12-07'],
    ['2 weeks', '2026-12-07'],
    [' fri ', '2026-11-27'],
  ])('[GRM6] "%s" is %s', (text, day) => {
    expect(due(text)).toBe(day);
  });

  it.each([
    '',
    'soon',
    'yesterday',
    'last friday',
    'two days ago',
    '2026-11-22',
    '2026-02-30',
    '30 feb',
    'friday 14:00',
    'fri x',
    '3',
    '22 nov 2026',
  ])('[GRM6] "%s" is none', (text) => {
    expect(due(text)).toBeUndefined();
  });

  it('is counted in the zone that is shown', () => {
    expect(due('today', 'Asia/Tokyo')).toBe('2026-11-24');
    expect(due('monday', 'Asia/Tokyo')).toBe('2026-11-30');
    expect(due('tuesday', 'Asia/Tokyo')).toBe('2026-12-01');
  });
});
