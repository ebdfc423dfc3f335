import type { StoredImage } from '../attachmentTypes';
import type { StoredRow } from '../contract';

const EXTENSIONS: { readonly [T in StoredImage['type']]: string } = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
};

const NAME = /^([0-9a-f]{64})\.(png|jpg|gif|webp)$/;

/** The file of an image: made of its hash and its kind, and of nothing that anybody typed. */
export const imageName = ({ sha256, type }: Pick<StoredImage, 'sha256' | 'type'>): string =>
  `${sha256}.${EXTENSIONS[type]}`;

/** The hash in the name of an image's file, and its media type; null for any other name. */
export function readImageName(name: string): { readonly sha256: string; readonly mediaType: string } | null {
  const [, sha256, extension] = NAME.exec(name) ?? [];
  if (sha256 === undefined) return null;
  return { sha256, mediaType: `image/${extension === 'jpg' ? 'jpeg' : extension}` };
}

/** The files a row names. Of all that an event may hold, main reads this one field (adr/0022). */
export function imagesIn({ event }: Pick<StoredRow, 'event'>): readonly string[] {
  const { attachments } = event;
  if (!Array.isArray(attachments)) return [];
  return attachments.flatMap((one: unknown) => {
    const name = nameOf(one);
    return name === null ? [] : [name];
  });
}

function nameOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !('sha256' in value) || !('type' in value)) return null;
  const { sha256, type } = value;
  if (typeof type !== 'string' || !Object.hasOwn(EXTENSIONS, type)) return null;
  const name = `${String(sha256)}.${EXTENSIONS[type as StoredImage['type']]}`;
  return NAME.test(name) ? name : null;
}
