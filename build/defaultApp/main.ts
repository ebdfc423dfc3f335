/**
 * What the stand-in Electron runs first: starts the app whose folder is the first argument that is not a
 * switch, under its own name, version and path, the way Electron's own default app does. Later arguments
 * stay in `process.argv` for the app.
 *
 * Compiled and packed into `resources/default_app.asar` by build/standInElectron.ts.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** What Electron has for its own default app and does not document. */
interface DefaultAppPowers {
  setVersion(version: string): void;
  setAppPath(path: string): void;
  setDesktopName(name: string): void;
}

/** The fields of package.json that name an app. */
interface AppPackage {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly desktopName?: string;
}

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (folder === undefined) {
  console.error('Usage: electron [switches] APP_FOLDER [FILE]');
  app.exit(1);
} else {
  try {
    await start(resolve(folder));
  } catch (error) {
    console.error(`The app in ${resolve(folder)} did not start.`, error);
    app.exit(1);
  }
}

async function start(path: string): Promise<void> {
  const powers = app as typeof app & DefaultAppPowers;
  const about = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as AppPackage;
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  if (about.version !== undefined) powers.setVersion(about.version);
  const name = about.productName ?? about.name;
  if (name !== undefined) app.setName(name);
  powers.setDesktopName(about.desktopName ?? `${app.getName()}.desktop`);
  powers.setAppPath(path);
  const main = createRequire(join(path, 'package.json')).resolve(path);
  await import(pathToFileURL(main).href);
}
