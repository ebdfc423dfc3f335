import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { text } from '../../renderer/exports/markdownText';

/** Texts in every place that the draft puts one: paragraphs, headings, list items, table cells, emphasis. */
const treeOf = ([one = '', two = '', three = '']: readonly string[]): Root => {
  const said = (value: string) => ({ type: 'text' as const, value });
  return {
    type: 'root',
    children: [
      { type: 'heading', depth: 2, children: [said(one)] },
      { type: 'paragraph', children: [said(one), { type: 'emphasis', children: [said(two)] }, said(three)] },
      {
        type: 'list',
        children: [
          { type: 'listItem', children: [{ type: 'paragraph', children: [said(two)] }] },
          { type: 'listItem', children: [{ type: 'paragraph', children: [said(three), said(one)] }] },
        ],
      },
      {
        type: 'table',
        children: [
          {
            type: 'tableRow',
            children: [
              { type: 'tableCell', children: [said(one)] },
              { type: 'tableCell', children: [said(two)] },
            ],
          },
        ],
      },
    ],
  };
};

const PIECES = [
  '\\',
  '`',
  '*',
  '_',
  '[',
  ']',
  '(',
  ')',
  '#',
  '+',
  '-',
  '.',
  '!',
  '|',
  '<',
  '>',
  '~',
  '$',
  '&',
  ':',
  '/',
  '@',
];
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES, ' ', '\n', '1.', 'www.a.b', 'x@y.z', '&lt;', 'http://a'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('a text in Markdown (EXP4)', () => {
  it('is written byte for byte as the library writes it', () => {
    const extensions = [gfmToMarkdown({ tablePipeAlign: false })];
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 3, maxLength: 3 }), (texts) => {
        const tree = treeOf(texts);
        const ours = toMarkdown(tree, { extensions: [...extensions, { handlers: { text } }] });
        expect(ours).toBe(toMarkdown(tree, { extensions }));
      }),
      { numRuns: 2_000 },
    );
  });
});
