/** The bytes are not what Snappy makes. */
export class NotSnappy extends Error {
  constructor() {
    super('not Snappy data');
    this.name = 'NotSnappy';
  }
}

/** No value of ours is larger; a damaged length must not take all memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Unpacks one Snappy block (google/snappy, format_description.txt). Throws `NotSnappy`. */
export function unsnappy(packed: Buffer): Buffer {
  const { value: size, next } = varint(packed, 0);
  if (size > MOST_BYTES) throw new NotSnappy();
  const out = Buffer.alloc(size);
  let from = next;
  let to = 0;
  while (from < packed.length) {
    const piece = pieceAt(packed, from);
    if (to + piece.length > size) throw new NotSnappy();
    if (piece.kind === 'literal') {
      if (piece.from + piece.length > packed.length) throw new NotSnappy();
      packed.copy(out, to, piece.from, piece.from + piece.length);
    } else {
      repeat(out, to, piece.back, piece.length);
    }
    to += piece.length;
    from = piece.next;
  }
  if (to !== size) throw new NotSnappy();
  return out;
}

/** A number in LEB128, of at most 7 bytes: more than a length ever needs. */
export function varint(bytes: Buffer, from: number): { readonly value: number; readonly next: number } {
  let value = 0;
  let scale = 1;
  for (let at = from; at < bytes.length && at < from + 7; at += 1) {
    const byte = bytes[at] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, next: at + 1 };
    scale *= 128;
  }
  throw new NotSnappy();
}

type Piece =
  | { readonly kind: 'literal'; readonly from: number; readonly length: number; readonly next: number }
  | { readonly kind: 'copy'; readonly back: number; readonly length: number; readonly next: number };

const LITERAL = 0;
const LONGEST_SHORT_LITERAL = 60;

function pieceAt(bytes: Buffer, at: number): Piece {
  const tag = bytes[at] ?? 0;
  const kind = tag & 3;
  if (kind === LITERAL) return literalAt(bytes, at, tag >> 2);
  const width = kind === 1 ? 1 : kind === 2 ? 2 : 4;
  const next = at + 1 + width;
  if (next > bytes.length) throw new NotSnappy();
  const low = bytes.readUIntLE(at + 1, width);
  if (kind === 1) return { kind: 'copy', back: ((tag >> 5) << 8) | low, length: ((tag >> 2) & 7) + 4, next };
  return { kind: 'copy', back: low, length: (tag >> 2) + 1, next };
}

function literalAt(bytes: Buffer, at: number, short: number): Piece {
  const width = short < LONGEST_SHORT_LITERAL ? 0 : short - LONGEST_SHORT_LITERAL + 1;
  const from = at + 1 + width;
  if (from > bytes.length) throw new NotSnappy();
  const length = (width === 0 ? short : bytes.readUIntLE(at + 1, width)) + 1;
  return { kind: 'literal', from, length, next: from + length };
}

/** Byte by byte: what is copied may reach into what the copy itself writes. */
function repeat(out: Buffer, to: number, back: number, length: number): void {
  if (back === 0 || back > to) throw new NotSnappy();
  for (let n = 0; n < length; n += 1) out[to + n] = out[to + n - back] ?? 0;
}
