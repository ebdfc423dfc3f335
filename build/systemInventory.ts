import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { readOutput } from './readOutput';
import { type SystemInventory, sonamesIn } from './systemPackages';

/** The sbin folders are not on every user's PATH, and ldconfig lives there. */
const ldconfigPlaces = ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig'];

/** True when the program can be found on the PATH and run. */
export function hasProgram(name: string): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => isExecutable(join(folder, name)));
}

/**
 * What this machine has. Where there is no ldconfig to ask (musl, NixOS) every library counts as present:
 * Electron's own message is then better than our guess.
 */
export function readInventory(): SystemInventory {
  const sonames = readSonames();
  return { hasLibrary: (soname) => sonames === undefined || sonames.has(soname), hasProgram };
}

function readSonames(): ReadonlySet<string> | undefined {
  for (const ldconfig of ldconfigPlaces) {
    const output = readOutput(ldconfig, ['-p']);
    if (output !== undefined) return sonamesIn(output);
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
