/**
 * The part of the contract that speaks of images; the page takes it from contract.ts.
 */
import type { StorageFailure } from './logTypes';

/** An image in `<profile>/attachments`. `sha256` names it; `width` and `height` are pixels. */
export interface StoredImage {
  readonly sha256: string;
  readonly type: 'png' | 'jpeg' | 'gif' | 'webp';
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** Why a file is not taken: by its bytes it is none of the four kinds, or it is too large. */
export type ImageRefusal = 'no-image' | 'too-large' | 'too-many-pixels';

/** What came of storing one image. */
export type SavedImage =
  | { readonly status: 'stored'; readonly image: StoredImage }
  | { readonly status: 'refused'; readonly refusal: ImageRefusal }
  | { readonly status: 'failed'; readonly failure: StorageFailure };

/** A file a person chose, by its name for people, and what came of it. */
export interface ChosenImage {
  readonly name: string;
  readonly saved: SavedImage;
}

/** An image that a row names and that is not there, or not what was stored. */
export interface ImageDamage {
  readonly incidentId: string;
  readonly file: string;
  readonly why: 'missing' | 'damaged';
}
