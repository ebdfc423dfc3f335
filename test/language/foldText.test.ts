import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIn, foldText } from '../../renderer/language/foldText';

describe('comparing texts without case and diacritics (FND1)', () => {
  it.each([
    ['CAFÉ', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['Ünïcode FAILS', 'unicode fails'],
    ['Ørsted ß İ', 'ørsted ß i'],
    ['한국어 각', '한국어 각'],
    ['Ελλάδα', 'ελλαδα'],
    ['🔥 Db01', '🔥 db01'],
    ['', ''],
  ])('[FND1] %s reads %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('[FND1] keeps the length, so that what is found stands at the same place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(text)).toHaveLength(text.normalize('NFC').length);
      }),
      { numRuns: 1000 },
    );
  });

  it('[FND1] every place found says it, in order and apart', () => {
    const words = fc.array(fc.constantFrom('a', 'A', 'á', 'b', ' ', 'É')).map((all) => all.join(''));
    fc.assert(
      fc.property(words, words, (text, part) => {
        const needle = foldText(part);
        let end = 0;
        for (const at of findIn(text, needle)) {
          expect(foldText(text.normalize('NFC').slice(at, at + needle.length))).toBe(needle);
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + needle.length;
        }
      }),
      { numRuns: 500 },
    );
    expect(findIn('aaaa', 'aa')).toEqual([0, 2]);
    expect(findIn('abc', '')).toEqual([]);
  });
});
