import { join } from 'node:path';
import type { FilePort, OpenFile } from '../files/filePort';
import { readWhole, writeWhole } from '../files/wholeWrite';
import { decodeLine } from './lineFormat';
import type { SegmentScan } from './segmentScan';

/** What became of the bytes behind a file's last newline. */
export type TailMended =
  | { readonly kind: 'none' }
  /** A whole row that only lacked its newline: it was given one, and counts. */
  | { readonly kind: 'completed' }
  | { readonly kind: 'cut'; readonly keptAt: string };

const LONGEST_LINE_BYTES = 64 * 1024 * 1024;
const COPY_BYTES = 1024 * 1024;

/**
 * Mends an unterminated last line, the mark of a kill or a power cut in the middle of a write.
 *
 * It has to go before anything is appended: a good record behind a torn one is what makes LevelDB
 * throw whole databases away (google/leveldb#1287). The bytes are kept at `aside` first, and fsynced
 * there, since a person may still read in them what was typed.
 */
export async function mendTail(
  files: FilePort,
  folder: string,
  scan: SegmentScan,
  aside: string,
): Promise<TailMended> {
  if (scan.tailBytes === 0) return { kind: 'none' };
  const file = await files.open(join(folder, scan.name.file), 'r+');
  try {
    if (await isWholeLine(file, scan)) {
      await writeWhole(file, Buffer.from('\n'), scan.goodBytes + scan.tailBytes);
      await file.sync();
      return { kind: 'completed' };
    }
    await keep(files, file, scan, aside);
    await file.truncate(scan.goodBytes);
    await file.sync();
    return { kind: 'cut', keptAt: aside };
  } finally {
    await file.close();
  }
}

async function isWholeLine(file: OpenFile, scan: SegmentScan): Promise<boolean> {
  if (scan.tailBytes > LONGEST_LINE_BYTES) return false;
  const tail = await readWhole(file, scan.goodBytes, scan.tailBytes);
  return decodeLine(tail).kind !== 'unreadable';
}

async function keep(files: FilePort, from: OpenFile, scan: SegmentScan, aside: string): Promise<void> {
  const to = await files.open(aside, 'wx');
  try {
    for (let done = 0; done < scan.tailBytes;) {
      const length = Math.min(COPY_BYTES, scan.tailBytes - done);
      const bytes = await readWhole(from, scan.goodBytes + done, length);
      if (bytes.length === 0) break;
      await writeWhole(to, bytes, done);
      done += bytes.length;
    }
    await to.sync();
  } finally {
    await to.close();
  }
}
