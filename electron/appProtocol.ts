import { protocol, type Session } from 'electron';
import { imageAnswer, isImageUrl } from './attachments/imageAnswer';
import type { ImageStore } from './attachments/imageStore';
import { SCHEME } from './origin';
import { answer } from './pageFiles';

/** To be called before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the built page in `root`, and the images that were stored, to one session. */
export function serveApp(session: Session, root: string, images: ImageStore): void {
  session.protocol.handle(SCHEME, (request) =>
    isImageUrl(request.url) ? imageAnswer(request, images) : answer(request, root),
  );
}
