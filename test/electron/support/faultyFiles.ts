import type { FilePort, OpenFile } from '../../../electron/files/filePort';
import { nodeFiles } from '../../../electron/files/nodeFiles';

/** A system error as Node makes it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected by a test`), { code });
}

/** Which calls go wrong; each is asked before the real call and may throw. */
export interface Faults {
  /** Bytes the system takes of this write; throw for an error. */
  write?: (path: string, length: number) => number;
  sync?: (path: string) => void | Promise<void>;
  truncate?: (path: string) => void;
  open?: (path: string, flags: string) => void;
  rename?: (from: string, to: string) => void;
  remove?: (path: string) => void;
  readAll?: (path: string, bytes: Buffer) => Buffer;
  freeBytes?: () => number;
}

/** The real file system with faults no real disk makes on request. `faults` may be changed at any time. */
export function faultyFiles(faults: Faults): FilePort {
  return {
    ...nodeFiles,
    open: async (path, flags) => {
      faults.open?.(path, flags);
      return faultyFile(await nodeFiles.open(path, flags), path, faults);
    },
    rename: async (from, to) => {
      faults.rename?.(from, to);
      await nodeFiles.rename(from, to);
    },
    remove: async (path) => {
      faults.remove?.(path);
      await nodeFiles.remove(path);
    },
    readAll: async (path) => {
      const bytes = await nodeFiles.readAll(path);
      return faults.readAll?.(path, bytes) ?? bytes;
    },
    freeBytes: async (folder) => faults.freeBytes?.() ?? nodeFiles.freeBytes(folder),
  };
}

function faultyFile(file: OpenFile, path: string, faults: Faults): OpenFile {
  return {
    ...file,
    write: async (bytes, from, length, position) => {
      const taken = faults.write?.(path, length) ?? length;
      return file.write(bytes, from, Math.min(taken, length), position);
    },
    sync: async () => {
      await faults.sync?.(path);
      await file.sync();
    },
    truncate: async (length) => {
      faults.truncate?.(path);
      await file.truncate(length);
    },
  };
}
