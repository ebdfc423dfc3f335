import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadMemory } from './downloadMemory';
import { executableIn } from './electronExecutable';
import type { FoundElectron } from './electronPath';
import { projectRoot } from './projectRoot';
import { runCommand } from './runCommand';

const electronPackage = join(projectRoot, 'node_modules/electron');
const releases = 'https://github.com/electron/electron/releases/download/';

/** A network that drops packets without a word must not hold up `npm start` for minutes. */
const probeMs = 4000;
const downloadMs = 15 * 60_000;

/**
 * The Electron of package.json: the one the app ships on. Its npm package has no binary and no install
 * script; the binary is fetched when first asked for.
 *
 * A download that cannot be reached is remembered for some hours, so that every later start is quick.
 *
 * @returns undefined when the binary is not here and cannot be fetched now.
 */
export async function officialElectron(): Promise<FoundElectron | undefined> {
  const version = wantedVersion();
  const present = presentElectron(version);
  if (present) return present;
  const source = downloadAddress(version);
  const memory = downloadMemory(source);
  if (memory.isFresh()) return undefined;
  if (!(await answers(source))) {
    memory.remember('no answer');
    return undefined;
  }
  console.error(`Downloading Electron ${version} …`);
  const result = await runCommand({
    file: process.execPath,
    args: [join(electronPackage, 'install.js')],
    timeoutMs: downloadMs,
    output: 'to-stderr',
  });
  if (result.code !== 0) memory.remember('the download failed');
  return presentElectron(version);
}

/** The version that package-lock.json installed, without a `v`. */
export function wantedVersion(): string {
  const about = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')) as {
    version: string;
  };
  return about.version;
}

function presentElectron(version: string): FoundElectron | undefined {
  const path = join(electronPackage, 'dist', executableIn(process.platform));
  const versionFile = join(electronPackage, 'dist/version');
  if (!existsSync(path) || !existsSync(versionFile)) return undefined;
  if (readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') !== version) return undefined;
  return { path, kind: 'official', saying: `Using Electron ${version}.` };
}

/** Where the binary comes from; the mirror variables are the ones that Electron's own downloader reads. */
function downloadAddress(version: string): string {
  const { env } = process;
  const mirror = env['npm_config_electron_mirror'] ?? env['ELECTRON_MIRROR'] ?? releases;
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/** True when anything at all answers, redirects followed: the downloader then tells good from bad. */
async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs) });
    return true;
  } catch {
    return false;
  }
}
