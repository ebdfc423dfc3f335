import { Menu, type BrowserWindow } from 'electron';
import type { Settings } from './contract';
import { menuTemplate, textMenuTemplate, type MenuAction } from './menuTemplate';

/** The native menu, which shows the keys as they are chosen now. */
export class NativeMenu {
  private choose: ((id: MenuAction) => void) | null = null;
  private chosen: Settings['keys'] | null = null;

  constructor(private readonly settings: () => Settings) {}

  /** Puts it up; after the first paint, since building it delays that by some 3 %. */
  putUp(choose: (id: MenuAction) => void): void {
    this.choose = choose;
    this.chosen = null;
    this.settingsChanged();
  }

  /** Builds it anew if a key was changed. */
  settingsChanged(): void {
    const { keys } = this.settings();
    if (this.choose === null || keys === this.chosen) return;
    this.chosen = keys;
    const place = { platform: process.platform, chosen: keys };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(place, this.choose)));
  }
}

/** Gives text fields and selected text the system's right-click menu. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const { canUndo, canPaste } = editFlags;
    const hasSelection = selectionText !== '';
    const template = textMenuTemplate({ isEditable, hasSelection, canUndo, canPaste });
    if (template) Menu.buildFromTemplate(template).popup({ window });
  });
}
