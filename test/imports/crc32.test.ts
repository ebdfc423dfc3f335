import { crc32 as ofNode } from 'node:zlib';
import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../renderer/imports/crc32';

describe('the checksum of journal lines (FIL)', () => {
  it('[FIL2] is the published check value for 123456789', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  });

  it('[FIL2] is the one main writes', () => {
    assert(
      property(uint8Array(), (bytes) => {
        expect(crc32(bytes)).toBe(ofNode(bytes));
      }),
    );
  });

  it('[FIL2] is the same over pieces, each going on with the value before', () => {
    assert(
      property(uint8Array(), uint8Array(), (one, other) => {
        expect(crc32(other, crc32(one))).toBe(ofNode(Buffer.concat([one, other])));
      }),
    );
  });
});
