import { dirname, join } from 'node:path';
import { atomicWrite } from '../files/atomicWrite';
import type { FilePort, OpenFile } from '../files/filePort';
import { readWhole, writeWhole } from '../files/wholeWrite';
import { isOlderCopy } from './olderCopy';

/** A journal file and the copy that is to become level with it. */
export interface FilePair {
  readonly files: FilePort;
  readonly from: string;
  /** Bytes of the journal file that are acknowledged; what stands behind them is not copied. */
  readonly bytes: number;
  readonly to: string;
  /** Where a file goes that stands in the copy's place and is none; its folder need not exist. */
  readonly aside: () => string;
}

/** The journal file was written anew while it was being copied, or is away; the next look sees what it became. */
export class JournalMoved extends Error {
  constructor(path: string) {
    super(`${path} was written anew meanwhile`);
    this.name = 'JournalMoved';
  }
}

const PIECE_BYTES = 1024 * 1024;
const LAST_BYTES = 4096;

/**
 * Makes the copy hold what the journal file holds. `equal` bytes of the copy were found to be the same
 * earlier in this run and are not read again while it has just that size.
 *
 * A copy is only ever appended to, and only behind bytes that were compared. One from before a redaction
 * is written anew beside and renamed over (RED6). Anything else is put aside, never overwritten: it may
 * hold what this journal has lost. Answers whether that happened.
 */
export async function levelFile(pair: FilePair, equal = 0): Promise<boolean> {
  const { files, from, bytes, to } = pair;
  const size = await files.size(to);
  const source = await files.open(from, 'r').catch(() => {
    throw new JournalMoved(from);
  });
  try {
    if (size !== null && size <= bytes && (await sameUpTo(size, equal, pair, source))) {
      if (size < bytes) await append(pair, source, size);
      return false;
    }
    if (size === null) return await copyAnew(pair, source, false);
    const here = await readExactly(source, from, 0, bytes);
    if (isOlderCopy(here, await files.readAll(to))) {
      await atomicWrite(files, to, here);
      return false;
    }
    return await copyAnew(pair, source, true);
  } finally {
    await source.close();
  }
}

async function copyAnew(pair: FilePair, source: OpenFile, inTheWay: boolean): Promise<boolean> {
  const { files, to, aside } = pair;
  if (inTheWay) {
    const kept = aside();
    await files.makeFolder(dirname(kept));
    await files.rename(to, kept);
    await files.syncFolder(dirname(kept));
  }
  await (await files.open(to, 'wx')).close();
  await files.syncFolder(dirname(to));
  await append(pair, source, 0);
  return inTheWay;
}

/** All of it, or its last lines when the rest was compared before. */
async function sameUpTo(
  length: number,
  equal: number,
  { files, from, to }: FilePair,
  source: OpenFile,
): Promise<boolean> {
  const copy = await files.open(to, 'r');
  try {
    for (let at = length === equal ? Math.max(0, length - LAST_BYTES) : 0; at < length; at += PIECE_BYTES) {
      const piece = Math.min(PIECE_BYTES, length - at);
      const there = await readWhole(copy, at, piece);
      if (!there.equals(await readExactly(source, from, at, piece))) return false;
    }
    return true;
  } finally {
    await copy.close();
  }
}

async function append({ files, from, bytes, to }: FilePair, source: OpenFile, start: number): Promise<void> {
  const copy = await files.open(to, 'r+');
  try {
    for (let at = start; at < bytes; at += PIECE_BYTES) {
      const piece = Math.min(PIECE_BYTES, bytes - at);
      await writeWhole(copy, await readExactly(source, from, at, piece), at);
    }
    await copy.sync();
  } finally {
    await copy.close();
  }
}

async function readExactly(file: OpenFile, path: string, at: number, length: number): Promise<Buffer> {
  const read = await readWhole(file, at, length);
  if (read.length < length) throw new JournalMoved(path);
  return read;
}

/** Where a file named `file` goes that had to make room. */
export const asidePath = (folder: string, file: string, time: string): string =>
  join(folder, 'aside', `${file}.${time}.aside`);
