/**
 * Reads Markdown back with the parser GitHub's dialect is specified by, and lays trees out so that what
 * was written and what is read can be compared whole.
 */
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export const readMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

/** A node without positions; adjacent texts are one, and a bare URL that became a link is text again. */
export interface Shape {
  readonly type: string;
  readonly value?: string;
  readonly mark?: unknown;
  readonly children?: readonly Shape[];
}

export function shapeOf(node: Nodes): Shape {
  const children = 'children' in node ? merged(node.children.flatMap(shapes)) : undefined;
  return {
    type: node.type,
    ...('value' in node ? { value: node.value } : {}),
    ...mark(node),
    ...(children === undefined ? {} : { children }),
  };
}

/** What decides over a node's looks besides its type. */
function mark(node: Nodes): { readonly mark?: unknown } {
  switch (node.type) {
    case 'heading':
      return { mark: node.depth };
    case 'list':
      return { mark: node.ordered ?? false };
    case 'listItem':
      return { mark: node.checked ?? null };
    case 'code':
      return { mark: node.lang ?? null };
    default:
      return {};
  }
}

/** Autolinked text shows what it points to and loads nothing; any other link is left to be noticed. */
function shapes(node: Nodes): readonly Shape[] {
  if (node.type !== 'link') return [shapeOf(node)];
  const text = textOf(node);
  const isBare = [text, `http://${text}`, `mailto:${text}`].includes(node.url);
  return isBare ? node.children.flatMap(shapes) : [shapeOf(node)];
}

function merged(children: readonly Shape[]): readonly Shape[] {
  const all: Shape[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (child.type === 'text' && last?.type === 'text') {
      all[all.length - 1] = { type: 'text', value: `${last.value ?? ''}${child.value ?? ''}` };
    } else {
      all.push(child);
    }
  }
  return all;
}

/** The text a reader sees in a node; a hard line end is a line feed. */
export function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  const parts: string[] = node.children.map(textOf);
  return parts.join(isFlow(node) ? '\n' : '');
}

const isFlow = (node: Nodes): boolean =>
  ['root', 'list', 'listItem', 'blockquote', 'table', 'tableRow'].includes(node.type);

/** The blocks under a heading, up to the next one of its depth or above. */
export function section(root: Root, title: string): readonly RootContent[] {
  const start = root.children.findIndex((block) => block.type === 'heading' && textOf(block) === title);
  const opening = root.children[start];
  if (opening?.type !== 'heading') throw new Error(`no section ${title}`);
  const rest = root.children.slice(start + 1);
  const end = rest.findIndex((block) => block.type === 'heading' && block.depth <= opening.depth);
  return end === -1 ? rest : rest.slice(0, end);
}

/** Every heading of a depth, as text. */
export const headings = (root: Root, depth: Heading['depth']): readonly string[] =>
  root.children.flatMap((block) =>
    block.type === 'heading' && block.depth === depth ? [textOf(block)] : [],
  );

/** The first table of some blocks as texts, row by row, the header row first. */
export function cells(blocks: readonly RootContent[]): readonly (readonly string[])[] {
  const table = blocks.find((block) => block.type === 'table');
  if (table?.type !== 'table') throw new Error('no table');
  return table.children.map((row) => row.children.map(textOf));
}

/** The items of the first list of some blocks, as texts. */
export function bulletTexts(blocks: readonly RootContent[]): readonly string[] {
  const list = blocks.find((block) => block.type === 'list');
  if (list?.type !== 'list') throw new Error('no list');
  return list.children.map(textOf);
}
