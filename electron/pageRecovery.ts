import { dialog, type BrowserWindow } from 'electron';
import { CrashBudget } from './crashBudget';
import type { Failure } from './failures';
import type { Heartbeat } from './heartbeat';
import type { Clock } from './wallClock';
import { loadPage } from './window';

export interface PageRecovery {
  readonly clock: Clock;
  readonly heartbeat: Heartbeat;
  readonly report: (failure: Failure) => void;
  /** Nobody is there to be pushed to until the page has said so again. */
  readonly pageIsGone: () => void;
  readonly quit: () => void;
}

const LOOK_EVERY_MS = 1000;

/** Brings the page back when its process dies; what was acknowledged and typed is in main's files. */
export function recoverPage(window: BrowserWindow, recovery: PageRecovery): void {
  const budget = new CrashBudget();
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) recovery.pageIsGone();
  });
  window.webContents.on('did-finish-load', () => recovery.heartbeat.begin());
  // The page has been loading since before the profile was open.
  if (window.webContents.isCrashed()) reload(window, recovery);
  else if (!window.webContents.isLoadingMainFrame()) recovery.heartbeat.begin();
  setInterval(() => recovery.heartbeat.look(recovery.clock.mono()), LOOK_EVERY_MS);
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    recovery.pageIsGone();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    recovery.report({ where: 'page', message: `its process ended: ${reason} (${exitCode})`, stack: '' });
    if (budget.mayReload(recovery.clock.mono())) reload(window, recovery);
    else void ask(window, recovery);
  });
}

function reload(window: BrowserWindow, recovery: PageRecovery): void {
  // Not within the event itself: Chromium is still taking the dead process apart.
  setImmediate(() => {
    if (window.isDestroyed()) return;
    loadPage(window).catch((error: unknown) => {
      recovery.report({ where: 'page', message: `could not be loaded: ${String(error)}`, stack: '' });
    });
  });
}

async function ask(window: BrowserWindow, recovery: PageRecovery): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The console keeps failing.',
    detail:
      'Everything that said “Saved” is in the journal on this computer, and so is what you were typing. The update alarm goes on.',
    buttons: ['Try again', 'Quit'],
    defaultId: 0,
    cancelId: 0,
  });
  if (response === 1) recovery.quit();
  else reload(window, recovery);
}
