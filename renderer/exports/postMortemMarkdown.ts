import type { Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown, type Options } from 'mdast-util-to-markdown';
import type { PostMortemDraft } from './draftPostMortem';
import type { EntryList } from './entryList';
import { closing } from './markdownClosing';
import type { LogLine } from './logLine';
import { BULLET, MarkdownLists } from './markdownLists';
import { bullets } from './markdownNodes';
import { opening } from './markdownOpening';
import { responseStory } from './markdownResponse';
import { MarkdownText } from './markdownText';
import { whole, type InPieces } from './inPieces';

/** The draft as a document tree; every printable format says what stands in this. */
export function postMortemTree(draft: PostMortemDraft): Root {
  const grown = (block: RootContent): RootContent =>
    block.type === 'entries' ? bullets(block.lines.map(block.item)) : block;
  return { type: 'root', children: blocksOf(draft).map(grown) };
}

const blocksOf = (draft: PostMortemDraft): readonly RootContent[] => [
  ...opening(draft),
  ...responseStory(draft),
  ...closing(draft),
];

/**
 * The draft as GitHub Flavored Markdown, ending in a line feed.
 *
 * Text from people reaches it only as text and fenced code nodes, so nothing typed in a note can make
 * a heading, list, table, link, image or HTML (EXP4).
 */
export const postMortemMarkdown = (draft: PostMortemDraft): string => whole(markdownInPieces(draft)).join('');

/**
 * The same in pieces, which are parts of the text, and byte for byte what the library makes of `postMortemTree`. Entries are laid out, written
 * and let go a few at a time: the nodes of a long log are many times the size of its text.
 */
export function* markdownInPieces(draft: PostMortemDraft): InPieces<readonly string[]> {
  const blocks = blocksOf(draft);
  const options = widestCell(blocks) <= WIDEST_LINED_UP_CELL ? LINED_UP : NOT_LINED_UP;
  const written: string[] = [];
  const repeated = new Map<LogLine, string>();
  let others: RootContent[] = [];
  const writeOthers = (): void => {
    if (others.length > 0) written.push(BLANK_LINE, markdownOf(others, options));
    others = [];
  };
  for (const block of blocks) {
    if (block.type !== 'entries') {
      others.push(block);
      continue;
    }
    writeOthers();
    written.push(BLANK_LINE);
    yield* writtenEntries({ ...block, repeated }, options, written);
  }
  writeOthers();
  return written.slice(1);
}

/** Between two blocks. No list of entries stands beside another list, which would ask for more than that. */
const BLANK_LINE = '\n';

const ENTRIES_A_PIECE = 200;

function* writtenEntries(list: EntryList, options: Options, into: string[]): InPieces<void> {
  for (let from = 0; from < list.lines.length; from += ENTRIES_A_PIECE) {
    into.push(toMarkdown({ ...list, lines: list.lines.slice(from, from + ENTRIES_A_PIECE) }, options));
    yield;
  }
}

const markdownOf = (children: RootContent[], options: Options): string =>
  toMarkdown({ type: 'root', children }, options);

/** A table is lined up for readers of the source only while no cell is wider than this. */
const WIDEST_LINED_UP_CELL = 80;

/** Made once: the library keeps what it compiles in them. */
const LINED_UP = optionsWith(true);
const NOT_LINED_UP = optionsWith(false);

function optionsWith(tablePipeAlign: boolean): Options {
  const text = new MarkdownText();
  const { list, entries } = new MarkdownLists(text);
  return {
    bullet: BULLET,
    emphasis: '*',
    extensions: [
      gfmToMarkdown({ tablePipeAlign }),
      // Not Markdown, but several viewers set what stands between two dollar signs as a formula.
      { unsafe: [{ character: '$', inConstruct: 'phrasing' }] },
      { handlers: { text: text.handle, list, entries } },
    ],
  };
}

function widestCell(blocks: readonly RootContent[]): number {
  let widest = 0;
  for (const block of blocks) {
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
