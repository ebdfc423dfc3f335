/** How the bytes of a text file are to be read. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes looked at to tell an encoding. */
export const SAMPLE_BYTES = 64 * 1024;

/** Told by its mark, by the zeros between its letters, or else by whether it is UTF-8 (formats.md §6). */
export function encodingOf(start: Uint8Array): Encoding {
  const [a = -1, b = -1, c = -1] = start;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const zeros = [0, 0];
  for (const [i, byte] of start.subarray(0, 4096).entries())
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const half = Math.min(start.length, 4096) / 2;
  if ((zeros[1] ?? 0) > half * 0.4 && (zeros[0] ?? 0) < half * 0.1) return 'utf-16le';
  if ((zeros[0] ?? 0) > half * 0.4 && (zeros[1] ?? 0) < half * 0.1) return 'utf-16be';
  return isUtf8(start) ? 'utf-8' : 'windows-1252';
}

/** True for what is neither text nor a zip archive: zeros, or many characters that no text has. */
export function isBinary(start: Uint8Array, encoding: Encoding): boolean {
  if (encoding !== 'utf-8' && encoding !== 'windows-1252') return false;
  let odd = 0;
  for (const byte of start) if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) odd += 1;
  return odd > Math.max(8, start.length / 50);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // The sample may end within a character.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A decoder that takes pieces; a mark at the start is left out. */
export const decoderFor = (encoding: Encoding): TextDecoder => new TextDecoder(encoding);
