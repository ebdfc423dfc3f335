import { Menu, type BrowserWindow } from 'electron';
import { menuTemplate, textMenuTemplate, type MenuAction } from './menuTemplate';

/** Puts up the native menu; after the first paint, since building it delays that by some 3 %. */
export function putUpMenu(choose: (id: MenuAction) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, choose)));
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
