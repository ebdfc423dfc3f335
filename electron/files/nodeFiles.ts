import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './storageFailure';
import type { FilePort, OpenFile } from './filePort';

/** The real file system. */
export const nodeFiles: FilePort = {
  open: async (path, flags) => opened(await open(path, flags)),
  readAll: (path) => readFile(path),
  list: async (folder) => {
    try {
      return (await readdir(folder)).sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  },
  size: async (path) => {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    }
  },
  isFolder: async (path) => {
    try {
      return (await stat(path)).isDirectory();
    } catch {
      return false;
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { recursive: true, force: true }),
  makeFolder: async (path) => {
    try {
      await mkdir(path, { recursive: true });
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? await whyNot(path, error) : error;
    }
  },
  syncFolder,
  freeBytes: async (folder) => {
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  },
};

/**
 * Where the disk is read-only, Node says of a folder with its parents that it is not there (ENOENT): it
 * looks at what it could not make. Making the uppermost missing one alone says why.
 */
async function whyNot(path: string, otherwise: unknown): Promise<unknown> {
  const parent = dirname(path);
  try {
    if (parent !== path && (await nodeFiles.size(parent)) === null) return await whyNot(parent, otherwise);
    await mkdir(path);
    return otherwise;
  } catch (error) {
    return error;
  }
}

/** Systems on which a folder cannot be opened or synced answer with one of these; that is no failure. */
const FOLDERS_CANNOT_SYNC = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP']);

async function syncFolder(path: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'r');
  } catch (error) {
    if (FOLDERS_CANNOT_SYNC.has(errorCode(error))) return;
    throw error;
  }
  try {
    await handle.sync();
  } catch (error) {
    if (!FOLDERS_CANNOT_SYNC.has(errorCode(error))) throw error;
  } finally {
    await handle.close();
  }
}

function opened(handle: FileHandle): OpenFile {
  return {
    write: async (bytes, from, length, position) =>
      (await handle.write(bytes, from, length, position)).bytesWritten,
    read: async (into, from, length, position) => (await handle.read(into, from, length, position)).bytesRead,
    sync: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    stat: async () => {
      const { size, nlink } = await handle.stat();
      return { size, links: nlink };
    },
    close: () => handle.close(),
  };
}
