import type { MenuItemConstructorOptions } from 'electron';
import { acceleratorOf } from '../renderer/keymap/chords';
import { entryNamed, type KeyId } from '../renderer/keymap/keymap';
import { keyTable, type Remap } from '../renderer/keymap/remap';

/** Actions of the page that the native menu offers. */
export const MENU_ACTIONS = [
  'declare',
  'export-postmortem',
  'export-html',
  'export-json',
  'export-timeline',
  'export-review',
  'open-bundle',
  'import-file',
  'export-bundle',
  'export-everything',
  'find',
  'find-all',
  'attach-image',
  'severity',
  'roll-back',
  'shift-traffic',
  'disable-feature',
  'write-update',
  'copy-status',
  'new-action-item',
  'snooze',
  'edit-times',
  'resolve',
  'home',
  'next-pane',
  'previous-pane',
  'palette',
  'settings',
  'change-keys',
  'shortcuts',
  'focus-pad',
  'quit',
] as const satisfies readonly KeyId[];

export type MenuAction = (typeof MENU_ACTIONS)[number];

export interface MenuPlace {
  readonly platform: NodeJS.Platform;
  /** The keys a person chose, as the settings have them. */
  readonly chosen: Remap;
}

/**
 * The native menu, with its words and keys out of the page's keymap. Items of ours only tell the page which
 * action was chosen.
 *
 * On Windows and Linux their keys are shown but not registered, so that the page, which knows about
 * input methods and AltGr, handles each press once.
 */
export function menuTemplate(
  { platform, chosen }: MenuPlace,
  choose: (id: MenuAction) => void,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const { keysOf } = keyTable(chosen);
  const item: MakeItem = (id, label) => {
    const [first] = keysOf(id);
    const accelerator = first === undefined ? undefined : acceleratorOf(first);
    const entry = entryNamed(id);
    return {
      id,
      label: label ?? entry?.menu ?? entry?.label ?? id,
      click: () => choose(id),
      ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: isMac }),
    };
  };
  return [
    ...(isMac ? [macMenu(item)] : []),
    { label: '&File', submenu: fileItems(item, isMac) },
    { label: '&Edit', submenu: editItems(item) },
    { label: '&View', submenu: viewItems(item) },
    { label: '&Incident', submenu: incidentItems(item) },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('shortcuts'), item('change-keys')] },
  ];
}

type MakeItem = (id: MenuAction, label?: string) => MenuItemConstructorOptions;

/** As the system's own, but that Quit asks first. */
function macMenu(item: MakeItem): MenuItemConstructorOptions {
  return {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      { type: 'separator' },
      { role: 'services' },
      { type: 'separator' },
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      item('quit', 'Quit Incident Console'),
    ],
  };
}

function fileItems(item: MakeItem, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    item('declare'),
    item('open-bundle'),
    item('import-file'),
    { type: 'separator' },
    item('export-postmortem'),
    {
      label: 'Export as',
      submenu: [item('export-html'), item('export-json'), item('export-timeline'), item('export-review')],
    },
    item('export-bundle'),
    item('export-everything'),
    { type: 'separator' },
    item('settings'),
    { type: 'separator' },
    isMac ? { role: 'close' } : item('quit'),
  ];
}

function editItems(item: MakeItem): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { role: 'selectAll' },
    { type: 'separator' },
    item('find'),
    item('find-all'),
  ];
}

function incidentItems(item: MakeItem): MenuItemConstructorOptions[] {
  return [
    item('focus-pad'),
    item('attach-image'),
    item('new-action-item'),
    { type: 'separator' },
    item('severity'),
    item('roll-back'),
    item('shift-traffic'),
    item('disable-feature'),
    { type: 'separator' },
    item('write-update'),
    item('copy-status'),
    item('snooze'),
    { type: 'separator' },
    item('edit-times'),
    item('resolve'),
  ];
}

function viewItems(item: MakeItem): MenuItemConstructorOptions[] {
  return [
    item('palette'),
    item('home'),
    item('next-pane'),
    item('previous-pane'),
    { type: 'separator' },
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
}

/** What of a text field's context the right-click menu depends on. */
export interface TextContext {
  readonly isEditable: boolean;
  readonly hasSelection: boolean;
  readonly canUndo: boolean;
  readonly canPaste: boolean;
}

/** The right-click menu of a text field, or of selected text; null elsewhere. */
export function textMenuTemplate(context: TextContext): MenuItemConstructorOptions[] | null {
  const { isEditable, hasSelection, canUndo, canPaste } = context;
  if (!isEditable) return hasSelection ? [{ role: 'copy' }] : null;
  return [
    { role: 'undo', enabled: canUndo },
    { type: 'separator' },
    { role: 'cut', enabled: hasSelection },
    { role: 'copy', enabled: hasSelection },
    { role: 'paste', enabled: canPaste },
    { type: 'separator' },
    { role: 'selectAll' },
  ];
}
