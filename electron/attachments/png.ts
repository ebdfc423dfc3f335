import { crc32 } from 'node:zlib';
import type { Size } from './imageKind';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const NAME = /^[A-Za-z]{4}$/;

/** Chunks with right checksums, `IHDR` first, picture data, and `IEND` as the last bytes of the file. */
export function pngSize(bytes: Buffer): Size | null {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) return null;
  let size: Size | null = null;
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || !NAME.test(name)) return null;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    if (size === null) {
      if (name !== 'IHDR' || length !== 13) return null;
      size = { width: bytes.readUInt32BE(at + 8), height: bytes.readUInt32BE(at + 12) };
    }
    if (name === 'IDAT') hasData = true;
    if (name === 'IEND') return hasData && length === 0 && end === bytes.length ? size : null;
    at = end;
  }
  return null;
}
