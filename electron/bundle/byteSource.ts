import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { LIMITS, size } from './limits';
import { BundleRefused, damaged } from './refused';

/** Bytes to be read at random: a file, or memory. */
export interface ByteSource {
  readonly size: number;
  /** Exactly `length` bytes from `position`; refuses when they are not all there. */
  readonly read: (position: number, length: number) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

export function bufferSource(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    read: async (position, length) => {
      checkRange(position, length, bytes.length);
      return bytes.subarray(position, position + length);
    },
    close: async () => undefined,
  };
}

/**
 * Opens a regular file. Not blocking, since opening a named pipe would wait for its writer for ever,
 * and judged by what was opened, since a name may mean another file a moment later.
 */
export async function fileSource(path: string): Promise<ByteSource> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) throw new BundleRefused('not-a-file', 'It is not a file.');
    if (facts.size > LIMITS.file) {
      throw new BundleRefused('too-large', `It is larger than ${size(LIMITS.file)}.`);
    }
    return {
      size: facts.size,
      read: async (position, length) => {
        checkRange(position, length, facts.size);
        return readFrom(handle, position, length);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Positions come out of the archive: a forged one would make the system's read throw. */
function checkRange(position: number, length: number, end: number): void {
  if (position < 0 || length < 0 || position + length > end) throw damaged('it ends too early');
}

async function readFrom(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const into = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(into, done, length - done, position + done);
    if (bytesRead === 0) throw damaged('it ends too early');
    done += bytesRead;
  }
  return into;
}
