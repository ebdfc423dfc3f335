import type { Nodes, Table, TableRow } from 'mdast';
import type { PostMortemDraft } from './draftPostMortem';
import { postMortemTree } from './postMortemMarkdown';
import { visibleLine } from './visibleText';

/** Nothing runs, nothing is fetched, whatever the browser it is opened in would allow. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { padding: 0.25rem 0.75rem; border: 1px solid; text-align: left; vertical-align: top; }
pre { overflow-x: auto; padding: 0.75rem; border: 1px solid; }
blockquote { margin-left: 0; padding-left: 1rem; border-left: 4px solid; }
body, td { overflow-wrap: anywhere; }
`;

/**
 * The draft as one HTML file that needs nothing else: the same document tree as the Markdown, with a
 * Content-Security-Policy of its own.
 *
 * Text from people is escaped where it is put in, and no element takes an address or a handler from it, so the
 * file holds no link, image, frame, form or script whatever was logged (FMT1).
 */
export function postMortemHtml(draft: PostMortemDraft): string {
  const title = escaped(visibleLine(draft.header.heading));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${html(postMortemTree(draft))}
</body>
</html>
`;
}

/** Every kind of node the draft's tree has; of any other its text is shown. */
function html(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return escaped(node.value).replaceAll('\n', '<br>\n');
    case 'break':
      return '<br>\n';
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'image':
      // Named, not shown: this file needs nothing beside it. The picture lies where the words say.
      return `${escaped(node.alt ?? '')}: <code>${escaped(node.url)}</code>`;
    case 'code':
      return `<pre><code>${escaped(node.value)}</code></pre>\n`;
    case 'heading':
      return `<h${node.depth}>${within(node)}</h${node.depth}>\n`;
    case 'list':
      return `<ul>\n${within(node)}</ul>\n`;
    case 'table':
      return table(node);
    default:
      return element(node);
  }
}

const ELEMENTS: { readonly [type: string]: readonly [opening: string, closing: string] } = {
  root: ['', ''],
  paragraph: ['<p dir="auto">', '</p>\n'],
  strong: ['<strong>', '</strong>'],
  emphasis: ['<em>', '</em>'],
  delete: ['<del>', '</del>'],
  listItem: ['<li>', '</li>\n'],
  blockquote: ['<blockquote>\n', '</blockquote>\n'],
};

function element(node: Nodes): string {
  const [opening, closing] = ELEMENTS[node.type] ?? ['', ''];
  if ('children' in node) return `${opening}${within(node)}${closing}`;
  return 'value' in node ? escaped(node.value) : '';
}

const within = (node: { readonly children: readonly Nodes[] }): string => node.children.map(html).join('');

function table({ children: [head, ...rows] }: Table): string {
  const body = rows.map((row) => tableRow(row, 'td')).join('');
  return `<table>\n<thead>\n${head ? tableRow(head, 'th') : ''}</thead>\n<tbody>\n${body}</tbody>\n</table>\n`;
}

const tableRow = ({ children }: TableRow, cell: 'th' | 'td'): string =>
  `<tr>${children.map((one) => `<${cell} dir="auto">${within(one)}</${cell}>`).join('')}</tr>\n`;

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
