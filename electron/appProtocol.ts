import { protocol, type Session } from 'electron';
import { SCHEME } from './origin';
import { answer } from './pageFiles';

/** To be called before Electron is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the built page in `root` to one session. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request, root));
}
