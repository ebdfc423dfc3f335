import { HEADERS, plain, type PageAnswer } from '../pageHeaders';
import { isConsoleUrl } from '../origin';
import { readImageName } from './imageName';
import type { ImageStore } from './imageStore';

const FOLDER = '/attachments/';

/** Whether a URL of the console's means an image rather than a part of the page. */
export const isImageUrl = (url: string): boolean =>
  isConsoleUrl(url) && new URL(url).pathname.startsWith(FOLDER);

/**
 * An image for an `<img>` of the page: its one type, never guessed at, never shown as a document of
 * its own, kept in no cache. What is not what was stored is not handed out (ATT3).
 */
export async function imageAnswer(
  { url, method }: Pick<Request, 'url' | 'method'>,
  images: Pick<ImageStore, 'read'>,
): Promise<PageAnswer> {
  if (method !== 'GET') return plain(405, 'Method not allowed');
  const name = new URL(url).pathname.slice(FOLDER.length);
  const asked = readImageName(name);
  if (!asked) return plain(404, 'Not found');
  const found = await images.read(name);
  if (found === 'missing') return plain(404, 'Not found');
  if (found === 'damaged') return plain(422, 'Not what was stored');
  return {
    status: 200,
    headers: {
      ...HEADERS,
      'Content-Type': asked.mediaType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    },
    body: found,
  };
}
