/** Damage to the files in which Chromium keeps IndexedDB, as kills, full disks and power cuts leave it. */
import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

export function deleteStore(profile: string): void {
  storeFolder(profile);
  rmSync(join(profile, 'IndexedDB'), { recursive: true });
}

/** What a kill between header and payload of a record does, made certain: Chromium appends behind it. */
export function cutLog(profile: string): void {
  const log = fileIn(profile, (name) => name.endsWith('.log'));
  const { size } = statSync(log);
  if (size <= 300) throw new Error(`${log} has only ${size} bytes`);
  truncateSync(log, size - 300);
}

export function emptyManifest(profile: string): void {
  truncateSync(
    fileIn(profile, (name) => name.startsWith('MANIFEST')),
    0,
  );
}

function storeFolder(profile: string): string {
  const folder = join(profile, 'IndexedDB');
  const store = readdirSync(folder).find((name) => name.endsWith('.leveldb'));
  if (store === undefined) throw new Error(`no store in ${folder}`);
  return join(folder, store);
}

function fileIn(profile: string, isIt: (name: string) => boolean): string {
  const store = storeFolder(profile);
  const file = readdirSync(store).find(isIt);
  if (file === undefined) throw new Error(`no such file in ${store}`);
  return join(store, file);
}
