/**
 * A program that keeps its rows in IndexedDB alone, with Chromium's default durability. It is run through
 * the same faults as the console and must be seen to lose rows, or those tests prove nothing.
 */
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => new BrowserWindow().loadFile(path.join(__dirname, 'page.html')));
