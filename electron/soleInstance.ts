import { accessSync, constants } from 'node:fs';
import type { App } from 'electron';

/**
 * Whether this start may go on. A second start hands over to the first and must end.
 *
 * Chromium also refuses the lock on a profile that can't be written; ending without a word would then
 * leave a person in front of nothing, so that start goes on and the window says what is wrong.
 */
export function mayStart(app: Pick<App, 'requestSingleInstanceLock'>, profile: string): boolean {
  return app.requestSingleInstanceLock() || !isWritable(profile);
}

/** Chromium has made the folder by now, if it can be made at all. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
