import type { Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { PostMortemDraft } from './draftPostMortem';
import { text } from './markdownText';
import { closing } from './markdownClosing';
import { opening } from './markdownOpening';
import { responseStory } from './markdownResponse';

/** The draft as a document tree; every printable format is written from this. */
export function postMortemTree(draft: PostMortemDraft): Root {
  return { type: 'root', children: [...opening(draft), ...responseStory(draft), ...closing(draft)] };
}

/**
 * The draft as GitHub Flavored Markdown, ending in a line feed.
 *
 * Text from people reaches it only as text and fenced code nodes, so nothing typed in a note can make
 * a heading, list, table, link, image or HTML (EXP4).
 */
export function postMortemMarkdown(draft: PostMortemDraft): string {
  const tree = postMortemTree(draft);
  return toMarkdown(tree, optionsFor(tree));
}

/** A table is lined up for readers of the source only while no cell is wider than this. */
const WIDEST_LINED_UP_CELL = 80;

function optionsFor(tree: Root): Options {
  return {
    bullet: '-',
    emphasis: '*',
    extensions: [
      gfmToMarkdown({ tablePipeAlign: widestCell(tree) <= WIDEST_LINED_UP_CELL }),
      // Not Markdown, but several viewers set what stands between two dollar signs as a formula.
      { unsafe: [{ character: '$', inConstruct: 'phrasing' }] },
      { handlers: { text } },
    ],
  };
}

function widestCell(tree: Root): number {
  let widest = 0;
  for (const block of tree.children) {
    if (block.type !== 'table') continue;
    for (const { children } of block.children) {
      for (const cell of children) {
        const [content] = cell.children;
        if (content?.type === 'text') widest = Math.max(widest, content.value.length);
      }
    }
  }
  return widest;
}
