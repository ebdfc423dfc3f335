import { count, hasShape, listOf, oneOf, type Check } from './shape';

/** What kinds of picture are taken, each told by its first bytes and its structure (ATT1). */
export type ImageType = 'png' | 'jpeg' | 'gif' | 'webp';

/** A picture of a note. The file is named by its hash and lies beside the journal (ATT2). */
export interface Attachment {
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string;
  readonly type: ImageType;
  readonly bytes: number;
  /** Pixels; a box of this form is kept free before the picture is there. */
  readonly width: number;
  readonly height: number;
}

/** More than a person pastes into one line (ATT1). */
export const MOST_IMAGES = 8;

const isHash: Check = (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isSide: Check = (value) => count(value) && Number(value) > 0;

/** True for a list as a note may carry it. */
export const areAttachments: Check = listOf((value) =>
  hasShape(value, {
    sha256: isHash,
    type: oneOf('png', 'jpeg', 'gif', 'webp'),
    bytes: count,
    width: isSide,
    height: isSide,
  }),
);

const EXTENSIONS: { readonly [T in ImageType]: string } = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
};

/** Its name in the profile, in exports and in bundles. */
export const fileNameOf = ({ sha256, type }: Pick<Attachment, 'sha256' | 'type'>): string =>
  `${sha256}.${EXTENSIONS[type]}`;
