import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { type Flavour, fusesOf } from './fuses';

/**
 * How the app is packaged: one description for both flavours and all systems, so that what is tested and
 * what is shipped cannot drift apart.
 *
 * @param electronDist folder of an unpacked Electron to use as it is; without it electron-builder
 *   downloads the one of package.json.
 */
export function packageConfig(flavour: Flavour, electronDist?: string): Configuration {
  return {
    appId: 'org.incident-console.app', // electron/main.ts gives Windows the same one for notifications
    productName: 'Incident Console',
    copyright: 'MIT licence',
    directories: { output: `dist/${flavour}`, buildResources: 'build' },
    // Everything the app uses is bundled into out/; a package carries no node_modules.
    files: ['out/**/*', 'package.json', '!node_modules/**/*'],
    asar: true,
    beforeBuild: noNodeModules,
    publish: null,
    compression: 'normal',
    electronFuses: { ...fusesOf(flavour), resetAdHocDarwinSignature: true },
    // The only thing the running app can tell its flavour by; see the refused switches in electron/.
    extraMetadata: { incidentConsoleFlavour: flavour },
    fileAssociations: [
      {
        ext: 'icbundle',
        name: 'Incident bundle',
        description: 'An incident of Incident Console with its log and attachments',
        mimeType: 'application/vnd.incident-console.bundle',
        role: 'Editor',
        icon: 'icons/icon',
      },
    ],
    protocols: [{ name: 'Incident Console', schemes: ['icc'] }],
    ...systems,
    ...(electronDist === undefined ? {} : { electronDist, afterExtract: removeDefaultApp }),
  };
}

/** What differs from system to system. Signing takes what the environment offers, and is off without. */
const systems: Configuration = {
  linux: {
    target: ['AppImage', 'deb'],
    executableName: 'incident-console',
    icon: 'build/icons',
    category: 'Office',
    synopsis: 'Run an incident and leave with its post-mortem',
    maintainer: 'Incident Console',
  },
  mac: {
    target: ['dmg'],
    icon: 'build/icons/icon.png',
    category: 'public.app-category.developer-tools',
    hardenedRuntime: true,
    entitlements: 'build/entitlements.mac.plist',
    entitlementsInherit: 'build/entitlements.mac.plist',
  },
  win: { target: ['nsis'], icon: 'build/icons/icon.png' },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
  },
};

/** "No" here means: there are no node modules to collect, rebuild or install. */
function noNodeModules(): Promise<boolean> {
  return Promise.resolve(false);
}

/** electron-builder cleans up after its own download only; a given folder keeps Electron's demo app. */
async function removeDefaultApp({ appOutDir }: { readonly appOutDir: string }): Promise<void> {
  await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
}
