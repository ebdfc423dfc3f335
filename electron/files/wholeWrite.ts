import type { OpenFile } from './filePort';

/**
 * Writes all of `bytes` from `position` on, however small the pieces the system takes.
 *
 * A nearly full disk takes part of a buffer and reports no error; write-file-atomic 7.0.1 ignores
 * that and put truncated JSON in place of a good file.
 */
export async function writeWhole(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const written = await file.write(bytes, done, bytes.length - done, position + done);
    if (written <= 0) throw new StuckWrite(done, bytes.length);
    done += written;
  }
}

/** The system keeps taking no bytes without naming an error. */
export class StuckWrite extends Error {
  constructor(done: number, wanted: number) {
    super(`only ${done} of ${wanted} bytes were taken`);
    this.name = 'StuckWrite';
  }
}

/** Reads `length` bytes from `position`; fewer only at the end of the file. */
export async function readWhole(file: OpenFile, position: number, length: number): Promise<Buffer> {
  const into = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const got = await file.read(into, done, length - done, position + done);
    if (got <= 0) break;
    done += got;
  }
  return into.subarray(0, done);
}
