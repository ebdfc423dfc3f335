import type { ImageRefusal, StoredImage } from '../attachmentTypes';
import { gifSize } from './gif';
import { MOST_IMAGE_BYTES, MOST_PIXELS } from './imageLimits';
import { jpegSize } from './jpeg';
import { pngSize } from './png';
import { webpSize } from './webp';

/** What an image says of its own size, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type ImageFacts = Pick<StoredImage, 'type' | 'width' | 'height'>;

const READERS: readonly {
  readonly type: StoredImage['type'];
  readonly sizeIn: (bytes: Buffer) => Size | null;
}[] = [
  { type: 'png', sizeIn: pngSize },
  { type: 'jpeg', sizeIn: jpegSize },
  { type: 'gif', sizeIn: gifSize },
  { type: 'webp', sizeIn: webpSize },
];

/**
 * What these bytes are, told by themselves alone (ATT2). Each format is walked from its first byte to
 * its last, so that a file which is a page or a script as well, before or behind the picture, is none.
 */
export function imageKind(bytes: Buffer): ImageFacts | ImageRefusal {
  if (bytes.length > MOST_IMAGE_BYTES) return 'too-large';
  for (const { type, sizeIn } of READERS) {
    const size = sizeIn(bytes);
    if (size === null || size.width < 1 || size.height < 1) continue;
    return size.width * size.height > MOST_PIXELS ? 'too-many-pixels' : { type, ...size };
  }
  return 'no-image';
}
