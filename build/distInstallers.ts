/**
 * `npm run dist:installers`: AppImage and deb on Linux, dmg on macOS, nsis on Windows, from the Electron of
 * package.json. Needs a network that reaches GitHub, where electron-builder gets the packing tools.
 */
import { Platform, build } from 'electron-builder';
import { buildApp } from './buildApp';
import { packageConfig } from './electron-builder.config';
import { officialElectron } from './officialElectron';
import { projectRoot } from './projectRoot';

process.exitCode = await distInstallers();

async function distInstallers(): Promise<number> {
  const electron = await officialElectron();
  if (!electron) {
    console.error(
      'Installers are made from the current Electron only, and its download cannot be reached here.',
    );
    return 1;
  }
  const fault = await buildApp();
  if (fault !== undefined) {
    console.error(fault);
    return 1;
  }
  const targets = Platform.current().createTarget();
  const files = await build({
    projectDir: projectRoot,
    targets,
    config: packageConfig('release'),
    publish: 'never',
  });
  for (const file of files) console.log(file);
  return 0;
}
