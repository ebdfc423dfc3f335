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

/** Whether a URL is the very page the window shows; what stands behind `#` doesn't matter. */
export function isStartUrl(text: string): boolean {
  if (!isConsoleUrl(text)) return false;
  const url = new URL(text);
  url.hash = '';
  return url.href === START_URL;
}
