import { dirname, join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import type { Flavour } from './fuses';

/** The app archive beside (macOS: above) an executable. */
export function archiveOf(executable: string, platform: NodeJS.Platform = process.platform): string {
  const resources = platform === 'darwin' ? '../Resources' : 'resources';
  return join(dirname(executable), resources, 'app.asar');
}

/**
 * Looks into a finished package: it must carry the bundled app and its package.json and nothing else, and
 * know its flavour. @returns a sentence on what is wrong, or undefined.
 */
export function checkContents(flavour: Flavour, archive: string): string | undefined {
  const names = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));
  const foreign = names.filter(
    (name) => name !== '/package.json' && name !== '/out' && !name.startsWith('/out/'),
  );
  if (foreign.length > 0)
    return `The ${flavour} package carries what it should not: ${foreign.slice(0, 5).join(', ')}.`;
  const about = JSON.parse(extractFile(archive, 'package.json').toString()) as Record<string, unknown>;
  const found = about['incidentConsoleFlavour'];
  if (found === flavour) return undefined;
  return `The ${flavour} package thinks that it is ${JSON.stringify(found)}.`;
}
