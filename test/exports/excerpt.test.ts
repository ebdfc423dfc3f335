import { describe, expect, it } from 'vitest';
import { excerpt, SHORTENED } from '../../renderer/exports/excerpt';

describe('the beginning of a long text (EXP)', () => {
  it('[EXP19] leaves a text of a few lines as it is', () => {
    const text = Array.from({ length: 12 }, (_, i) => `line ${i}`).join('\n');
    expect(excerpt(text)).toBe(text);
    expect(excerpt('x'.repeat(1000))).toBe('x'.repeat(1000));
  });

  it('[EXP19] cuts a longer one and says where the rest is', () => {
    expect(excerpt('x'.repeat(1001))).toBe(`${'x'.repeat(1000)} ${SHORTENED}`);
    expect(excerpt('a\n'.repeat(13))).toBe(`${'a\n'.repeat(12).trimEnd()} ${SHORTENED}`);
  });

  it('[EXP19] cuts no character in two', () => {
    expect(excerpt(`${'x'.repeat(9)}👍${'y'.repeat(9)}`, 10)).toBe(`${'x'.repeat(9)} ${SHORTENED}`);
  });
});
