import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FilePort } from '../files/filePort';
import { errorCode } from '../files/storageFailure';
import { writeWhole } from '../files/wholeWrite';
import { decodeLine } from './lineFormat';
import type { SegmentName } from './segmentName';
import { visitLines } from './visitLines';

/** The damaged lines of a file, by line number. */
export interface KeptLines {
  readonly found: number;
  /** Those kept aside now. */
  readonly fresh: readonly number[];
  /** Those that stood aside already. */
  readonly before: readonly number[];
}

/**
 * Copies each line that nothing can be made of to a file of its own, named after what is in it. The line
 * stays where it is too; the file says that it has been told of, and lets a person look at it.
 */
export async function keepDamagedLines(
  files: FilePort,
  folder: string,
  name: SegmentName,
  aside: string,
): Promise<KeptLines> {
  const lines = await damagedLines(files, join(folder, name.file));
  const fresh: number[] = [];
  const before: number[] = [];
  for (const [line, bytes] of lines) {
    const crc = crc32(bytes).toString(16).padStart(8, '0');
    const path = join(aside, `${name.file}.line-${line}.${crc}.damaged`);
    ((await keep(files, path, bytes)) ? fresh : before).push(line);
  }
  if (fresh.length > 0) await files.syncFolder(aside);
  return { found: lines.size, fresh, before };
}

async function damagedLines(files: FilePort, path: string): Promise<ReadonlyMap<number, Buffer>> {
  const lines = new Map<number, Buffer>();
  const file = await files.open(path, 'r');
  let number = 0;
  try {
    await visitLines(file, (bytes) => {
      number += 1;
      if (decodeLine(bytes).kind === 'unreadable') lines.set(number, Buffer.from(bytes));
    });
    return lines;
  } finally {
    await file.close();
  }
}

/** False when it is there already. */
async function keep(files: FilePort, path: string, bytes: Buffer): Promise<boolean> {
  try {
    const file = await files.open(path, 'wx');
    try {
      await writeWhole(file, bytes, 0);
      await file.sync();
      return true;
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
