import { readOutput } from './readOutput';
import { runCommand, whyItFailed } from './runCommand';
import { hasProgram, readInventory } from './systemInventory';
import { type SystemPackage, aptNameOf, installableIn, missingPackages } from './systemPackages';

const minute = 60_000;

/** Another apt may be at work on the same machine; wait for it rather than fail. */
const aptOptions = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3', '-q'];

/**
 * Sees to it that the machine has what is wanted: looks first, and installs only what is missing, only on a
 * Debian-family Linux, only as root, and says so on standard error.
 *
 * @returns undefined when everything is there, or else a sentence with the one line to type.
 */
export async function ensureSystemPackages(wanted: readonly SystemPackage[]): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  const missing = missingPackages(wanted, readInventory());
  if (missing.length === 0) return undefined;
  if (!hasProgram('apt-get')) {
    const things = missing.map((item) => item.library ?? item.program ?? item.aptName);
    return `This system lacks ${things.join(', ')}. Install what brings them, then try again.`;
  }
  if (process.getuid?.() !== 0) return pleaseInstall(namesFor(missing).names);
  return install(missing);
}

async function install(missing: readonly SystemPackage[]): Promise<string | undefined> {
  let choice = namesFor(missing);
  if (choice.hasUnknown) {
    await runApt(['update'], 5 * minute);
    choice = namesFor(missing);
  }
  console.error(`Installing system packages: ${choice.names.join(' ')}`);
  const args = ['install', '-y', '--no-install-recommends', ...choice.names];
  let result = await runApt(args, 15 * minute);
  if (result.code !== 0) {
    // An old list names versions that the mirror no longer has.
    await runApt(['update'], 5 * minute);
    result = await runApt(args, 15 * minute);
  }
  if (result.code !== 0) console.error(result.stdout + result.stderr);
  const stillMissing = missingPackages(missing, readInventory());
  if (stillMissing.length === 0) return undefined;
  return `${whyItFailed('apt-get install', result)} ${pleaseInstall(namesFor(stillMissing).names)}`;
}

function runApt(args: readonly string[], timeoutMs: number) {
  return runCommand({
    file: 'apt-get',
    args: [...aptOptions, ...args],
    timeoutMs,
    output: 'capture',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** The names to install under; with the plain name, marked unknown, where apt knows none yet. */
function namesFor(missing: readonly SystemPackage[]): { names: readonly string[]; hasUnknown: boolean } {
  const candidates = missing.flatMap(({ aptName }) => [aptName, `${aptName}t64`]);
  // Without any list apt knows no name; then every one counts as unknown and the lists are fetched.
  const installable = installableIn(readOutput('apt-cache', ['policy', ...candidates]) ?? '');
  const names = missing.map((item) => aptNameOf(item, (name) => installable.has(name)));
  return {
    names: names.map((name, index) => name ?? missing[index]?.aptName ?? ''),
    hasUnknown: names.includes(undefined),
  };
}

function pleaseInstall(names: readonly string[]): string {
  return `Some system packages are missing. Install them with:\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`;
}
