/** CRC-32 as zip, PNG and Ethernet use it (ISO 3309, reflected polynomial 0xEDB88320). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/**
 * The checksum of the bytes, as an unsigned 32-bit number.
 *
 * @example crc32(new TextEncoder().encode('123456789')) // 0xcbf43926
 */
export function crc32(bytes: Uint8Array): number {
  return (crc32Step(0xffffffff, bytes) ^ 0xffffffff) >>> 0;
}

/** The same over pieces: starts from 0xffffffff, and the last value is inverted. */
export function crc32Step(before: number, bytes: Uint8Array): number {
  let value = before;
  for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 0xff] ?? 0);
  return value;
}
