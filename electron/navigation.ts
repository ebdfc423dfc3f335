import type { App, WebContents } from 'electron';
import { isStartUrl } from './origin';

/**
 * Nails every page to where it is: no navigation, no redirect, no frame, no window, no webview.
 *
 * The console is one page that never goes anywhere; whatever tries is a link in pasted text or an
 * attack. Only loading itself anew is allowed, which the page offers after an error.
 */
export function forbidNavigation(app: App): void {
  app.on('web-contents-created', (_created, contents) => nailDown(contents));
}

function nailDown(contents: WebContents): void {
  contents.on('will-navigate', stayHere);
  contents.on('will-frame-navigate', stayHere);
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

interface Departure {
  readonly url: string;
  readonly isMainFrame: boolean;
  preventDefault(): void;
}

function stayHere(event: Departure): void {
  if (!event.isMainFrame || !isStartUrl(event.url)) event.preventDefault();
}
