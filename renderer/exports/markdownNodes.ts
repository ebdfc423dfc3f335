import type {
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
  TableCell,
  TableRow,
} from 'mdast';
import type { Statement } from './statement';
import { visibleLine, visibleText } from './visibleText';

/**
 * The only makers of nodes that hold text. Whatever people typed becomes a `text` node here (or, in
 * markdownEntries.ts, a fenced `code` node), never Markdown: the serializer escapes it for the place
 * where it stands, so no note can make or break structure (EXP4).
 */
export const plain = (text: string): PhrasingContent => ({ type: 'text', value: orEmpty(visibleLine(text)) });

/** Above this many lines a text gets soft line ends: the serializer's depth grows with each hard one. */
const MOST_HARD_BREAKS = 40;

/** Text of several lines with its line ends kept. */
export const lines = (text: string): PhrasingContent[] => linesOf(orEmpty(visibleText(text)));

/** The same of a text that is known to be visible, and to be more than blanks. */
export function linesOf(shown: string): PhrasingContent[] {
  if (!shown.includes('\n')) return [{ type: 'text', value: shown }];
  const all = shown.split('\n');
  if (all.length > MOST_HARD_BREAKS) return [{ type: 'text', value: all.join('\n') }];
  const parts: PhrasingContent[] = [];
  for (const [i, line] of all.entries()) {
    if (i > 0) parts.push({ type: 'break' });
    if (line !== '') parts.push({ type: 'text', value: line });
  }
  return parts;
}

export const heading = (depth: Heading['depth'], text: string): Heading => ({
  type: 'heading',
  depth,
  children: [plain(text)],
});

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** Only for the console's own words: marks around foreign text depend on what stands beside them. */
export const strong = (text: string): PhrasingContent => ({
  type: 'strong',
  children: [{ type: 'text', value: text }],
});

/** Only for the console's own words; the form in which the draft asks people something. */
export const question = (text: string): PhrasingContent => ({
  type: 'emphasis',
  children: [{ type: 'text', value: text }],
});

/** A sentence in the form its origin asks for: plain, marked as a guess, or an italic question. */
export function stated(statement: Statement): PhrasingContent[] {
  switch (statement.from) {
    case 'log':
      return lines(statement.text);
    case 'guess':
      return [strong('Guess from the log:'), { type: 'text', value: ' ' }, ...lines(statement.text)];
    case 'prompt':
      return [question(statement.text)];
  }
}

export const listItem = (...children: ListItem['children']): ListItem => ({
  type: 'listItem',
  spread: false,
  children,
});

export const bullets = (items: readonly ListItem[]): List => ({
  type: 'list',
  ordered: false,
  spread: false,
  children: [...items],
});

/** Bullets of sentences; nothing at all for none. */
export function statements(all: readonly Statement[]): RootContent[] {
  if (all.length === 0) return [];
  return [bullets(all.map((one) => listItem(paragraph(...stated(one)))))];
}

/** `**Label:** …` as a bullet. */
export const labelled = (label: string, ...says: PhrasingContent[]): ListItem =>
  listItem(paragraph(strong(`${label}:`), { type: 'text', value: ' ' }, ...says));

/** A table of texts; each cell one line, '' shows as an en dash. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { type: 'table', align: columns.map(() => null), children: [columns, ...rows].map(tableRow) };
}

const tableRow = (cells: readonly string[]): TableRow => ({
  type: 'tableRow',
  children: cells.map((text): TableCell => ({
    type: 'tableCell',
    children: [{ type: 'text', value: visibleLine(text) || '–' }],
  })),
});

/** What stands in place of nothing. */
export const orEmpty = (text: string): string => (text.trim() === '' ? '(empty)' : text);
