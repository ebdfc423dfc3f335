import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenIn, visibleJson, visibleLine, visibleText } from '../../renderer/exports/visibleText';

describe('text made visible (EXP)', () => {
  it.each([
    ['\u202E', '⟦U+202E⟧'],
    ['\u0000', '⟦U+0000⟧'],
    ['\u001B', '⟦U+001B⟧'],
    ['\u200B', '⟦U+200B⟧'],
    ['\u00AD', '⟦U+00AD⟧'],
    ['\uFEFF', '⟦U+FEFF⟧'],
    ['\uD800', '⟦U+D800⟧'],
    ['\uFFFE', '⟦U+FFFE⟧'],
    ['\u{E0041}', '⟦U+E0041⟧'],
  ])('[EXP5] shows the hidden character %j as a mark', (hidden, shown) => {
    expect(visibleText(`a${hidden}b`)).toBe(`a${shown}b`);
  });

  it.each(['👩‍💻', '👍🏽', '1️⃣', '❤️', '👩🏽‍🚒', 'نمی‌خواهم', 'क्‍ष', 'naïve 漢字 🇩🇪'])(
    '[EXP5] leaves %s as people wrote it',
    (text) => {
      expect(visibleText(text)).toBe(text);
    },
  );

  it('[EXP5] shows a joiner or a variation selector that joins or varies nothing', () => {
    expect(visibleText('a\u200Db')).toBe('a⟦U+200D⟧b');
    expect(visibleText('a\uFE0F\uFE0F')).toBe('a\uFE0F⟦U+FE0F⟧');
    expect(visibleText(' \uFE0Fx')).toBe(' ⟦U+FE0F⟧x');
  });

  it('[EXP5] changes a character exactly where it would hide or is a blank at the end, whichever it is', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0xff_ff; code += 1) {
      const text = `a${String.fromCharCode(code)}`;
      const isKept = hiddenIn(text).length === 0 && text.trimEnd() === text;
      if ((visibleText(text) === text) !== isKept) wrong.push(`U+${code.toString(16)}`);
    }
    expect(wrong).toEqual([]);
  });

  it('[EXP5] makes every kind of line end a line feed and keeps how many there were', () => {
    expect(visibleText('a\r\nb\rc\nd\u2028e\u2029f\u0085g\n\nh')).toBe('a\nb\nc\nd\ne\nf\ng\n\nh');
  });

  it('[EXP5] drops blank lines around a text and blanks at the ends of its lines', () => {
    expect(visibleText('\n\n  a \t\n b\n \n')).toBe('  a\n b');
  });

  it('[EXP5] shows a line end on one line as a sign', () => {
    expect(visibleLine('a\r\n\nb ')).toBe('a ⏎ b');
  });

  it('[EXP5] changes nothing the second time', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(visibleText(visibleText(text))).toBe(visibleText(text));
      }),
    );
  });

  it('[EXP5] writes JSON that parses to the same value and hides nothing', () => {
    const value = { 'k\u202E': ['\u200B\u2028', '\uD83D', '👩‍💻', 'plain'], n: 1 };
    const json = visibleJson(value);
    expect(JSON.parse(json)).toEqual(value);
    expect(json).toMatch(/^[\x20-\x7E\p{Emoji}]*$/u);
  });
});
