import { crc32c, unmasked } from './crc32c';
import { varint } from './snappy';

/** A value as some file of the store has it. Of two of the same row the later `sequence` is the newer. */
export interface KeptValue {
  readonly bytes: Buffer;
  readonly sequence: number;
}

/** What a file gave, and how many of its parts could not be read. */
export interface ReadFile {
  readonly values: readonly KeptValue[];
  readonly damaged: number;
}

const BLOCK = 32_768;
const HEADER = 7;
const FULL = 1;
const FIRST = 2;
const LAST = 4;
const BATCH_HEADER = 12;
const PUT = 1;

/**
 * Reads every record of a LevelDB log whose checksum fits. LevelDB gives up at the first that does not;
 * here the next one is tried, in the next block at the latest, since each block begins with a record.
 */
export function readLog(file: Buffer): ReadFile {
  const values: KeptValue[] = [];
  let damaged = 0;
  let parts: Buffer[] | null = null;
  for (let block = 0; block < file.length; block += BLOCK) {
    const end = Math.min(block + BLOCK, file.length);
    for (let at = block; at + HEADER <= end;) {
      const length = file.readUInt16LE(at + 4);
      const type = file.readUInt8(at + 6);
      if (type === 0 && length === 0) break;
      const data = recordAt(file, at, length, end);
      if (data === null) {
        damaged += 1;
        parts = null;
        at += HEADER + length;
        continue;
      }
      at += HEADER + length;
      if (type === FULL || type === FIRST) parts = [];
      parts?.push(data);
      if ((type !== FULL && type !== LAST) || parts === null) continue;
      if (!collect(Buffer.concat(parts), values)) damaged += 1;
      parts = null;
    }
  }
  return { values, damaged };
}

function recordAt(file: Buffer, at: number, length: number, end: number): Buffer | null {
  if (at + HEADER + length > end) return null;
  const summed = file.subarray(at + 6, at + HEADER + length);
  return crc32c(summed) === unmasked(file.readUInt32LE(at)) ? summed.subarray(1) : null;
}

/** Takes the values that a batch of writes puts; false when it is not a batch to its end. */
function collect(batch: Buffer, values: KeptValue[]): boolean {
  try {
    const sequence = Number(batch.readBigUInt64LE(0));
    const count = batch.readUInt32LE(8);
    let at = BATCH_HEADER;
    for (let n = 0; n < count; n += 1) {
      const isPut = batch.readUInt8(at) === PUT;
      const key = textAt(batch, at + 1);
      at = key.next;
      if (!isPut) continue;
      const value = textAt(batch, at);
      at = value.next;
      values.push({ bytes: value.bytes, sequence: sequence + n });
    }
    return true;
  } catch {
    return false;
  }
}

function textAt(bytes: Buffer, at: number): { readonly bytes: Buffer; readonly next: number } {
  const { value: length, next } = varint(bytes, at);
  if (next + length > bytes.length) throw new RangeError('beyond the end');
  return { bytes: bytes.subarray(next, next + length), next: next + length };
}
