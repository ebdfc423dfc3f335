import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { ByteSource } from './byteSource';
import { shown } from './entryRules';
import { BundleRefused, damaged } from './refused';
import type { ZipDirectory, ZipEntry } from './zipDirectory';

const LOCAL = { signature: 0x04034b50, size: 30 };
const SIZES_FOLLOW = 0x8;
const SLICE = 256 * 1024;

/** Where the packed bytes of an entry start and end. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Looks at every local header: it must say the same as the directory, and no two entries may share
 * bytes (a bomb of 10 MB can hold petabytes that way). In the order of the directory.
 */
export async function extentsOf(source: ByteSource, directory: ZipDirectory): Promise<readonly Extent[]> {
  const extents: Extent[] = [];
  for (const entry of directory.entries) extents.push(await extentOf(source, entry));
  const spans = directory.entries
    .map((entry, i) => ({ from: entry.offset, to: extents[i]?.to ?? 0 }))
    .toSorted((a, b) => a.from - b.from);
  for (const [i, { to }] of spans.entries()) {
    if (to > (spans[i + 1]?.from ?? directory.start)) {
      throw new BundleRefused('overlap', 'Two files in it share the same bytes.');
    }
  }
  return extents;
}

async function extentOf(source: ByteSource, entry: ZipEntry): Promise<Extent> {
  const header = await source.read(entry.offset, LOCAL.size);
  const nameLength = header.readUInt16LE(26);
  const name = (await source.read(entry.offset + LOCAL.size, nameLength)).toString('latin1');
  const sizesMatch =
    (entry.flags & SIZES_FOLLOW) !== 0 ||
    (header.readUInt32LE(14) === entry.crc &&
      header.readUInt32LE(18) === entry.packedSize &&
      header.readUInt32LE(22) === entry.size);
  const same =
    header.readUInt32LE(0) === LOCAL.signature &&
    header.readUInt16LE(6) === entry.flags &&
    header.readUInt16LE(8) === entry.method &&
    name === entry.name &&
    sizesMatch;
  if (!same) throw damaged(`${shown(entry.name)} is listed as something else than it is`);
  const from = entry.offset + LOCAL.size + nameLength + header.readUInt16LE(28);
  return { from, to: from + entry.packedSize };
}

/**
 * The unpacked bytes of an entry, piece by piece. Stops at the first byte more than the directory
 * said, and refuses at the end unless length and checksum are as it said.
 */
export async function* contentOf(
  source: ByteSource,
  entry: ZipEntry,
  extent: Extent,
): AsyncGenerator<Buffer, void> {
  let length = 0;
  let crc = 0;
  for await (const chunk of unpacked(source, entry, extent)) {
    length += chunk.length;
    if (length > entry.size) throw damaged(`${shown(entry.name)} is longer than it says`);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (length !== entry.size) throw damaged(`${shown(entry.name)} is shorter than it says`);
  if (crc !== entry.crc) {
    throw new BundleRefused('checksum', `It is damaged: ${shown(entry.name)} does not match its checksum.`);
  }
}

async function* unpacked(
  source: ByteSource,
  { name, method, packedSize }: ZipEntry,
  extent: Extent,
): AsyncGenerator<Buffer, void> {
  if (method === 0) {
    yield* slicesOf(source, extent);
    return;
  }
  const inflate = createInflateRaw();
  // What goes wrong on this side ends the other too, and is thrown there.
  const fed = pipeline(Readable.from(slicesOf(source, extent)), inflate).catch(() => undefined);
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) yield chunk;
  } catch (error) {
    if (error instanceof BundleRefused) throw error;
    throw damaged(`${shown(name)} cannot be unpacked`);
  } finally {
    inflate.destroy();
    await fed;
  }
  if (inflate.bytesWritten !== packedSize) throw damaged(`${shown(name)} has something behind its end`);
}

async function* slicesOf(source: ByteSource, { from, to }: Extent): AsyncGenerator<Buffer, void> {
  for (let at = from; at < to; at += SLICE) yield await source.read(at, Math.min(SLICE, to - at));
}
