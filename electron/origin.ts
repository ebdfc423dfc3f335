/**
 * The page's address, for ever: Chromium files the working copy under scheme and host, so another
 * host is an empty database.
 */
export const SCHEME = 'app';
export const HOST = 'console';
export const START_URL = `${SCHEME}://${HOST}/index.html`;

/** Whether a URL is one of the console's own; scheme and host are parsed and compared whole. */
export function isConsoleUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, host, username, password } = new URL(text);
  return protocol === `${SCHEME}:` && host === HOST && username === '' && password === '';
}
