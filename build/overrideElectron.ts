import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { executableIn } from './electronExecutable';
import { type FoundElectron, NoElectron } from './electronPath';

/**
 * The Electron whose folder `ELECTRON_OVERRIDE_DIST_PATH` names; the variable Electron itself reads.
 *
 * @throws NoElectron when the variable is set and the folder holds no Electron.
 */
export async function overrideElectron(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<FoundElectron | undefined> {
  const folder = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return undefined;
  const path = resolve(folder, executableIn(platform));
  if (!existsSync(path)) {
    throw new NoElectron(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${path}.`);
  }
  return { path, kind: 'override', saying: `Using the Electron of ELECTRON_OVERRIDE_DIST_PATH: ${path}` };
}
