import { join } from 'node:path';
import type { FilePort } from '../files/filePort';
import { ChainCheck } from './chainCheck';
import type { SegmentName } from './segmentName';
import { visitLines } from './visitLines';

const SLICE_BYTES = 64 * 1024;

/**
 * Checks every line's checksum, the digest of every text that was not redacted, and the hash chain
 * within one file. Answers the first thing wrong in words, or null. Files of a journal are given in
 * their order, with one `check` for all of them: then it is the chain from file to file, too.
 *
 * Reads 64 KiB at a time and awaits `pause` between, so that it never holds up an append for more
 * than a few milliseconds; `pause` answering false ends it.
 */
export async function verifySegment(
  files: FilePort,
  folder: string,
  name: SegmentName,
  pause: () => Promise<boolean>,
  check = new ChainCheck(name),
): Promise<string | null> {
  const file = await files.open(join(folder, name.file), 'r');
  const goOn = async (): Promise<boolean> => check.brokenAt === null && (await pause());
  try {
    check.enter(name);
    await visitLines(file, (line) => check.take(line), goOn, SLICE_BYTES);
    return check.brokenAt && `line ${check.brokenAt.line}: ${check.brokenAt.why}`;
  } finally {
    await file.close();
  }
}
