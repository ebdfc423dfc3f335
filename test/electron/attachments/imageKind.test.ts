import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageKind } from '../../../electron/attachments/imageKind';
import { claimingPng, gif, HTML, jpeg, png, pngChunk, pngHeader, SVG, webp } from '../../support/images';

const REAL: readonly (readonly [string, Buffer, number, number])[] = [
  ['png', png(4, 3), 4, 3],
  ['jpeg', jpeg(), 1, 1],
  ['gif', gif(), 1, 1],
  ['webp', webp(), 1, 1],
];

const EVIL = ['<', SVG, HTML, '\n/*', '*/=1;alert(1)', '%PDF-1.7', 'PK\u0003\u0004', '\u0000'];

describe('what is an image (ATT)', () => {
  it.each(REAL)('[ATT2] is told by its bytes: %s', (type, bytes, width, height) => {
    expect(imageKind(bytes)).toEqual({ type, width, height });
  });

  it('[ATT2] is nothing that was made at random', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4_000 }), (bytes) => {
        expect(imageKind(Buffer.from(bytes))).toBe('no-image');
      }),
      { numRuns: 3_000 },
    );
  });

  it('[ATT2] is not made by putting the first bytes of one before anything', () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 2_000 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom(...EVIL).map((text) => Buffer.from(text)),
    );
    const start = fc
      .constantFrom(...REAL)
      .chain(([, bytes]) =>
        fc
          .integer({ min: 1, max: 40 })
          .map((length) => bytes.subarray(0, Math.min(length, bytes.length / 2))),
      );
    fc.assert(
      fc.property(start, anything, (head, tail) => {
        expect(imageKind(Buffer.concat([head, tail]))).toBe('no-image');
      }),
      { numRuns: 3_000 },
    );
  });

  describe.each(REAL)('a %s', (type, bytes) => {
    it.each(EVIL)('[ATT2] is none with something before or behind it: %j', (text) => {
      for (const evil of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
        expect(imageKind(Buffer.concat([bytes, evil]))).toBe('no-image');
        expect(imageKind(Buffer.concat([evil, bytes]))).toBe('no-image');
      }
    });

    it('[ATT2] is none when it ends too early', () => {
      for (let length = 0; length < bytes.length; length += 1) {
        expect(imageKind(bytes.subarray(0, length))).toBe('no-image');
      }
    });

    it('never ends the program, whichever bytes are changed', () => {
      const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
      fc.assert(
        fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
          const other = Buffer.from(bytes);
          for (const { at, to } of changes) other[at] = to;
          const kind = imageKind(other);
          expect(typeof kind === 'string' || kind.type === type).toBe(true);
        }),
        { numRuns: 1_000 },
      );
    });
  });

  it.each([HTML, SVG, `<?xml version="1.0"?>${SVG}`, '%PDF-1.7', 'GIF89a=1;alert(1)', 'RIFF', ''])(
    '[ATT2] is never a text: %j',
    (text) => expect(imageKind(Buffer.from(text))).toBe('no-image'),
  );

  it('[ATT2] is no picture without a pixel', () => {
    expect(imageKind(claimingPng(0, 5))).toBe('no-image');
    expect(imageKind(claimingPng(5, 0))).toBe('no-image');
  });

  it('[ATT2] has 100 megapixels and 10 MB at most', () => {
    expect(imageKind(claimingPng(10_000, 10_000))).toMatchObject({ type: 'png' });
    expect(imageKind(claimingPng(10_001, 10_000))).toBe('too-many-pixels');
    expect(imageKind(claimingPng(0xffffffff, 0xffffffff))).toBe('too-many-pixels');
    const full = (length: number): Buffer => {
      const rest = png().subarray(8 + pngHeader(4, 3).length);
      const filler = pngChunk('noTe', Buffer.alloc(length));
      return Buffer.concat([png().subarray(0, 8), pngHeader(4, 3), filler, rest]);
    };
    const room = 10 * 1024 * 1024 - full(0).length;
    expect(imageKind(full(room))).toMatchObject({ type: 'png' });
    expect(imageKind(full(room + 1))).toBe('too-large');
  });

  it('takes the second JPEG that phones put behind the first', () => {
    expect(imageKind(Buffer.concat([jpeg(), jpeg()]))).toMatchObject({ type: 'jpeg' });
  });

  it('refuses a GIF whose picture is larger than its screen, and a WebP larger than its canvas', () => {
    const wide = gif();
    wide.writeUInt16LE(60_000, wide.indexOf(0x2c, 13) + 5);
    expect(imageKind(wide)).toBe('no-image');
    const small = webp().subarray(12);
    const canvas = Buffer.alloc(18);
    canvas.write('VP8X', 0, 'latin1');
    canvas.writeUInt32LE(10, 4);
    const file = (chunk: Buffer): Buffer => {
      const head = Buffer.alloc(12);
      head.write('RIFF', 0, 'latin1');
      head.writeUInt32LE(4 + canvas.length + chunk.length, 4);
      head.write('WEBP', 8, 'latin1');
      return Buffer.concat([head, canvas, chunk]);
    };
    expect(imageKind(file(small))).toEqual({ type: 'webp', width: 1, height: 1 });
    const large = Buffer.from(small);
    large.writeUInt32LE(99, 9);
    expect(imageKind(file(large))).toBe('no-image');
  });
});
