import type { SourceFile } from './importTypes';

/** Lists at the root of an export that are no messages. */
const ROOT_LISTS = new Set([
  'channels.json',
  'users.json',
  'org_users.json',
  'integration_logs.json',
  'groups.json',
  'dms.json',
  'mpims.json',
  'content_flags.json',
  'canvases.json',
  'file_conversations.json',
  'lists.json',
]);

/** The files of a Slack export by what they are for. */
export interface SlackLayout {
  readonly users: readonly SourceFile[];
  readonly channels: readonly SourceFile[];
  /** Messages, by channel and day. */
  readonly days: readonly { readonly file: SourceFile; readonly channel: string; readonly name: string }[];
}

/** Finds an export's files, at the top or in a folder somebody put around it. Undefined when it is none. */
export function slackLayout(files: readonly SourceFile[]): SlackLayout | undefined {
  const clean = files.filter(({ path }) => isOurs(path));
  const root = rootOf(clean);
  const inside = clean
    .filter(({ path }) => path.startsWith(root))
    .map((file) => ({ file, parts: file.path.slice(root.length).split('/') }));
  const named = (...names: readonly string[]): readonly SourceFile[] =>
    inside
      .filter(({ parts }) => parts.length === 1 && names.includes(parts[0] ?? ''))
      .map(({ file }) => file);
  // Organisations have the folders of their channels inside one of each workspace.
  const days = inside
    .filter(({ parts }) =>
      (parts.length === 2 ? /\.json$/i : /^\d{4}-\d\d-\d\d\.json$/).test(parts.slice(1).at(-1) ?? ''),
    )
    .map(({ file, parts }) => ({ file, channel: parts.slice(0, -1).join('/'), name: parts.join('/') }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const hasLists = inside.some(({ parts }) => parts.length === 1 && ROOT_LISTS.has(parts[0] ?? ''));
  const hasDays = days.some(({ name }) => /\/\d{4}-\d\d-\d\d\.json$/.test(name));
  const flat = hasDays ? undefined : flatDays(clean);
  if (!flat && !hasDays && !(hasLists && days.length > 0)) return undefined;
  return {
    users: named('users.json', 'org_users.json'),
    channels: named('channels.json', 'groups.json', 'dms.json', 'mpims.json'),
    days: flat ?? days,
  };
}

/** Days of one channel, taken out of its folder. */
function flatDays(files: readonly SourceFile[]): SlackLayout['days'] | undefined {
  const others = files.filter(({ path }) => !ROOT_LISTS.has(path));
  if (others.length === 0 || !others.every(({ path }) => /^\d{4}-\d\d-\d\d\.json$/.test(path)))
    return undefined;
  return others
    .map((file) => ({ file, channel: '', name: file.path }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Names that lead out of the archive, and what file systems add, are not looked at. */
export const isOurs = (path: string): boolean =>
  !path.startsWith('/') &&
  !/^[A-Za-z]:/.test(path) &&
  !path.includes('\\') &&
  !path.includes('\0') &&
  !path
    .split('/')
    .some(
      (part) => part === '..' || part === '.' || part === '' || part === '__MACOSX' || part.startsWith('.'),
    );

/** Up to and with the last slash before the root lists, or before the folders of the days. */
function rootOf(files: readonly SourceFile[]): string {
  const list = files.find(({ path }) => /(?:^|\/)(?:users|channels|org_users)\.json$/.test(path));
  if (list) return list.path.replace(/[^/]+$/, '');
  const day = files.find(({ path }) => /(?:^|\/)[^/]+\/\d{4}-\d\d-\d\d\.json$/.test(path));
  return day ? day.path.replace(/[^/]+\/[^/]+$/, '') : '';
}
