import { describe, expect, it } from 'vitest';
import { repeats, secretsIn } from '../../renderer/store/repeats';

describe('unsent text that repeats a redacted one (RED)', () => {
  const line = 'root password is hunter2-Zq8, host db01';

  it.each([
    ['the whole line', `I wrote “${line}” by mistake`],
    ['a piece of it', 'root password is'],
    ['the secret alone', 'try hunter2-Zq8 there'],
  ])('[RED6] is found by %s', (_what, text) => {
    expect(repeats(text, ['something else', line])).toBe(true);
  });

  it.each(['', 'is', 'the password was changed', 'db01 is back', 'hunt'])('[RED6] “%s” is none', (text) => {
    expect(repeats(text, [line])).toBe(false);
  });

  it('[RED6] takes for a secret what mixes letters with digits, or is as long as a key', () => {
    expect(secretsIn('token=ab12cd34, restarted the checkout')).toEqual(['ab12cd34']);
    expect(secretsIn('AKIAIOSFODNNEXAMPLEKEYS')).toEqual(['AKIAIOSFODNNEXAMPLEKEYS']);
    expect(secretsIn('it broke 12345678 times at db01')).toEqual([]);
  });
});
