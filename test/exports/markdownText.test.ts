import * as fc from 'fast-check';
import type { ListItem, PhrasingContent, Root } from 'mdast';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import { describe, expect, it } from 'vitest';
import { MarkdownLists } from '../../renderer/exports/markdownLists';
import { draftPostMortem } from '../../renderer/exports/draftPostMortem';
import { MarkdownText } from '../../renderer/exports/markdownText';
import { postMortemMarkdown, postMortemTree } from '../../renderer/exports/postMortemMarkdown';
import type { Incident } from '../../renderer/domain/incident';
import { everyField } from './everyField';
import { at, declared } from './history';
import { hostileMarkdown } from './hostileMarkdown';
import { libraryOptions } from './libraryMarkdown';

const text = new MarkdownText();
const library = libraryOptions(false);
const ours: Options = {
  ...library,
  extensions: [
    ...(library.extensions ?? []),
    { handlers: { text: text.handle, list: new MarkdownLists(text).list } },
  ],
};

const said = (value: string): PhrasingContent => ({ type: 'text', value });

/** Texts in every place that the draft puts one: paragraphs, headings, list items, table cells, emphasis. */
const treeOf = ([one = '', two = '', three = '']: readonly string[]): Root => ({
  type: 'root',
  children: [
    { type: 'heading', depth: 2, children: [said(one)] },
    { type: 'paragraph', children: [said(one), { type: 'emphasis', children: [said(two)] }, said(three)] },
    { type: 'blockquote', children: [{ type: 'paragraph', children: [said(two)] }] },
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
});

const phrasing = fc.oneof(
  { arbitrary: hostileMarkdown.map(said), weight: 6 },
  fc.constant<PhrasingContent>({ type: 'break' }),
  fc
    .oneof(fc.constantFrom('', ' ', '`', '2026-11-23 03:00:00 UTC'), hostileMarkdown)
    .map((value): PhrasingContent => ({ type: 'inlineCode', value })),
  hostileMarkdown.map((value): PhrasingContent => ({ type: 'delete', children: [said(value)] })),
  hostileMarkdown.map((alt): PhrasingContent => ({ type: 'image', url: 'attachments/a.png', alt })),
);
const paragraph = fc
  .array(phrasing, { maxLength: 5 })
  .map((children) => ({ type: 'paragraph' as const, children }));
const code = fc
  .tuple(fc.oneof(hostileMarkdown, fc.constant('a\n````\n\n``` b')), fc.constantFrom(null, 'json'))
  .map(([value, lang]) => ({ type: 'code' as const, value, lang }));
const item = (children: ListItem['children']): ListItem => ({ type: 'listItem', spread: false, children });
const listOf = (items: ListItem[]) => ({
  type: 'list' as const,
  spread: false,
  ordered: false,
  children: items,
});
/** What an entry of the log is made of, and more: a paragraph, what was pasted, its earlier forms. */
const entry = fc
  .tuple(
    paragraph,
    fc.array(fc.oneof({ arbitrary: code, weight: 2 }, { arbitrary: paragraph, weight: 1 }), { maxLength: 2 }),
    fc.array(paragraph, { maxLength: 2 }),
  )
  .map(([first, below, earlier]) =>
    item([first, ...below, ...(earlier.length > 0 ? [listOf(earlier.map((one) => item([one])))] : [])]),
  );
const lists = fc
  .array(fc.array(entry, { minLength: 1, maxLength: 4 }).map(listOf), { minLength: 1, maxLength: 2 })
  .map((children): Root => ({ type: 'root', children }));

describe('a text in Markdown (EXP4)', () => {
  it('is written byte for byte as the library writes it', () => {
    fc.assert(
      fc.property(fc.array(hostileMarkdown, { minLength: 3, maxLength: 3 }), (texts) => {
        const tree = treeOf(texts);
        expect(toMarkdown(tree, ours)).toBe(toMarkdown(tree, library));
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays as it is where it stands alone and nothing in it could be taken for Markdown', () => {
    const tree = (value: string): Root => ({
      type: 'root',
      children: [listOf([item([{ type: 'paragraph', children: [said(value)] }])])],
    });
    expect(toMarkdown(tree('p99 is 1.2 s (was 0.3 s), us-east: fine!'), ours)).toBe(
      '- p99 is 1.2 s (was 0.3 s), us-east: fine!\n',
    );
  });
});

describe('a list of entries in Markdown (EXP4)', () => {
  it('is written byte for byte as the library writes it', () => {
    fc.assert(
      fc.property(lists, (tree) => {
        expect(toMarkdown(tree, ours)).toBe(toMarkdown(tree, library));
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('the whole draft in Markdown (EXP4)', () => {
  const now = at('2026-11-23T12:00:00Z');
  const expectAsTheLibrary = (incident: Incident): void => {
    const draft = draftPostMortem({ incident, now, timeZone: 'Asia/Kathmandu' });
    const tree = postMortemTree(draft);
    expect([true, false].map((linedUp) => toMarkdown(tree, libraryOptions(linedUp)))).toContain(
      postMortemMarkdown(draft),
    );
  };

  it('is byte for byte what the library makes of its tree, whatever stands in its fields', () => {
    fc.assert(
      fc.property(fc.array(hostileMarkdown, { minLength: 1, maxLength: 9 }), (texts) => {
        let next = 0;
        expectAsTheLibrary(everyField(() => texts[next++ % texts.length] ?? ''));
      }),
      { numRuns: 60 },
    );
  });

  it.each([false, true])(
    'is that for a long log, some of which stands in several places; pinned: %s',
    (pinned) => {
      const history = declared().clock('2026-11-23T04:00:00Z');
      const kinds = ['note', 'decision', 'impact', 'observation'] as const;
      const long = { type: 'note-logged', kind: 'decision', text: 'so long '.repeat(200) } as const;
      for (const [i, value] of fc.sample(hostileMarkdown, { numRuns: 900, seed: 7 }).entries()) {
        const kind = kinds[i % kinds.length] ?? 'note';
        const words = i % 5 === 0 ? value : `${i} ${value.trim()}`;
        const happened = at(i % 7 === 0 ? '2026-11-23T03:10:00Z' : '2026-11-23T04:00:00Z');
        const written = history.write(
          i === 501 ? long : { type: 'note-logged', kind, text: words },
          happened,
        );
        if (i % 50 === 0) history.write({ type: 'entry-edited', entry: written, text: value });
        if (i % 60 === 0) history.write({ type: 'entry-retracted', entry: written, reason: value });
        if (pinned && i % 9 === 0) history.write({ type: 'entry-pinned', entry: written });
      }
      expectAsTheLibrary(history.incident);
    },
  );
});
