import type { App, WebContents } from 'electron';

/**
 * Nails every page to where it is: no navigation, no redirect, no frame, no window, no webview.
 *
 * The console is one page that never goes anywhere; whatever tries is a link in pasted text or an
 * attack. `webContents.reload()` from main, after a crash, is no navigation and still works.
 */
export function forbidNavigation(app: App): void {
  app.on('web-contents-created', (_created, contents) => nailDown(contents));
}

function nailDown(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
