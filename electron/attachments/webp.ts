import type { Size } from './imageKind';

/** `RIFF` of exactly this length, chunks one behind the other; every size in it fits its canvas. */
export function webpSize(bytes: Buffer): Size | null {
  const isWebp =
    bytes.length >= 20 &&
    bytes.toString('latin1', 0, 4) === 'RIFF' &&
    bytes.toString('latin1', 8, 12) === 'WEBP' &&
    bytes.readUInt32LE(4) + 8 === bytes.length;
  if (!isWebp) return null;
  let canvas: Size | null = null;
  let hasPicture = false;
  for (let at = 12; at < bytes.length;) {
    if (at + 8 > bytes.length) return null;
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    if (end > bytes.length || !/^[A-Z0-9 ]{4}$/i.test(name)) return null;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (canvas === null) canvas = canvasIn(name, data);
    if (canvas === null) return null;
    const own = pictureIn(name, data);
    if (own && (own.width > canvas.width || own.height > canvas.height)) return null;
    hasPicture ||= own !== null || name === 'ANMF';
    at = end;
  }
  return hasPicture ? canvas : null;
}

/** The first chunk says how large the whole is. */
function canvasIn(name: string, data: Buffer): Size | null {
  if (name !== 'VP8X') return pictureIn(name, data);
  if (data.length !== 10) return null;
  return { width: data.readUIntLE(4, 3) + 1, height: data.readUIntLE(7, 3) + 1 };
}

function pictureIn(name: string, data: Buffer): Size | null {
  if (name === 'VP8L' && data.length >= 5 && data[0] === 0x2f) {
    const bits = data.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (name === 'VP8 ' && data.length >= 10 && data.readUIntBE(3, 3) === 0x9d012a) {
    return { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  }
  return null;
}
