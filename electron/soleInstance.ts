import { accessSync, constants, lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';

/**
 * Whether this start may go on. A second start hands over to the first and must end.
 *
 * Chromium also refuses the lock on a profile that can't be written; ending without a word would then
 * leave a person in front of nothing, so that start goes on and the window says what is wrong.
 */
export function mayStart(app: Pick<App, 'requestSingleInstanceLock'>, profile: string): boolean {
  for (const name of LOCKS) dropIfDamaged(join(profile, name));
  return app.requestSingleInstanceLock() || !isWritable(profile);
}

/** Chromium's locks are links, and it can't get past anything else of that name: every start would end without a word. */
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'] as const;

function dropIfDamaged(path: string): void {
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !found.isSymbolicLink()) rmSync(path, { recursive: true, force: true });
  } catch {
    // A folder that can't be read or written: what follows says so.
  }
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
