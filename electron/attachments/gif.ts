import type { Size } from './imageKind';

const EXTENSION = 0x21;
const PICTURE = 0x2c;
const TRAILER = 0x3b;

/** Header, blocks one behind the other, at least one picture, and the trailer as the last byte. */
export function gifSize(bytes: Buffer): Size | null {
  if (bytes.length < 14 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  const size = { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  let at = 13 + colours(bytes[10] ?? 0);
  let hasPicture = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === TRAILER) return hasPicture && at === bytes.length - 1 ? size : null;
    if (kind === PICTURE) {
      if (!fits(bytes, at, size)) return null;
      hasPicture = true;
      // Its place and size, its own colours, and the code size of what follows.
      at = behindBlocks(bytes, at + 11 + colours(bytes[at + 9] ?? 0));
    } else if (kind === EXTENSION) at = behindBlocks(bytes, at + 2);
    else return null;
  }
  return null;
}

/** Bytes of a colour table, if the flags say that there is one. */
const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

/** A picture larger than the screen of the header would make decoders grow past what was checked. */
function fits(bytes: Buffer, at: number, { width, height }: Size): boolean {
  if (at + 10 > bytes.length) return false;
  const [left, top, wide, high] = [1, 3, 5, 7].map((by) => bytes.readUInt16LE(at + by));
  return (left ?? 0) + (wide ?? 0) <= width && (top ?? 0) + (high ?? 0) <= height;
}

function behindBlocks(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}
