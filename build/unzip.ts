import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Which entries to unpack, and under which name; undefined leaves an entry out. */
export type EntryChoice = (entryName: string) => string | undefined;

/** Bits of the Unix mode that a zip keeps in the upper half of an entry's attributes. */
const fileTypeBits = 0o170000;
const symlinkType = 0o120000;
const permissionBits = 0o777;

/**
 * Unpacks the chosen entries of a zip into a folder, keeping permissions and symbolic links.
 * One entry at a time, as a stream: the archive may be larger than memory is worth.
 *
 * @throws if an entry would land outside the folder.
 */
export async function unzip(archive: string, folder: string, choose: EntryChoice): Promise<void> {
  const zip = await yauzl.openPromise(archive);
  try {
    for await (const entry of zip.eachEntry()) {
      const name = choose(entry.fileName);
      if (name !== undefined) await unpack(zip, entry, placeInside(folder, name));
    }
  } finally {
    zip.close();
  }
}

async function unpack(zip: ZipFile, entry: Entry, path: string): Promise<void> {
  if (entry.fileName.endsWith('/')) {
    await mkdir(path, { recursive: true });
    return;
  }
  const mode = entry.externalFileAttributes >>> 16;
  await mkdir(dirname(path), { recursive: true });
  const content = await zip.openReadStreamPromise(entry);
  if ((mode & fileTypeBits) === symlinkType) {
    await symlink(await text(content), path);
    return;
  }
  const permissions = mode & permissionBits;
  await pipeline(content, createWriteStream(path, permissions === 0 ? {} : { mode: permissions }));
}

function placeInside(folder: string, name: string): string {
  const place = resolve(join(folder, name));
  if (!place.startsWith(resolve(folder) + sep))
    throw new Error(`${name} points outside the archive's folder.`);
  return place;
}
