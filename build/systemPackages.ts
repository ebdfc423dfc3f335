/**
 * What the app and its tests need from a Linux system, and how Debian and Ubuntu call it.
 *
 * Looked for by what is used (a library, a program), not by package name, so that a system of another
 * family, or a hand-made one, is not told to install what it has.
 */

/** One thing needed. Exactly what to look for, and the Debian package that brings it. */
export interface SystemPackage {
  readonly aptName: string;
  /** A shared library by its soname, or a program on the PATH. */
  readonly library?: string;
  readonly program?: string;
}

/** What Electron itself loads; without these it does not start. */
export const electronLibraries: readonly SystemPackage[] = [
  { aptName: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { aptName: 'libnss3', library: 'libnss3.so' },
  { aptName: 'libatk1.0-0', library: 'libatk-1.0.so.0' },
  { aptName: 'libatk-bridge2.0-0', library: 'libatk-bridge-2.0.so.0' },
  { aptName: 'libgbm1', library: 'libgbm.so.1' },
  { aptName: 'libasound2', library: 'libasound.so.2' },
  { aptName: 'libcups2', library: 'libcups.so.2' },
  { aptName: 'libxss1', library: 'libXss.so.1' },
];

/** A screen where there is none. */
export const virtualDisplayPackages: readonly SystemPackage[] = [
  { aptName: 'xvfb', program: 'Xvfb' },
  { aptName: 'xauth', program: 'xauth' },
];

/**
 * For the tests only: without a window manager, focus and minimise cannot be trusted; faketime sets the
 * clock and strace breaks the disk of the app under test.
 */
export const testPackages: readonly SystemPackage[] = [
  { aptName: 'openbox', program: 'openbox' },
  { aptName: 'dbus', program: 'dbus-run-session' },
  { aptName: 'faketime', program: 'faketime' },
  { aptName: 'strace', program: 'strace' },
];

/** What the system has. */
export interface SystemInventory {
  readonly hasLibrary: (soname: string) => boolean;
  readonly hasProgram: (name: string) => boolean;
}

/** Those of the wanted that the system lacks. */
export function missingPackages(
  wanted: readonly SystemPackage[],
  inventory: SystemInventory,
): readonly SystemPackage[] {
  return wanted.filter(({ library, program }) => {
    if (library !== undefined && !inventory.hasLibrary(library)) return true;
    return program !== undefined && !inventory.hasProgram(program);
  });
}

/**
 * The name to install under. Since the change to 64-bit time (Debian 13, Ubuntu 24.04) some libraries are
 * called `…t64`, and the old name is then at best virtual, which apt refuses when there are two providers.
 *
 * @returns undefined when apt knows neither name, which also means: its lists may never have been fetched.
 */
export function aptNameOf(wanted: SystemPackage, aptHas: (name: string) => boolean): string | undefined {
  return [`${wanted.aptName}t64`, wanted.aptName].find(aptHas);
}

/** The sonames in what `ldconfig -p` prints, one `	libX.so.1 (libc6,x86-64) => /path` a line. */
export function sonamesIn(ldconfigOutput: string): ReadonlySet<string> {
  const names = ldconfigOutput.split('\n').map((line) => /^\s+(\S+) \(/.exec(line)?.[1]);
  return new Set(names.filter((name) => name !== undefined));
}

/** The packages that `apt-cache policy …` offers a version of. */
export function installableIn(aptPolicyOutput: string): ReadonlySet<string> {
  const installable = new Set<string>();
  let current = '';
  for (const line of aptPolicyOutput.split('\n')) {
    const heading = /^(\S+):$/.exec(line);
    if (heading) current = heading[1] ?? '';
    if (/^\s+Candidate: (?!\(none\))/.test(line)) installable.add(current);
  }
  return installable;
}
