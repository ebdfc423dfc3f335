/** Bytes of an image; the largest screenshots of two 4K screens take some 8 MB. */
export const MOST_IMAGE_BYTES = 10 * 1024 * 1024;
/** Pixels: decoding takes four bytes for each, and a file of some kilobytes can claim billions. */
export const MOST_PIXELS = 100_000_000;
