import { BrowserWindow, screen } from 'electron';
import { START_URL } from './origin';
import { FIRST_SIZE, reachableBounds, SMALLEST, type WindowState } from './windowBounds';

export interface WindowOptions {
  readonly preload: string;
  /** A packaged app has no DevTools. */
  readonly packaged: boolean;
  readonly remembered: WindowState | null;
  /** Painted before the page is, so that a dark room stays dark. */
  readonly backgroundColor: string;
}

/** A page that has painted nothing by then is shown as it is: better an empty window than none. */
const SHOW_AFTER_MS = 5000;

/** Makes the console's only window; it shows itself once the page has painted. */
export function makeWindow(options: WindowOptions): BrowserWindow {
  const { remembered } = options;
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...(remembered ? reachableBounds(remembered, screens) : null),
    ...(remembered ? {} : FIRST_SIZE),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: 'Incident Console',
    backgroundColor: options.backgroundColor,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Elsewhere the dictionaries would be fetched from a server.
      spellcheck: process.platform === 'darwin',
      // A hidden window's timers would run once a minute.
      backgroundThrottling: false,
      // The alarm must sound also when nobody has clicked yet.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: !options.packaged,
    },
  });
  if (remembered?.maximized) window.maximize();
  showOncePainted(window);
  return window;
}

/** Loads the page, at the start and after a crash. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  await window.loadURL(START_URL);
}

export function bringForward(window: BrowserWindow | null): void {
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

export function stateOf(window: BrowserWindow): WindowState {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

function showOncePainted(window: BrowserWindow): void {
  const show = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed() && !window.isVisible()) window.show();
  };
  const timer = setTimeout(show, SHOW_AFTER_MS);
  window.once('ready-to-show', show);
}
