import { describe, expect, it } from 'vitest';
import { chip, chipsOf, misread } from '../../renderer/language/padReading';
import { firstWord, sameWord } from '../../renderer/language/words';

describe('words of a line', () => {
  it.each([
    ['', '', ''],
    ['  ', '', ''],
    ['one', 'one', ''],
    ['one two', 'one', 'two'],
    ['  one\n two three ', 'one', 'two three '],
    ['@ana\tweb', '@ana', 'web'],
  ])('"%s" begins with “%s”', (text, word, rest) => {
    expect(firstWord(text)).toEqual({ word, rest });
  });

  it.each([
    ['Ana', 'aNA', true],
    ['Zoë', 'ZOË', true],
    ['Ana', 'Anna', false],
    ['', '', true],
  ])('“%s” and “%s” are the same: %s', (one, other, same) => {
    expect(sameWord(one, other)).toBe(same);
  });
});

describe('parts of a command', () => {
  it('shows what was typed, unless it is called something else', () => {
    expect(chip('Reason', 'EU only')).toEqual({ label: 'Reason', value: 'EU only', typed: 'EU only' });
    expect(chip('Severity', '2', 'Sev 2')).toEqual({ label: 'Severity', value: 'Sev 2', typed: '2' });
    expect(chip('Who', '', 'Dana')).toEqual({ label: 'Who', value: 'Dana', typed: '' });
  });

  it('leaves out what is not there', () => {
    expect(chip('Reason', '')).toBeUndefined();
    expect(chipsOf(undefined, chip('A', 'a'), chip('B', ''))).toEqual([
      { label: 'A', value: 'a', typed: 'a' },
    ]);
  });

  it('names what may be chosen only where something may', () => {
    expect(misread('level-missing')).toEqual({ kind: 'problem', problem: 'level-missing', chips: [] });
    expect(misread('which-attempt', [], ['web'])).toMatchObject({ names: ['web'] });
  });
});
