import type { App, Session } from 'electron';

/** Schemes that stay on this machine; `devtools:` serves DevTools' own pages in development. */
const LOCAL = new Set(['app:', 'devtools:', 'blob:', 'data:']);

/** Whether a request may be made at all. */
export function mayBeRequested(url: string): boolean {
  return URL.canParse(url) && LOCAL.has(new URL(url).protocol);
}

/** Cancels every request of the session that would leave the machine, whoever makes it. */
export function closeNetwork(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !mayBeRequested(url) }));
}

/**
 * Makes every host name and address unknown to Chromium itself; to be called before Electron is ready. Its own
 * services (a dictionary, a check whether there is IPv6) pass by `closeNetwork`, and a trace of a whole run
 * showed them asking the name server.
 */
export function forgetHosts(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
