import { array, assert, constantFrom, json, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedOff, insideText, membersOf, placeOf } from '../../../renderer/imports/jsonPieces';
import { withoutSecrets } from '../../../renderer/imports/recordSecrets';

const pieceOf = (text: string) => ({ value: JSON.parse(text) as unknown, text, line: 1, path: '' });

describe('JSON taken apart (IMP13)', () => {
  it('[IMP13] each member has its own value, text and line', () => {
    assert(
      property(json(), constantFrom(undefined, 1), (compact, indent) => {
        const text = JSON.stringify(JSON.parse(compact), null, indent);
        const members = [...membersOf(pieceOf(text))];
        const value = JSON.parse(text) as unknown;
        const size = typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
        expect(members).toHaveLength(size);
        for (const { value: own, text: part, line } of members) {
          expect(JSON.parse(part)).toEqual(own);
          expect(text.split('\n')[line - 1]).toContain(part.split('\n')[0]);
        }
      }),
    );
  });

  it('[IMP2] a text cut off anywhere is closed behind a whole record, or has none', () => {
    const record = { id: 'a"]}', list: [{ deep: [1, { x: '}' }] }], text: '\\' };
    const whole = JSON.stringify({ body: { records: [record, record, record] } }, null, 1);
    for (let end = 1; end < whole.length; end += 1) {
      const closed = closedOff(whole.slice(0, end));
      if (closed === undefined) continue;
      const { body } = JSON.parse(closed) as { body: { records: readonly unknown[] } };
      const before = whole.slice(0, end).split('"text"').length - 2;
      expect(body.records.length).toBeGreaterThanOrEqual(before);
    }
  });

  it('[IMP13] only a text that is JSON is looked into, and has no lines of its own', () => {
    const kept = { value: '{"a":\n[1,\n2]}', text: '"…"', line: 7, path: 'record 3' };
    const inside = insideText(kept);
    expect(inside?.value).toEqual({ a: [1, 2] });
    expect(inside && [...membersOf(inside)].map(placeOf)).toEqual(['record 3, line 7']);
    for (const value of ['{a}', 'text', 5, null]) expect(insideText({ ...kept, value })).toBeUndefined();
  });
});

describe('what was cleaned (IMP5)', () => {
  it('[IMP5] has nothing more to be taken out, and what is left of it stood there', () => {
    const word = constantFrom(
      'token: ',
      '+49 30 ',
      'https://a:b',
      '@',
      'AKIA',
      '12345678',
      ' ',
      '"',
      '\n',
      'x=',
      '&',
    );
    assert(
      property(array(word, { maxLength: 12 }), string({ maxLength: 10 }), (words, rest) => {
        const { text } = withoutSecrets(words.join(' ') + rest);
        expect(withoutSecrets(text)).toEqual({ text, removed: 0 });
      }),
    );
  });
});
