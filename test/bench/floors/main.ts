/**
 * The main process of every floor: one window with one page, and nothing else. Started as
 * `electron FOLDER --floor-page=bare.html`.
 */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const SWITCH = '--floor-page=';
const page = process.argv.find((argument) => argument.startsWith(SWITCH))?.slice(SWITCH.length) ?? '';

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    // As large as the console's first window, so that both paint as much.
    width: 1280,
    height: 800,
    backgroundColor: '#ffffff',
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false, backgroundThrottling: false },
  });
  return window.loadFile(join(import.meta.dirname, page));
});
