/**
 * Everything that has a key, or could be given one: the one list behind the key handler, the native
 * menus, the palette, the help sheet, the settings and the table in the user guide. Main takes the menu's
 * words from it, so it may import nothing.
 */

/** Where a key counts: everywhere, in the empty note pad, or on a line of the timeline that has the focus. */
export type KeyContext = 'global' | 'pad' | 'row';

/** One thing that keys can do. */
export interface KeyEntry {
  readonly id: string;
  readonly label: string;
  /** `$mod` is Ctrl, on a Mac Cmd; the first one is the one shown. */
  readonly keys: readonly string[];
  readonly context: KeyContext;
  /** How the native menu says it, where it says it otherwise. */
  readonly menu?: string;
  /** Also while a dialog is open. */
  readonly overDialogs?: boolean;
  /** Held down, it goes on. */
  readonly repeats?: boolean;
}

const GLOBAL = [
  { id: 'palette', label: 'Command palette', keys: ['$mod+k', '$mod+Shift+p'], menu: 'Command palette…' },
  { id: 'declare', label: 'Declare incident', keys: ['$mod+n'], menu: 'Declare incident…' },
  { id: 'focus-pad', label: 'To the note pad', keys: ['$mod+l', '$mod+1'], menu: 'Write a note' },
  { id: 'find', label: 'Find in this incident', keys: ['$mod+f'], menu: 'Find…' },
  { id: 'find-all', label: 'Find in all incidents', keys: ['$mod+Shift+f'], menu: 'Find in all incidents…' },
  { id: 'filter', label: 'Filter the timeline', keys: [] },
  { id: 'undo', label: 'Undo what was just done', keys: [] },
  { id: 'attach-image', label: 'Attach image', keys: ['$mod+Shift+i'], menu: 'Attach image…' },
  { id: 'severity', label: 'Change severity', keys: ['$mod+Shift+s'], menu: 'Change severity…' },
  { id: 'roll-back', label: 'Roll back', keys: ['$mod+Shift+b'], menu: 'Roll back…' },
  { id: 'shift-traffic', label: 'Shift traffic', keys: ['$mod+Shift+t'], menu: 'Shift traffic…' },
  { id: 'disable-feature', label: 'Disable feature', keys: ['$mod+Shift+d'], menu: 'Disable feature…' },
  { id: 'write-update', label: 'Write update', keys: ['$mod+u', '$mod+2'] },
  {
    id: 'snooze',
    label: 'Snooze the update clock',
    keys: ['$mod+Shift+l'],
    menu: 'Snooze the update alarm…',
  },
  { id: 'copy-status', label: 'Copy status for chat', keys: ['$mod+Shift+c'] },
  { id: 'new-action-item', label: 'New action item', keys: ['$mod+j', '$mod+4'] },
  { id: 'edit-times', label: 'Edit times', keys: ['$mod+Shift+e'], menu: 'Edit times…' },
  { id: 'resolve', label: 'Resolve', keys: ['$mod+Shift+r'], menu: 'Resolve…' },
  { id: 'export-postmortem', label: 'Export post-mortem', keys: ['$mod+e'] },
  { id: 'export-html', label: 'Export as HTML', keys: [], menu: 'HTML' },
  { id: 'export-json', label: 'Export as JSON', keys: [], menu: 'JSON' },
  { id: 'export-timeline', label: 'Export timeline as CSV', keys: [], menu: 'Timeline as CSV' },
  { id: 'export-review', label: 'Export review invitation', keys: [], menu: 'Review invitation' },
  { id: 'export-bundle', label: 'Export bundle', keys: ['$mod+Shift+x'] },
  { id: 'export-everything', label: 'Export all incidents as bundle', keys: ['$mod+Shift+y'] },
  { id: 'import-file', label: 'Import file', keys: ['$mod+Shift+o'], menu: 'Import file…' },
  { id: 'open-bundle', label: 'Open bundle', keys: ['$mod+o'], menu: 'Open bundle…' },
  { id: 'home', label: 'All incidents', keys: ['$mod+Shift+h', '$mod+5'] },
  { id: 'theme', label: 'Change theme', keys: [] },
  { id: 'clock-zone', label: 'Change time zone shown', keys: [] },
  { id: 'sound', label: 'Mute or unmute alarm sound', keys: [] },
  { id: 'next-pane', label: 'Next pane', keys: ['F6'], repeats: true },
  { id: 'previous-pane', label: 'Pane before', keys: ['Shift+F6'], repeats: true },
  { id: 'save', label: 'Say whether all is saved', keys: ['$mod+s'] },
  { id: 'settings', label: 'Settings', keys: ['$mod+,'], menu: 'Settings…' },
  { id: 'change-keys', label: 'Change keys', keys: [], menu: 'Change keys…' },
  { id: 'shortcuts', label: 'Keyboard shortcuts', keys: ['F1', '$mod+/'] },
  { id: 'quit', label: 'Quit', keys: ['$mod+q'], overDialogs: true },
] as const;

const IN_EMPTY_PAD = [
  { id: 'edit-last', label: 'Edit my last note', keys: ['ArrowUp'] },
  { id: 'retract-last', label: 'Take back my last step', keys: ['$mod+z'] },
] as const;

const ON_A_ROW = [
  { id: 'row-edit', label: 'Edit line', keys: ['e'] },
  { id: 'row-time', label: 'Change time of line', keys: ['t'] },
  { id: 'row-pin', label: 'Pin or unpin line', keys: ['p'] },
  { id: 'row-action', label: 'Make action item of line', keys: ['a'] },
  { id: 'row-retract', label: 'Retract or restore line', keys: ['Delete'] },
  { id: 'row-copy', label: 'Copy line', keys: ['$mod+c'] },
  { id: 'row-menu', label: 'Menu of line', keys: ['Shift+F10', 'ContextMenu'] },
] as const;

/** The name of each thing that keys can do. */
export type KeyId =
  (typeof GLOBAL)[number]['id'] | (typeof IN_EMPTY_PAD)[number]['id'] | (typeof ON_A_ROW)[number]['id'];

/** An entry whose name the compiler knows. */
export type KnownEntry = KeyEntry & { readonly id: KeyId };

/** All of them, in the order in which they are listed. */
export const KEYMAP: readonly KnownEntry[] = [
  ...GLOBAL.map((entry) => ({ ...entry, context: 'global' as const })),
  ...IN_EMPTY_PAD.map((entry) => ({ ...entry, context: 'pad' as const })),
  ...ON_A_ROW.map((entry) => ({ ...entry, context: 'row' as const })),
];

const BY_ID = new Map<string, KnownEntry>(KEYMAP.map((entry) => [entry.id, entry]));

export const entryNamed = (id: string): KnownEntry | undefined => BY_ID.get(id);

export const CONTEXT_NAMES: { readonly [C in KeyContext]: string } = {
  global: 'Everywhere',
  pad: 'In the empty note pad',
  row: 'On a line of the timeline',
};

/** Keys that belong to the field they are pressed in, and are the same everywhere: listed, never changed. */
export const FIXED_KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['Enter', 'Log the note'],
  ['Shift+Enter', 'New line in the note'],
  ['$mod+Enter', 'Log the note as plain text; in an update: mark it sent'],
  ['Escape', 'Close what is open, then back to the note pad'],
  ['ArrowUp/ArrowDown', 'In the timeline: the line before, the next line'],
];
