import type { ByteSource } from './byteSource';
import { LIMITS } from './limits';
import { BundleRefused, damaged } from './refused';

/** One entry as the archive's directory describes it; nothing of it is to be believed yet. */
export interface ZipEntry {
  /** The name's bytes, one character each. */
  readonly name: string;
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Unix mode in the upper half, DOS attributes in the lower. */
  readonly attributes: number;
  /** Where its local header starts. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory starts and so the last entry must have ended. */
  readonly start: number;
}

const END = { signature: 0x06054b50, size: 22 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const LOCAL_SIGNATURE = 0x04034b50;
/** Stands where the true number is said to be in a zip64 record. */
const IN_ZIP64 = 0xffffffff;

/**
 * Reads the directory of a zip archive (APPNOTE 6.3.10, 4.3), as strictly as a format of our own
 * allows: one disk, no comment, nothing behind the end, no zip64, the directory right before its end
 * record. Two programs can then not see two different archives in one file.
 */
export async function readDirectory(source: ByteSource): Promise<ZipDirectory> {
  const { start, length, count } = await readEnd(source);
  const bytes = await source.read(start, length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < count) {
    if (at + CENTRAL.size > length) throw damaged('its list of files is cut off');
    const next = at + CENTRAL.size + variableLength(bytes, at);
    if (next > length || bytes.readUInt32LE(at) !== CENTRAL.signature) {
      throw damaged('its list of files makes no sense');
    }
    entries.push(entryAt(bytes, at));
    at = next;
  }
  if (at !== length) throw damaged('its list of files is longer than it says');
  return { entries, start };
}

async function readEnd(source: ByteSource): Promise<{ start: number; length: number; count: number }> {
  const isZip = source.size >= 4 && (await source.read(0, 4)).readUInt32LE(0) === LOCAL_SIGNATURE;
  if (!isZip) throw new BundleRefused('not-a-zip', 'It is not an incident bundle.');
  const at = source.size - END.size;
  const end = await source.read(at, END.size);
  if (end.readUInt32LE(0) !== END.signature || end.readUInt16LE(20) !== 0) {
    throw damaged('its end is missing, or something stands behind it');
  }
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const start = end.readUInt32LE(16);
  if (count === 0xffff || length === IN_ZIP64 || start === IN_ZIP64) throw zip64();
  if (end.readUInt32LE(4) !== 0 || end.readUInt16LE(8) !== count) throw damaged('a part of it is missing');
  if (count > LIMITS.entries) {
    throw new BundleRefused('too-many-entries', `It has more than ${LIMITS.entries} files in it.`);
  }
  if (length > LIMITS.directory) throw new BundleRefused('too-large', 'Its list of files is too long.');
  if (start + length !== at) throw damaged('its list of files is not where it should be');
  return { start, length, count };
}

function entryAt(bytes: Buffer, at: number): ZipEntry {
  const entry = {
    name: bytes.toString('latin1', at + CENTRAL.size, at + CENTRAL.size + bytes.readUInt16LE(at + 28)),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    attributes: bytes.readUInt32LE(at + 38),
    offset: bytes.readUInt32LE(at + 42),
  };
  const { packedSize, size, offset } = entry;
  if (packedSize === IN_ZIP64 || size === IN_ZIP64 || offset === IN_ZIP64) throw zip64();
  if (bytes.readUInt16LE(at + 34) !== 0) throw damaged('a part of it is missing');
  return entry;
}

/** Bytes of name, extra fields and comment. */
function variableLength(bytes: Buffer, at: number): number {
  return bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
}

function zip64(): BundleRefused {
  return new BundleRefused('zip64', 'It says that it holds more than 4 GB, which no bundle does.');
}
