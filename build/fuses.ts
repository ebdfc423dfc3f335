/**
 * Switches burnt into the executable, which no argument, variable or file beside it can turn back.
 * Each is off unless the app needs it.
 */
import { FuseV1Options } from '@electron/fuses';

/**
 * The two kinds of package. `e2e` exists because Playwright drives Electron over Node's inspector: it
 * differs from what is shipped in that one fuse, and in not refusing the debugging switches.
 */
export type Flavour = 'release' | 'e2e';

/** The state of each fuse, by electron-builder's name for it. */
export interface FuseTable {
  readonly runAsNode: boolean;
  readonly enableCookieEncryption: boolean;
  readonly enableNodeOptionsEnvironmentVariable: boolean;
  readonly enableNodeCliInspectArguments: boolean;
  readonly enableEmbeddedAsarIntegrityValidation: boolean;
  readonly onlyLoadAppFromAsar: boolean;
  readonly loadBrowserProcessSpecificV8Snapshot: boolean;
  readonly grantFileProtocolExtraPrivileges: boolean;
}

/**
 * The fuses of a flavour, and why:
 * - no Node in disguise: `ELECTRON_RUN_AS_NODE`, `NODE_OPTIONS` and `--inspect` would let any program on
 *   the machine run code as the signed app, with its permissions;
 * - cookies encrypted with the system's key; nothing relies on it, but nothing else may read them;
 * - only app.asar is loaded, and on macOS and Windows only with the checksum it was built with
 *   (Linux does not compare it: there, trust the package's signature);
 * - `file:` pages get no powers of ours: the app is served from app://console;
 * - the snapshot fuse is off because we make no snapshot.
 */
export function fusesOf(flavour: Flavour): FuseTable {
  return {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: flavour === 'e2e',
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  };
}

/** Where each fuse sits in the executable. */
export const fuseIndex: Record<keyof FuseTable, FuseV1Options> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};
