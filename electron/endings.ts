import { powerMonitor, type App, type BrowserWindow } from 'electron';
import type { Leaving } from './leaving';
import type { Shutdown } from './shutdown';

/** Begins the orderly shutdown. */
export function beginEnding(app: App, shutdown: Shutdown): void {
  // A log-out ends the GPU process in the same instant; Chromium would take that for a broken driver
  // and abort the main process, with rows and drafts still to be written.
  app.commandLine.appendSwitch('disable-gpu-process-crash-limit');
  void shutdown.begin();
}

/**
 * Leads every way in which the program can be asked to end through the one orderly shutdown.
 * SIGTERM, SIGINT and SIGHUP come as `before-quit`: Electron turns them into that. None of these asks
 * anybody; only a closed window does, and Quit in the menu, which does not come by here.
 */
export function endProperly(
  app: App,
  window: BrowserWindow,
  { shutdown, leaving }: { readonly shutdown: Shutdown; readonly leaving: Leaving },
): void {
  const begin = (): void => beginEnding(app, shutdown);
  const beginInstead = (event?: { preventDefault?: () => void }): void => {
    event?.preventDefault?.();
    begin();
  };
  app.on('before-quit', beginInstead);
  app.on('window-all-closed', begin);
  window.on('close', (event) => {
    event.preventDefault();
    if (!shutdown.hasBegun) leaving.windowClosed();
  });
  window.webContents.on('render-process-gone', () => shutdown.pageGone());
  // Log-out and shutdown of the system: Windows tells the window, the others the power monitor.
  window.on('query-session-end', begin);
  window.on('session-end', begin);
  powerMonitor.on('shutdown', beginInstead);
}
