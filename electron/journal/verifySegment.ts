import { join } from 'node:path';
import type { FilePort } from '../files/filePort';
import { ChainCheck } from './chainCheck';
import type { SegmentName } from './segmentName';
import { visitLines } from './visitLines';

const SLICE_BYTES = 64 * 1024;

/**
 * Checks every line's checksum, the digest of every text that was not redacted, and the hash chain
 * within one file. Answers the first thing wrong in words, or null.
 *
 * Reads 64 KiB at a time and awaits `pause` between, so that it never holds up an append for more
 * than a few milliseconds; `pause` answering false ends it.
 */
export async function verifySegment(
  files: FilePort,
  folder: string,
  name: SegmentName,
  pause: () => Promise<boolean>,
): Promise<string | null> {
  const file = await files.open(join(folder, name.file), 'r');
  const check = new ChainCheck(name);
  const goOn = async (): Promise<boolean> => check.brokenAt === null && (await pause());
  try {
    await visitLines(file, (line) => check.take(line), goOn, SLICE_BYTES);
    return check.brokenAt && `line ${check.brokenAt.line}: ${check.brokenAt.why}`;
  } finally {
    await file.close();
  }
}
