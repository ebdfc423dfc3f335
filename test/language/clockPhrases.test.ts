import { describe, expect, it } from 'vitest';
import { clockAtStart } from '../../renderer/language/clockPhrases';
import { numericDate } from '../../renderer/language/numericDates';

const clock = (text: string): string | undefined => {
  const found = clockAtStart(text);
  if (!found) return undefined;
  const { hour, minute } = found.clock;
  return `${hour}:${minute}${found.isEitherHalf ? ' either' : ''}${found.isUtc ? ' UTC' : ''}`;
};

describe('a clock at the start of a text', () => {
  it.each([
    ['half past two', '2:30 either'],
    ['half past twelve', '0:30 either'],
    ['quarter to one', '0:45 either'],
    ['quarter to 1 pm', '12:45'],
    ['quarter to 12 am', '23:45'],
    ['twelve o’clock', '0:0 either'],
    ['nine o’clock', '9:0 either'],
    ['noon', '12:0'],
    ['noon UTC', '12:0 UTC'],
    ['14h05', '14:5'],
    ['12 am', '0:0'],
    ['12 pm', '12:0'],
    ['0 am', undefined],
    ['13 pm', undefined],
    ['quarter to noon pm', undefined],
    ['half to two', undefined],
    ['half past two thirty', '2:30 either'],
    ['halfpast two', undefined],
  ])('[GRM1] “%s”', (text, says) => {
    expect(clock(text)).toBe(says);
  });

  it('[GRM1] leaves what follows', () => {
    expect(clockAtStart('half past two db01 died')?.rest).toBe(' db01 died');
    expect(numericDate('1.10. 14:32 db01 died')?.rest).toBe(' db01 died');
    expect(numericDate('01/10 db01 died')).toBeUndefined();
    expect(numericDate('1.2.3 released')).toBeUndefined();
    expect(numericDate('3.14159 is pi')).toBeUndefined();
  });
});
