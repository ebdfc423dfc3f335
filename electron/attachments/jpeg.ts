import type { Size } from './imageKind';

const MARK = 0xff;
const START = 0xd8;
const END = 0xd9;
const SCAN = 0xda;
/** Frame headers are 0xc0 to 0xcf, but for these: tables, a reserved one, arithmetic conditioning. */
const NO_FRAME: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc]);

interface Walked {
  readonly size: Size;
  readonly end: number;
}

/**
 * Segments, a frame header, a scan, and the end mark as the last bytes. Phones put a second, smaller
 * JPEG right behind the first; then that one is walked too.
 */
export function jpegSize(bytes: Buffer): Size | null {
  const first = walk(bytes, 0);
  let last = first;
  while (last && last.end < bytes.length) last = walk(bytes, last.end);
  return first && last ? first.size : null;
}

function walk(bytes: Buffer, from: number): Walked | null {
  if (bytes[from] !== MARK || bytes[from + 1] !== START) return null;
  let size: Size | null = null;
  let hasScan = false;
  for (let at = from + 2; at + 1 < bytes.length;) {
    if (bytes[at] !== MARK) return null;
    const kind = bytes[at + 1] ?? 0;
    if (kind === MARK) {
      at += 1;
      continue;
    }
    if (kind === END) return size && hasScan ? { size, end: at + 2 } : null;
    if (kind < 0xc0 || (kind >= 0xd0 && kind <= 0xd8) || at + 4 > bytes.length) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    if (kind <= 0xcf && !NO_FRAME.has(kind)) {
      if (end < at + 9 || size !== null) return null;
      size = { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    }
    if (kind === SCAN) hasScan = true;
    at = kind === SCAN ? behindScan(bytes, end) : end;
  }
  return null;
}

/** Picture data runs to the next mark that is neither an escaped 0xff nor a restart. */
function behindScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(MARK, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? END;
    const isData = next === 0 || (next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
    at = bytes.indexOf(MARK, at + 2);
  }
  return bytes.length;
}
