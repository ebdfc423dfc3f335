import { keyLabel } from '../renderer/keymap/chords';
import { CONTEXT_NAMES, FIXED_KEYS, KEYMAP, type KeyContext } from '../renderer/keymap/keymap';

const START = '<!-- The tables are made from renderer/keymap/keymap.ts by `npm run keys`. -->';
const END = '<!-- Here they end. -->';
const CONTEXTS: readonly KeyContext[] = ['global', 'pad', 'row'];

/** The tables of keys as the user guide shows them, for Windows and Linux. */
export function keyTables(): string {
  const lines = (context: KeyContext): readonly Row[] =>
    KEYMAP.filter((entry) => entry.context === context && entry.keys.length > 0).map(({ keys, label }) => [
      keys.map((one) => keyLabel(one, 'linux')).join(', '),
      label,
    ]);
  const fixed = FIXED_KEYS.map(([keys, label]): Row => [keyLabel(keys, 'linux'), label]);
  return [
    ...CONTEXTS.map((context) => `**${CONTEXT_NAMES[context]}**\n\n${table(lines(context))}`),
    `**While typing, and going home; these can’t be changed**\n\n${table(fixed)}`,
  ].join('\n\n');
}

/** The page with the tables as they are now between its two marks; undefined when it has no such place. */
export function withKeyTables(page: string): string | undefined {
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from === -1 || to < from) return undefined;
  return `${page.slice(0, from + START.length)}\n\n${keyTables()}\n\n${page.slice(to)}`;
}

type Row = readonly [string, string];

/** Laid out as the formatter would. */
function table(rows: readonly Row[]): string {
  const all: readonly Row[] = [['key', 'does'], ...rows];
  const [first, second] = [0, 1].map((column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  const line = ([key, does]: Row): string => `| ${key.padEnd(first ?? 0)} | ${does.padEnd(second ?? 0)} |`;
  const rule = `| ${'-'.repeat(first ?? 0)} | ${'-'.repeat(second ?? 0)} |`;
  const [head = ['', ''] as const, ...body] = all;
  return [line(head), rule, ...body.map(line)].join('\n');
}
