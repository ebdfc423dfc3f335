import { randomBytes, webcrypto } from 'node:crypto';
import { dirname } from 'node:path';
import type { FilePort } from './filePort';
import { errorCode } from './storageFailure';
import { writeWhole } from './wholeWrite';

/** What was written, as read back from the disk. */
export interface Written {
  readonly sha256: string;
  readonly bytes: number;
}

/** The bytes read back are not those written; the old file was left in place. */
export class ReadBackMismatch extends Error {
  constructor(path: string) {
    super(`what was read back from ${path} differs from what was written`);
    this.name = 'ReadBackMismatch';
  }
}

/**
 * Puts `content` in place of the file at `path`, or leaves the old one whole.
 *
 * A new file beside it is written in a loop, fsynced, read back and compared, then
 * renamed over the old one, and the folder fsynced. Rejects with the system's error and takes the
 * new file away again. The folder must exist.
 */
export async function atomicWrite(
  files: FilePort,
  path: string,
  content: string | Uint8Array,
): Promise<Written> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const hashing = sha256Of(bytes);
    await writeNew(files, aside, bytes);
    if (!(await files.readAll(aside)).equals(bytes)) throw new ReadBackMismatch(path);
    const sha256 = await hashing;
    await renamePatiently(files, aside, path);
    await files.syncFolder(dirname(path));
    return { sha256, bytes: bytes.length };
  } catch (error) {
    await files.remove(aside).catch(() => undefined);
    throw error;
  }
}

async function writeNew(files: FilePort, path: string, bytes: Uint8Array): Promise<void> {
  const file = await files.open(path, 'wx');
  try {
    await writeWhole(file, bytes, 0);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** On another thread, while the disk works: a long export would hold up the window's keys, which pass through here. */
async function sha256Of(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/** A virus scanner holds a new file open for a moment, and Windows then refuses to rename over it. */
const HELD_BY_A_SCANNER = new Set(['EPERM', 'EBUSY', 'EACCES']);
const PAUSES_MS = [10, 30, 100, 300];

async function renamePatiently(files: FilePort, from: string, to: string): Promise<void> {
  for (const pause of PAUSES_MS) {
    try {
      await files.rename(from, to);
      return;
    } catch (error) {
      if (process.platform !== 'win32' || !HELD_BY_A_SCANNER.has(errorCode(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await files.rename(from, to);
}
