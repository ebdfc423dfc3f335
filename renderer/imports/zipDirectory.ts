import { ImportRefused, type SourceFile } from './importTypes';

/** One file of an archive, as its directory claims it. */
export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header stands. */
  readonly at: number;
}

const MOST_ENTRIES = 200_000;
const MOST_DIRECTORY = 64 * 1024 * 1024;
const LARGEST_ENTRY = 1024 * 1024 * 1024;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const DEEPEST_COMMENT = 65_557;
const FULL32 = 0xffffffff;

const broken = (why: string): ImportRefused => new ImportRefused(`The zip archive ${why}.`);
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const big = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** True for bytes that start like a zip archive, also an empty one. */
export const isZip = (start: Uint8Array): boolean =>
  start[0] === 0x50 &&
  start[1] === 0x4b &&
  (start[2] === 3 || start[2] === 5) &&
  (start[3] === 4 || start[3] === 6);

/** The files an archive claims to hold; folders are left out. Bounded before anything is believed. */
export async function zipDirectory(file: SourceFile): Promise<readonly ZipEntry[]> {
  const { count, size, at } = await directoryEnd(file);
  if (count > MOST_ENTRIES || size > MOST_DIRECTORY) throw broken('names more files than an export has');
  if (at + size > file.size) throw broken('is cut off or damaged');
  const view = viewOf(await file.read(at, at + size));
  const entries: ZipEntry[] = [];
  let offset = 0;
  for (let i = 0; i < count; i += 1) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== CENTRAL)
      throw broken('has a damaged directory');
    const { entry, length } = entryAt(view, offset);
    if (!entry.path.endsWith('/')) entries.push(entry);
    offset += length;
  }
  return entries;
}

async function directoryEnd(file: SourceFile): Promise<{ count: number; size: number; at: number }> {
  const from = Math.max(0, file.size - DEEPEST_COMMENT);
  const view = viewOf(await file.read(from, file.size));
  let i = view.byteLength - 22;
  while (i >= 0 && view.getUint32(i, true) !== END) i -= 1;
  if (i < 0) throw broken('is cut off: it has no directory');
  const end = {
    count: view.getUint16(i + 10, true),
    size: view.getUint32(i + 12, true),
    at: view.getUint32(i + 16, true),
  };
  const isWide = end.count === 0xffff || end.size === FULL32 || end.at === FULL32;
  if (!isWide || i < 20 || view.getUint32(i - 20, true) !== LOCATOR64) return end;
  const wideAt = big(view, i - 12);
  if (wideAt + 56 > file.size) throw broken('has a damaged directory');
  const wide = viewOf(await file.read(wideAt, wideAt + 56));
  if (wide.getUint32(0, true) !== END64) throw broken('has a damaged directory');
  return { count: big(wide, 32), size: big(wide, 40), at: big(wide, 48) };
}

function entryAt(view: DataView, offset: number): { entry: ZipEntry; length: number } {
  const nameLength = view.getUint16(offset + 28, true);
  const extraLength = view.getUint16(offset + 30, true);
  const length = 46 + nameLength + extraLength + view.getUint16(offset + 32, true);
  if (offset + length > view.byteLength) throw broken('has a damaged directory');
  const name = new Uint8Array(view.buffer, view.byteOffset + offset + 46, nameLength);
  const plain = {
    path: new TextDecoder().decode(name),
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    packed: view.getUint32(offset + 20, true),
    size: view.getUint32(offset + 24, true),
    at: view.getUint32(offset + 42, true),
  };
  if ((view.getUint16(offset + 8, true) & 1) === 1)
    throw broken('is encrypted; unpack it with its password first');
  const entry = widened(plain, view, offset + 46 + nameLength, extraLength);
  if (entry.size > LARGEST_ENTRY) throw broken(`holds a file of more than ${LARGEST_ENTRY / 2 ** 20} MB`);
  return { entry, length };
}

/** Sizes and places beyond 4 GiB stand in an extra field, in this order, where the plain one is full. */
function widened(entry: ZipEntry, view: DataView, from: number, length: number): ZipEntry {
  let offset = from;
  while (offset + 4 <= from + length) {
    const size = view.getUint16(offset + 2, true);
    if (view.getUint16(offset, true) === 1) {
      let next = offset + 4;
      const take = (value: number): number => {
        if (value !== FULL32 || next + 8 > offset + 4 + size) return value;
        next += 8;
        return big(view, next - 8);
      };
      const unpacked = take(entry.size);
      const packed = take(entry.packed);
      return { ...entry, size: unpacked, packed, at: take(entry.at) };
    }
    offset += 4 + size;
  }
  return entry;
}
