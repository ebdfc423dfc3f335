import { useState } from 'react';
import type { Attachment } from '../../domain/attachments';
import type { Stamp } from '../../domain/ids';
import type { Entry } from '../../domain/timeline';
import { clockText } from '../../language/formatLocal';
import { imageUrl } from '../../store/attaching';
import styles from './EntryImages.module.css';

const BOX = { width: 240, height: 120 };

/** What a row with images is higher than one without, before it was measured. */
export const IMAGES_HEIGHT = BOX.height + 14;

/** Said instead of a picture that can't be shown. */
export const NOT_SHOWN =
  'Image not shown: its file is missing or was changed. “Check now” in Settings says which.';

export type OnOpenImage = (id: Stamp, index: number) => void;

interface EntryImagesProps {
  readonly entry: Entry;
  readonly images: readonly Attachment[];
  readonly timeZone: string;
  readonly onOpen: OnOpenImage;
}

/** The pictures of a note, small. Their boxes are there before they are, so that nothing jumps. */
export function EntryImages({ entry, images, timeZone, onOpen }: EntryImagesProps) {
  return (
    <div className={styles['images']}>
      {images.map((image, i) => (
        <Thumbnail
          key={image.sha256}
          image={image}
          name={imageName(entry, i, timeZone)}
          place={`${entry.id}:${i}`}
          onOpen={() => onOpen(entry.id, i)}
        />
      ))}
    </div>
  );
}

function Thumbnail({
  image,
  name,
  place,
  onOpen,
}: {
  readonly image: Attachment;
  readonly name: string;
  readonly place: string;
  readonly onOpen: () => void;
}) {
  const [isBroken, setBroken] = useState(false);
  const { width, height } = boxOf(image);
  if (isBroken) {
    return (
      <span role="img" aria-label={`${name}. ${NOT_SHOWN}`} className={styles['broken']}>
        {NOT_SHOWN}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={styles['thumbnail']}
      data-image={place}
      onClick={onOpen}
      title="Show whole"
    >
      <img
        src={imageUrl(image)}
        alt={name}
        width={width}
        height={height}
        decoding="async"
        draggable={false}
        onError={() => setBroken(true)}
      />
    </button>
  );
}

/** Never larger than it is, nor than the box; always some pixels to press. */
function boxOf({ width, height }: Attachment): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, BOX.width / width, BOX.height / height);
  return { width: Math.max(24, Math.round(width * scale)), height: Math.max(24, Math.round(height * scale)) };
}

/** @example imageName(entry, 0, 'UTC') // 'Image 1 pasted by Dana at 03:14:05' */
export const imageName = (entry: Entry, index: number, timeZone: string): string =>
  `Image ${index + 1} pasted by ${entry.by || 'unknown'} at ${clockText(entry.at, timeZone)}`;
