import { bareUrl } from './recordSecrets';
import { fieldsOf, firstText, listIn, textOf, type Fields } from './recordFields';

/** Who is behind an id, as far as the export says. */
export interface SlackNames {
  readonly users: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

/** A sequence of Slack's own; nothing in it can be an angle bracket. */
const SEQUENCE = /<([^<>\n]{1,4000})>/g;

/**
 * Slack's markup as plain text: sequences first, then the three escapes, never the reverse, since an escaped
 * bracket would become one (formats.md §1).
 */
export function plainSlackText(text: string, names: SlackNames): string {
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(SEQUENCE)) {
    parts.push(
      unescaped(text.slice(from, match.index)),
      unescaped(sequence(match[1] ?? '', match[0], names)),
    );
    from = match.index + match[0].length;
  }
  return [...parts, unescaped(text.slice(from))].join('');
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

function sequence(inside: string, whole: string, names: SlackNames): string {
  const bar = inside.indexOf('|');
  const target = bar === -1 ? inside : inside.slice(0, bar);
  const label = bar === -1 ? '' : inside.slice(bar + 1);
  const id = target.slice(1);
  if (target.startsWith('@')) return `@${names.users.get(id) ?? (label || id)}`;
  if (target.startsWith('#')) return `#${label || names.channels.get(id) || id}`;
  if (target.startsWith('!')) return special(id, label);
  if (target.startsWith('mailto:')) return label || target.slice('mailto:'.length);
  if (/^[a-z][a-z0-9+.-]{1,20}:/i.test(target)) {
    return label === '' || label === target || target.endsWith(`//${label}`)
      ? target
      : `${label} (${target})`;
  }
  return whole;
}

function special(name: string, label: string): string {
  if (name.startsWith('subteam^')) return label || '@group';
  if (name.startsWith('date^'))
    return label || new Date(Number(name.split('^')[1]) * 1000 || 0).toISOString();
  return `@${label || name.split('^')[0] || name}`;
}

/** A message whose text stands only in its blocks, attachments and files (formats.md §1). */
export function richText(message: Fields, names: SlackNames): string {
  const text = plainSlackText(textOf(message['text']), names);
  // A bot's text is what stands in for its blocks; a person's blocks repeat the text.
  const blocks = listIn(message['blocks'])
    .filter((block) => text.trim() === '' || fieldsOf(block)['type'] !== 'rich_text')
    .map((block) => blockText(block, names, 0))
    .filter((block) => !text.includes(block));
  const attachments = listIn(message['attachments']).map((one) => attachmentText(fieldsOf(one), names));
  const files = listIn(message['files']).map((one) => fileText(fieldsOf(one)));
  return [text, ...blocks, ...attachments, ...files].filter((part) => part.trim() !== '').join('\n');
}

/** Nobody nests deeper, and a hostile file must not fill the stack. */
const DEEPEST = 12;

function blockText(value: unknown, names: SlackNames, depth: number): string {
  const block = fieldsOf(value);
  if (depth > DEEPEST) return '';
  const inner = (items: unknown, by: string): string =>
    listIn(items)
      .map((one) => blockText(one, names, depth + 1))
      .filter((part) => part !== '')
      .join(by);
  switch (block['type']) {
    case 'user':
      return `@${names.users.get(textOf(block['user_id'])) ?? textOf(block['user_id'])}`;
    case 'emoji':
      return `:${textOf(block['name'])}:`;
    case 'link':
      return firstText(block['text']) === ''
        ? textOf(block['url'])
        : `${textOf(block['text'])} (${textOf(block['url'])})`;
    case 'channel':
      return `#${names.channels.get(textOf(block['channel_id'])) ?? textOf(block['channel_id'])}`;
    case 'mrkdwn':
      return plainSlackText(textOf(block['text']), names);
    case 'rich_text':
    case 'rich_text_list':
    case 'actions':
    case 'context':
      return inner(block['elements'], '\n');
    default: {
      const own =
        typeof block['text'] === 'string' ? block['text'] : blockText(block['text'], names, depth + 1);
      return [own, inner(block['fields'], '\n'), inner(block['elements'], '')]
        .filter((part) => part !== '')
        .join('\n');
    }
  }
}

function attachmentText(one: Fields, names: SlackNames): string {
  const fields = listIn(one['fields']).map((field) => {
    const { title, value } = fieldsOf(field);
    return [textOf(title), textOf(value)].filter(Boolean).join(': ');
  });
  const said = [one['pretext'], one['title'], one['text']].map(textOf).filter((part) => part !== '');
  const parts = said.length > 0 ? said : [textOf(one['fallback'])];
  const blocks =
    parts.join('') === '' ? listIn(one['blocks']).map((block) => blockText(block, names, 0)) : [];
  return plainSlackText([...parts, ...fields, ...blocks].filter((part) => part !== '').join(' · '), names);
}

function fileText(file: Fields): string {
  const name = firstText(file['title'], file['name'], file['id'], 'without a name');
  if (file['mode'] === 'tombstone') return `[file deleted: ${name}]`;
  if (file['mode'] === 'hidden_by_limit') return `[file beyond the plan’s limit: ${name}]`;
  const url = textOf(file['url_private']);
  // Only an address that leads somewhere; what else stands there was put there to be run.
  return /^https?:\/\//i.test(url) ? `[file: ${name} ${bareUrl(url)}]` : `[file: ${name}]`;
}
