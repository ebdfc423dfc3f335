import { join } from 'node:path';
import { app, nativeTheme, type BrowserWindow } from 'electron';
import { failureOf, type FailureReports } from './failures';
import type { FilePort } from './files/filePort';
import type { Services } from './handlers';
import { offerTextMenu } from './menu';
import { recoverPage } from './pageRecovery';
import type { ProfilePaths } from './profile';
import type { Clock } from './wallClock';
import { loadPage, makeWindow, stateOf } from './window';
import { writeWindowState, type WindowState } from './windowBounds';

export interface WindowLife extends Pick<
  Services,
  'attention' | 'failures' | 'heartbeat' | 'leaving' | 'menu' | 'outbox' | 'shutdown'
> {
  readonly profile: ProfilePaths;
  readonly files: FilePort;
  readonly clock: Clock;
}

/** A window whose page loads, while the profile is still being opened. */
export interface ComingWindow {
  readonly window: BrowserWindow;
  readonly painted: Promise<void>;
}

const DARK = '#0f1216';
const LIGHT = '#f7f8fa';
const REMEMBER_AFTER_MS = 500;

/** Opens the window and has it load its page, whose process needs longer to start than the profile to open. */
export function openWindow(failures: FailureReports, remembered: WindowState | null): ComingWindow {
  const window = makeWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    packaged: app.isPackaged,
    remembered,
    backgroundColor: nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
  });
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => setImmediate(resolve));
  });
  loadPage(window).catch((error: unknown) => failures.report(failureOf('page', error)));
  return { window, painted };
}

/** Attaches what concerns the window from its first paint to its end. */
export function tendWindow({ window, painted }: ComingWindow, life: WindowLife): void {
  const { attention, failures, heartbeat, leaving, menu, outbox, shutdown } = life;
  void painted.then(() =>
    menu.putUp((id) => (id === 'quit' ? leaving.quitChosen() : outbox.put('menu:action', { id }))),
  );
  window.on('focus', () => attention.settle());
  offerTextMenu(window);
  recoverPage(window, {
    clock: life.clock,
    heartbeat,
    report: (failure) => failures.report(failure),
    pageIsGone: () => {
      heartbeat.end();
      outbox.pageIsGone();
    },
    quit: () => void shutdown.begin(),
  });
  rememberPlace(window, life);
}

function rememberPlace(window: BrowserWindow, { files, profile, failures }: WindowLife): void {
  let timer: NodeJS.Timeout | undefined;
  const write = (): void => {
    if (window.isDestroyed()) return;
    writeWindowState(files, profile.bounds, stateOf(window)).catch((error: unknown) =>
      failures.report(failureOf('window', error)),
    );
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(write, REMEMBER_AFTER_MS);
  };
  window.on('resize', later);
  window.on('move', later);
}
