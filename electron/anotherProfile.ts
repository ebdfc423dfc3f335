import { access, constants, mkdir } from 'node:fs/promises';
import { app, dialog, type BrowserWindow } from 'electron';
import type { Outcome } from './contract';
import { failed, ok } from './files/storageFailure';
import { PROFILE_SWITCH, withoutProfile } from './profile';

export interface AnotherProfile {
  readonly window: BrowserWindow | null;
  /** Ends this run, properly; the next begins by itself. */
  readonly end: () => void;
}

/**
 * A person chooses the folder to keep data in, because this one can't be written, and the console starts
 * anew there. Null when cancelled; a folder that can't be written either is refused.
 */
export async function moveToAnotherProfile({ window, end }: AnotherProfile): Promise<Outcome<null> | null> {
  if (!window) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose a folder for the console’s data',
    buttonLabel: 'Use this folder',
    properties: ['openDirectory', 'createDirectory'],
  });
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return null;
  try {
    await mkdir(chosen, { recursive: true });
    await access(chosen, constants.W_OK);
  } catch (error) {
    return failed(error, chosen);
  }
  app.relaunch({ args: [...withoutProfile(process.argv.slice(1)), `${PROFILE_SWITCH}=${chosen}`] });
  end();
  return ok(null);
}
