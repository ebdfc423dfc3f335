import { crc32c, unmasked } from './crc32c';
import type { KeptValue, ReadFile } from './levelLog';
import { unsnappy, varint } from './snappy';

const FOOTER = 48;
const MAGIC = 0xdb4775248b80fb57n;
/** Behind each block: how it is packed, and its checksum. */
const TRAILER = 5;
const SNAPPY = 1;
/** Behind each key: its sequence number and what was done. */
const KEY_TAIL = 8;
const PUT = 1n;

interface Handle {
  readonly offset: number;
  readonly size: number;
}

interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

/** Reads every block of a LevelDB table whose checksum fits. */
export function readTable(file: Buffer): ReadFile {
  const index = indexOf(file);
  if (index === null) return { values: [], damaged: 1 };
  const values: KeptValue[] = [];
  let damaged = 0;
  for (const { value } of index) {
    const entries = entriesOf(file, handleAt(value, 0)?.handle);
    if (entries === null) damaged += 1;
    else values.push(...entries.flatMap(valueOf));
  }
  return { values, damaged };
}

function indexOf(file: Buffer): readonly Entry[] | null {
  if (file.length < FOOTER || file.readBigUInt64LE(file.length - 8) !== MAGIC) return null;
  const footer = file.subarray(file.length - FOOTER);
  const meta = handleAt(footer, 0);
  const index = meta && handleAt(footer, meta.next);
  return entriesOf(file, index?.handle);
}

function handleAt(bytes: Buffer, at: number): { readonly handle: Handle; readonly next: number } | null {
  try {
    const offset = varint(bytes, at);
    const size = varint(bytes, offset.next);
    return { handle: { offset: offset.value, size: size.value }, next: size.next };
  } catch {
    return null;
  }
}

function entriesOf(file: Buffer, handle: Handle | undefined): readonly Entry[] | null {
  try {
    const block = handle && blockAt(file, handle);
    return block ? unfold(block) : null;
  } catch {
    return null;
  }
}

function blockAt(file: Buffer, { offset, size }: Handle): Buffer | null {
  const summed = file.subarray(offset, offset + size + 1);
  if (offset + size + TRAILER > file.length) return null;
  if (crc32c(summed) !== unmasked(file.readUInt32LE(offset + size + 1))) return null;
  const content = summed.subarray(0, size);
  return file.readUInt8(offset + size) === SNAPPY ? unsnappy(content) : content;
}

/** Each key stands as what differs from the key before it. */
function unfold(block: Buffer): readonly Entry[] {
  const restarts = block.readUInt32LE(block.length - 4);
  const end = block.length - 4 - restarts * 4;
  const entries: Entry[] = [];
  let key = Buffer.alloc(0);
  for (let at = 0; at < end;) {
    const shared = varint(block, at);
    const own = varint(block, shared.next);
    const length = varint(block, own.next);
    const value = length.next + own.value;
    key = Buffer.concat([key.subarray(0, shared.value), block.subarray(length.next, value)]);
    at = value + length.value;
    if (at > end) throw new RangeError('beyond the end');
    entries.push({ key, value: block.subarray(value, at) });
  }
  return entries;
}

function valueOf({ key, value }: Entry): readonly KeptValue[] {
  if (key.length < KEY_TAIL) return [];
  const tail = key.readBigUInt64LE(key.length - KEY_TAIL);
  return (tail & 0xffn) === PUT ? [{ bytes: value, sequence: Number(tail >> 8n) }] : [];
}
