import { dirname, join } from 'node:path';
import { Platform, build } from 'electron-builder';
import { packageConfig } from './electron-builder.config';
import type { Flavour } from './fuses';
import { projectRoot } from './projectRoot';

/**
 * Makes the unpacked package of a flavour for this system from an Electron that is already here; nothing
 * is downloaded. @returns the path of its executable.
 */
export async function makePackage(flavour: Flavour, electronPath: string): Promise<string> {
  await build({
    projectDir: projectRoot,
    targets: Platform.current().createTarget('dir'),
    config: packageConfig(flavour, distFolderOf(electronPath)),
    publish: 'never',
  });
  return join(projectRoot, 'dist', flavour, packagedExecutable(process.platform, process.arch));
}

/** The folder that an Electron executable belongs to; on macOS the .app is four levels up. */
function distFolderOf(electronPath: string): string {
  return process.platform === 'darwin' ? join(dirname(electronPath), '../../..') : dirname(electronPath);
}

/** Where electron-builder puts the executable, below its output folder. */
export function packagedExecutable(platform: NodeJS.Platform, arch: string): string {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  if (platform === 'darwin') return `mac${suffix}/Incident Console.app/Contents/MacOS/Incident Console`;
  if (platform === 'win32') return `win${suffix}-unpacked/Incident Console.exe`;
  return `linux${suffix}-unpacked/incident-console`;
}
