import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { isConsoleUrl } from './origin';
import { HEADERS, plain, type PageAnswer } from './pageHeaders';

/** What the page is made of; a file of another kind is not served at all. */
const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** The answer to one request; anything not plainly a file of the page is not found. */
export async function answer(request: Pick<Request, 'url' | 'method'>, root: string): Promise<PageAnswer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Method not allowed');
  const path = fileFor(request.url, root);
  const type = path === null ? undefined : TYPES[extname(path).toLowerCase()];
  if (path === null || type === undefined) return plain(404, 'Not found');
  try {
    return { status: 200, headers: { ...HEADERS, 'Content-Type': type }, body: await readFile(path) };
  } catch {
    return plain(404, 'Not found');
  }
}

/** The file a URL means, or null when it lies outside `root`, names another host or hides something. */
export function fileFor(url: string, root: string): string | null {
  if (!isConsoleUrl(url)) return null;
  const name = decoded(new URL(url).pathname);
  if (name === null || /[\\\0:]/.test(name)) return null;
  const base = resolve(root);
  const path = resolve(base, `.${name === '/' ? '/index.html' : name}`);
  return path.startsWith(base + sep) ? path : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
