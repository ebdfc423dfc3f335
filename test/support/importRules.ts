import { posix } from 'node:path';
import type { ModuleAsked } from './sourceFacts';

/** What the files of a folder may ask for. */
interface Allowance {
  /** Folders (or files) of ours, its own folder always among them. */
  readonly ours: readonly string[];
  /** Folders and files of ours of which only types may be taken. */
  readonly typesOf?: readonly string[];
  /** Packages by name, `node:*` for Node's own. */
  readonly packages: readonly string[] | 'any';
}

const CONTRACT = 'electron/contract.ts';
const VIEW_PACKAGES = [
  'react',
  'react-dom',
  'zustand',
  'date-fns',
  'lucide-react',
  '@tanstack/react-virtual',
];

/** The table of docs/architecture.md. A folder without a line here may import nothing. */
export const IMPORT_RULES: { readonly [folder: string]: Allowance } = {
  'renderer/domain': { ours: [], packages: [] },
  'renderer/keymap': { ours: [], packages: [] },
  'renderer/language': { ours: ['renderer/domain'], packages: ['@date-fns/tz', 'chrono-node'] },
  'renderer/imports': { ours: ['renderer/domain'], packages: [] },
  'renderer/exports': {
    ours: ['renderer/domain'],
    packages: ['mdast', 'mdast-util-to-markdown', 'mdast-util-gfm', 'docx'],
  },
  'renderer/persistence': {
    ours: ['renderer/domain', 'renderer/bridge.ts'],
    typesOf: [CONTRACT],
    packages: ['dexie'],
  },
  'renderer/store': {
    ours: ['renderer/domain', 'renderer/keymap', 'renderer/language', 'renderer/exports', 'renderer/imports'],
    typesOf: ['renderer/persistence', CONTRACT],
    packages: ['zustand'],
  },
  'renderer/ui': { ours: [], packages: ['react', '@base-ui/react', 'lucide-react'] },
  'renderer/features': {
    ours: [
      'renderer/domain',
      'renderer/keymap',
      'renderer/language',
      'renderer/exports',
      'renderer/imports',
      'renderer/store',
      'renderer/ui',
    ],
    packages: VIEW_PACKAGES,
  },
  renderer: { ours: ['renderer'], typesOf: [CONTRACT], packages: 'any' },
  electron: { ours: ['electron', 'renderer/keymap'], packages: ['electron', 'node:*', 'valibot', 'fflate'] },
};

/** `renderer/features/x` for a feature, `renderer/domain` for a layer, `renderer` for the composition root. */
export function folderOf(file: string): string {
  const [top = '', second, third] = file.split('/');
  if (top !== 'renderer') return top;
  if (second === 'features' && third !== undefined) return `${top}/features/${third}`;
  return second === undefined || file.split('/').length === 2 ? top : `${top}/${second}`;
}

const ruleFor = (file: string): Allowance | undefined =>
  IMPORT_RULES[folderOf(file).replace(/^renderer\/features\/.*/, 'renderer/features')];

/** Why a file may not ask for a module; undefined when it may. */
export function forbidden(file: string, asked: ModuleAsked): string | undefined {
  const said = `${file}: ${asked.from}`;
  const rule = ruleFor(file);
  if (!rule) return `${said} (no rule for this folder)`;
  if (asked.from === '?') return `${file}: a path that only running it would tell`;
  if (asked.from.startsWith('.')) return isOursAllowed(file, asked, rule) ? undefined : said;
  if (asked.from.startsWith('/')) return `${said} (not a relative path)`;
  return rule.packages === 'any' || rule.packages.includes(packageOf(asked.from)) ? undefined : said;
}

function isOursAllowed(file: string, asked: ModuleAsked, rule: Allowance): boolean {
  const target = posix.join(posix.dirname(file), asked.from);
  const isIn = (place: string): boolean =>
    target === place.replace(/\.ts$/, '') || target.startsWith(`${place}/`);
  const own = folderOf(file);
  if (own !== 'renderer' && isIn(own)) return true;
  return rule.ours.some(isIn) || (asked.typeOnly && (rule.typesOf ?? []).some(isIn));
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node:*';
  const [scope = '', name = ''] = specifier.split('/');
  return scope.startsWith('@') ? `${scope}/${name}` : scope;
}
