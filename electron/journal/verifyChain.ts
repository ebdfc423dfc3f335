import { join } from 'node:path';
import type { JournalVerification } from '../contract';
import type { FilePort } from '../files/filePort';
import { ChainCheck } from './chainCheck';
import type { SegmentName } from './segmentName';
import { visitLines } from './visitLines';

/**
 * Walks the whole chain of one incident, file after file: nothing was changed, taken out or put in
 * but what it names as redacted, or it says where it breaks first (RED7).
 *
 * What it can't see: rows cut off at the end, and a chain computed anew from some line on. Whoever
 * kept an earlier answer's `link` sees both. Rejects with the system's error.
 */
export async function verifyChain(
  files: FilePort,
  folder: string,
  names: readonly SegmentName[],
): Promise<JournalVerification> {
  const [first] = names;
  if (!first) return { rows: 0, redacted: [], brokenAt: null, link: '' };
  const check = new ChainCheck(first);
  if (first.segment !== 1) check.missesFiles();
  for (const name of names) {
    if (check.brokenAt) break;
    check.enter(name);
    await walk(files, join(folder, name.file), check);
  }
  const { stamps, redacted, brokenAt, link } = check;
  return { rows: stamps.size, redacted: [...new Set(redacted)], brokenAt, link };
}

async function walk(files: FilePort, path: string, check: ChainCheck): Promise<void> {
  const file = await files.open(path, 'r');
  const turn = (): Promise<boolean> => new Promise((resolve) => setImmediate(() => resolve(!check.brokenAt)));
  try {
    const { tailBytes } = await visitLines(file, (line) => check.take(line), turn);
    check.takeTail(tailBytes);
  } finally {
    await file.close();
  }
}
