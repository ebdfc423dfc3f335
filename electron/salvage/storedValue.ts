import { deserialize } from 'node:v8';
import * as v from 'valibot';
import type { StoredRow } from '../contract';
import { rowShape } from '../guards';
import { unsnappy, varint } from './snappy';

/** Chromium's envelope of a value, and V8's own behind it. */
const ENVELOPE = 0xff;
/** Stands in place of the envelope's version: the value is packed, or in a file of its own. */
const WRAPPED = 0x11;
const PACKED = 0x02;
/** Since version 21: where what comes behind the value begins, in 12 bytes. */
const TRAILER = 0xfe;
const TRAILER_BYTES = 13;

/**
 * The row in a value of Chromium's IndexedDB, given as LevelDB has it; undefined when it is none.
 * What is in a blob file has no version in front.
 */
export function rowInValue(bytes: Buffer): StoredRow | undefined {
  try {
    return rowInEnvelope(bytes.subarray(varint(bytes, 0).next));
  } catch {
    return undefined;
  }
}

/** The row in the content of a blob file. */
export function rowInEnvelope(bytes: Buffer): StoredRow | undefined {
  try {
    const value: unknown = deserialize(unwrapped(bytes));
    return v.is(rowShape, value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function unwrapped(bytes: Buffer): Buffer {
  if (bytes[0] !== ENVELOPE) return bytes;
  if (bytes[1] === WRAPPED && bytes[2] === PACKED) return unwrapped(unsnappy(bytes.subarray(3)));
  const { next } = varint(bytes, 1);
  const from = bytes[next] === TRAILER ? next + TRAILER_BYTES : next;
  // Some versions write the value without an envelope of Chromium's.
  return bytes[from] === ENVELOPE ? bytes.subarray(from) : bytes;
}
