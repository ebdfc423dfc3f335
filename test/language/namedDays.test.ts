import { describe, expect, it } from 'vitest';
import { dayAtStart } from '../../renderer/language/dayPhrases';
import { daysNamed, type Direction } from '../../renderer/language/namedDays';
import { instant } from '../support/instants';

/** A Monday evening. */
const NOW = instant('2026-11-23T23:30:00Z');

function days(text: string, direction: Direction, timeZone = 'UTC'): readonly string[] {
  const found = dayAtStart(text);
  if (!found) throw new Error(`${text} names no day`);
  return daysNamed(found.day, { now: NOW, timeZone }, direction).map(
    ({ year, month, day }) => `${year}-${month}-${day}`,
  );
}

describe('the days a name can mean', () => {
  it.each([
    ['yesterday', ['2026-11-22']],
    ['today', ['2026-11-23']],
    ['tomorrow', ['2026-11-24']],
    ['the day before yesterday', ['2026-11-21']],
    ['three days ago', ['2026-11-20']],
    ['monday', ['2026-11-23', '2026-11-16']],
    ['sunday', ['2026-11-22', '2026-11-15']],
    ['tuesday', ['2026-11-17', '2026-11-10']],
    ['last monday', ['2026-11-16']],
    ['23 nov', ['2026-11-23', '2025-11-23']],
    ['29 feb 2028', ['2028-2-29']],
    ['29 feb', []],
    ['31 nov', []],
  ])('[GRM1] "%s", looked for in the past, is one of %j', (text, found) => {
    expect(days(text, 'past')).toEqual(found);
  });

  it.each([
    ['monday', ['2026-11-23', '2026-11-30']],
    ['tuesday', ['2026-11-24', '2026-12-1']],
    ['next monday', ['2026-11-30']],
    ['next sunday', ['2026-11-29']],
    ['1 jan', ['2026-1-1', '2027-1-1']],
  ])('[GRM1] "%s", still to come, is one of %j', (text, found) => {
    expect(days(text, 'coming')).toEqual(found);
  });

  it('is reckoned from the day it is in the zone', () => {
    expect(days('today', 'past', 'Asia/Tokyo')).toEqual(['2026-11-24']);
    expect(days('monday', 'past', 'Asia/Tokyo')).toEqual(['2026-11-23', '2026-11-16']);
    expect(days('yesterday', 'past', 'America/New_York')).toEqual(['2026-11-22']);
  });
});

describe('a day at the start of a text', () => {
  it.each([
    ['friday deploy', ' deploy'],
    ['fri, 14:00', ', 14:00'],
    ['23rd nov 14:32', ' 14:32'],
    ['nov 23 2026 14:32', ' 14:32'],
    ['two days ago at noon', ' at noon'],
  ])('"%s" ends before “%s”', (text, rest) => {
    expect(dayAtStart(text)?.rest).toBe(rest);
  });

  it.each([
    '',
    'fridays',
    'mon-1',
    'novel 23',
    'sunny',
    'second',
    'marching',
    '5/6',
    'maybe 12',
    'at friday',
  ])('"%s" begins with none', (text) => {
    expect(dayAtStart(text)).toBeUndefined();
  });
});
