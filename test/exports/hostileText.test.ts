import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { postMortemMarkdown, postMortemTree } from '../../renderer/exports/postMortemMarkdown';
import { everyField } from './everyField';
import { at } from './history';
import { HOSTILE_TEXTS } from './hostileText';
import { readMarkdown, shapeOf, type Shape } from './readMarkdown';

/** What a viewer may fetch or run by showing it, and what would let text point elsewhere. */
const LOADING = ['html', 'image', 'imageReference', 'definition', 'linkReference'];

const now = at('2026-11-23T12:00:00Z');

function writtenAndRead(text: () => string): { written: Shape; read: Shape; markdown: string } {
  const draft = draftPostMortem({ incident: everyField(text), now, timeZone: 'Asia/Kathmandu' });
  const markdown = postMortemMarkdown(draft);
  return { written: shapeOf(postMortemTree(draft)), read: shapeOf(readMarkdown(markdown)), markdown };
}

describe('text from people in Markdown (EXP)', () => {
  it.each(HOSTILE_TEXTS)('[EXP4] %j in every field is read back as the text it was', (hostile) => {
    const { written, read } = writtenAndRead(() => hostile);
    expect(read).toEqual(written);
    expect(LOADING.filter((type) => typesIn(read).has(type))).toEqual([]);
  });

  it('[EXP4] no mixture of Markdown characters is read back as anything but text', () => {
    const piece = oneof(
      constantFrom(...HOSTILE_TEXTS),
      constantFrom(
        ...'#*_-+=|`~<>[]()!&\\:.^$@{}"\'/ \t\n'.split(''),
        '\n\n',
        '    ',
        '1.',
        '](',
        '![',
        '</',
      ),
      string({ unit: 'binary', maxLength: 4 }),
      constantFrom('a', 'Z', '7', 'é', '漢', '\uD83D', '\u202E', '\u200B'),
    );
    const text = array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    assert(
      property(array(text, { minLength: 1, maxLength: 8 }), (texts) => {
        let next = 0;
        const { written, read } = writtenAndRead(() => texts[next++ % texts.length] ?? '');
        expect(read).toEqual(written);
      }),
      { numRuns: 40 },
    );
  }, 120_000);

  it('[EXP5] no hidden character reaches the file', () => {
    const { markdown } = writtenAndRead(() => 'a\u202Eb\u0000c\u200Bd\uD800e\u2066f\uFEFFg');
    expect(markdown).not.toMatch(/[\p{Bidi_Control}\p{Cs}\u{FEFF}\u{200B}]/u);
    expect(markdown).not.toMatch(/(?!\n)\p{Cc}/u);
    expect(markdown).toContain('a⟦U+202E⟧b⟦U+0000⟧c⟦U+200B⟧d⟦U+D800⟧e⟦U+2066⟧f⟦U+FEFF⟧g');
  });
});

function typesIn(shape: Shape): ReadonlySet<string> {
  return new Set([shape.type, ...(shape.children ?? []).flatMap((child) => [...typesIn(child)])]);
}
