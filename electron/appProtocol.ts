import { protocol, type ProtocolRequest, type Session } from 'electron';
import { imageAnswer, isImageUrl } from './attachments/imageAnswer';
import type { ImageStore } from './attachments/imageStore';
import { SCHEME } from './origin';
import { answer } from './pageFiles';
import { plain, type PageAnswer } from './pageHeaders';

/** To be called before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/**
 * Serves the built page in `root`, and the images that were stored, to one session. By the older of
 * Electron's ways: `handle` loads Node's `fetch` in the middle of the start (ADR 0031).
 */
export function serveApp(session: Session, root: string, images: Promise<ImageStore>): void {
  // Where the profile can't be opened, that is said elsewhere.
  images.catch(() => undefined);
  const answerTo = async (request: ProtocolRequest): Promise<PageAnswer> =>
    isImageUrl(request.url) ? imageAnswer(request, await images) : answer(request, root);
  session.protocol.registerBufferProtocol(SCHEME, (request, send) => {
    answerTo(request)
      .catch(() => plain(500, 'Failed'))
      .then(({ status, headers, body }) => send({ statusCode: status, headers: { ...headers }, data: body }))
      .catch(() => undefined);
  });
}
