import type { Code, List, ListItem, Nodes, Paragraph, Parents, PhrasingContent } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import type { EntryList } from './entryList';
import type { MarkdownText, Place } from './markdownText';

export const BULLET = '-';
/** For a list right behind another, which would else be one with it. */
const OTHER_BULLET = '*';

/**
 * Writes lists as the library does, byte for byte, without its cost for each node: all entries of a log stand in such
 * lists. An item it does not know (marks, pictures, lists within) is the library's to write.
 */
export class MarkdownLists {
  constructor(private readonly text: MarkdownText) {}

  readonly list = (node: List, parent: Parents | undefined, state: State, info: Info): string => {
    if (!isPlainList(node, state)) return defaultHandlers.list(node, parent, state, info);
    return this.#within(parent, state, info, (around) =>
      node.children.map((item, i) => writtenItem(item, i, around)),
    );
  };

  readonly entries = (node: EntryList, parent: Parents | undefined, state: State, info: Info): string =>
    this.#within(parent, state, info, (around) =>
      node.lines.map((line, i) => {
        const known = node.repeated?.get(line);
        if (known !== undefined) return known;
        const written = writtenItem(node.item(line), i, around);
        if (node.mayRepeat(line)) node.repeated?.set(line, written);
        return written;
      }),
    );

  #within(
    parent: Parents | undefined,
    state: State,
    info: Info,
    items: (around: Around) => readonly string[],
  ): string {
    const exit = state.enter('list');
    const outer = state.bulletCurrent;
    const bullet = parent && state.bulletLastUsed === BULLET ? OTHER_BULLET : BULLET;
    state.bulletCurrent = bullet;
    state.indexStack.push(0);
    const written = items(this.#around(bullet, state, info));
    state.indexStack.pop();
    state.bulletLastUsed = bullet;
    state.bulletCurrent = outer;
    exit();
    return written.join('\n');
  }

  #around(bullet: string, state: State, info: Info): Around {
    state.stack.push(...IN_A_PARAGRAPH);
    const place = this.text.placeOf(state);
    state.stack.length -= IN_A_PARAGRAPH.length;
    return { bullet, indent: ' '.repeat(bullet.length + 1), text: this.text, place, state, info };
  }
}

interface Around {
  readonly bullet: string;
  /** What lines below the first of an item begin with. */
  readonly indent: string;
  readonly text: MarkdownText;
  /** The paragraph of an item. */
  readonly place: Place;
  readonly state: State;
  readonly info: Info;
}

const IN_A_PARAGRAPH = ['listItem', 'paragraph', 'phrasing'] as const;

/** Directly in the document or in another such list, and without blank lines between its items. */
function isPlainList({ ordered, spread, children }: List, { stack }: State): boolean {
  return (
    !ordered &&
    spread === false &&
    stack.every((one) => one === 'list' || one === 'listItem') &&
    children.every((item) => item.children.length > 0)
  );
}

function writtenItem(item: ListItem, index: number, around: Around): string {
  const { state, info } = around;
  const plain = plainItem(item, around);
  if (plain === undefined) state.indexStack[state.indexStack.length - 1] = index;
  const written = plain ?? state.handle(item, A_LIST, state, { ...info, before: '\n', after: '\n' });
  state.bulletLastUsed = undefined;
  return written;
}

/** All that the library asks of the list that an item is in. */
const A_LIST: List = { type: 'list', ordered: false, spread: false, children: [] };

/** An item that is a plain paragraph, and perhaps fenced text below it; undefined for any other. */
function plainItem({ children, checked, spread }: ListItem, around: Around): string | undefined {
  const [first, second, third] = children;
  if (first?.type !== 'paragraph' || third || typeof checked === 'boolean' || spread !== false)
    return undefined;
  if (second && !isPlainCode(second)) return undefined;
  around.state.stack.push(...IN_A_PARAGRAPH);
  const said = plainParagraph(first, around);
  around.state.stack.length -= IN_A_PARAGRAPH.length;
  if (!said) return undefined;
  const below = second ? `\n${around.indent}${indented(fencedCode(second), around.indent)}` : '';
  return below.includes('\r') ? undefined : `${around.bullet} ${said}${below}`;
}

/** All lines but the first; blank ones get no indent. */
const indented = (text: string, indent: string): string => text.replaceAll(/\n(?=[^\n])/g, `\n${indent}`);

function plainParagraph({ children }: Paragraph, around: Around): string | undefined {
  let written = '';
  let before = '\n';
  for (let i = 0; i < children.length; i += 1) {
    const part = plainPart(children[i], children[i + 1], before, around);
    if (!part) return undefined;
    written += before === '\n' && i > 0 ? around.indent + part : part;
    before = lastOf(part);
  }
  return written;
}

function plainPart(
  child: PhrasingContent | undefined,
  next: PhrasingContent | undefined,
  before: string,
  around: Around,
): string | undefined {
  switch (child?.type) {
    case 'text': {
      const after = next ? startOf(next, around) : '\n';
      return after && writtenText(child.value, before, after, around);
    }
    case 'break':
      return BREAK;
    case 'inlineCode':
      return PLAIN_CODE.test(child.value) ? `\`${child.value}\`` : undefined;
    default:
      return undefined;
  }
}

/** '' when it has lines, which the library is left to indent. */
function writtenText(value: string, before: string, after: string, { text, place, state }: Around): string {
  const written = text.write(value, place, state, { before, after });
  return written.includes('\n') || written.includes('\r') ? '' : written;
}

const BREAK = '\\\n';

/** Needs neither a longer fence nor blanks within it. */
const PLAIN_CODE = /^[^`\s](?:[^`\r\n]*[^`\s])?$/;

/** The first character that `node` will be written with. */
function startOf(node: PhrasingContent, around: Around): string | undefined {
  switch (node.type) {
    case 'text':
      return firstOf(writtenText(node.value, '', '', around));
    case 'break':
      return '\\';
    case 'inlineCode':
      return '`';
    default:
      return undefined;
  }
}

function firstOf(text: string): string {
  const code = text.codePointAt(0);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function lastOf(text: string): string {
  const code = text.codePointAt(text.length - 2);
  return text.slice(code !== undefined && code > 0xff_ff ? -2 : -1);
}

const isPlainCode = (node: Nodes): node is Code => node.type === 'code' && !node.lang;

/** Within a fence longer than any inside. */
function fencedCode({ value }: Code): string {
  const longest = Math.max(2, ...(value.match(/`{3,}/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${value === '' ? '' : `${value}\n`}${fence}`;
}
