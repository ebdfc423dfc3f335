import type { MenuItemConstructorOptions } from 'electron';

/** Ids of the page's actions that the native menu offers. */
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
  'attach-image',
  'write-update',
  'snooze',
  'edit-times',
  'resolve',
  'settings',
  'shortcuts',
  'focus-pad',
  'quit',
] as const;

export type MenuAction = (typeof MENU_ACTIONS)[number];

/**
 * The native menu. Items of ours only tell the page which action was chosen.
 *
 * On Windows and Linux their keys are shown but not registered, so that the page, which knows about
 * input methods and AltGr, handles each press once.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  choose: (id: MenuAction) => void,
): MenuItemConstructorOptions[] {
  const item: MakeItem = (id, label, accelerator) => ({
    id,
    label,
    click: () => choose(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: platform === 'darwin' }),
  });
  const isMac = platform === 'darwin';
  return [
    ...(isMac ? [macMenu(item)] : []),
    { label: '&File', submenu: fileItems(item, isMac) },
    { label: '&Edit', submenu: editItems() },
    { label: '&View', submenu: viewItems() },
    {
      label: '&Incident',
      submenu: [
        item('focus-pad', 'Write a note', 'CmdOrCtrl+L'),
        item('attach-image', 'Attach image…', 'CmdOrCtrl+Shift+I'),
        item('write-update', 'Write update', 'CmdOrCtrl+U'),
        item('snooze', 'Snooze the update alarm'),
        { type: 'separator' },
        item('edit-times', 'Edit times…'),
        item('resolve', 'Resolve…'),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [item('shortcuts', 'Keyboard shortcuts', 'F1')] },
  ];
}

type MakeItem = (id: MenuAction, label: string, accelerator?: string) => MenuItemConstructorOptions;

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
      item('quit', 'Quit Incident Console', 'CmdOrCtrl+Q'),
    ],
  };
}

function fileItems(item: MakeItem, isMac: boolean): MenuItemConstructorOptions[] {
  return [
    item('declare', 'Declare incident…', 'CmdOrCtrl+N'),
    item('open-bundle', 'Open bundle…', 'CmdOrCtrl+O'),
    item('import-file', 'Import file…', 'CmdOrCtrl+Shift+O'),
    { type: 'separator' },
    item('export-postmortem', 'Export post-mortem', 'CmdOrCtrl+E'),
    {
      label: 'Export as',
      submenu: [
        item('export-html', 'HTML'),
        item('export-json', 'JSON'),
        item('export-timeline', 'Timeline as CSV'),
        item('export-review', 'Review invitation'),
      ],
    },
    item('export-bundle', 'Export bundle', 'CmdOrCtrl+Shift+X'),
    item('export-everything', 'Export everything as bundle', 'CmdOrCtrl+Shift+Y'),
    { type: 'separator' },
    item('settings', 'Settings…', 'CmdOrCtrl+,'),
    { type: 'separator' },
    isMac ? { role: 'close' } : item('quit', 'Quit', 'CmdOrCtrl+Q'),
  ];
}

function editItems(): MenuItemConstructorOptions[] {
  return [
    { role: 'undo' },
    { role: 'redo' },
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'delete' },
    { role: 'selectAll' },
  ];
}

function viewItems(): MenuItemConstructorOptions[] {
  return [
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
