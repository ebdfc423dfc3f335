import { useState } from 'react';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import { entryOf } from '../../domain/timeline';
import { imageUrl } from '../../store/attaching';
import type { Console } from '../../store/console';
import { imageSize } from '../../store/imageSentences';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import { focusHome } from '../../ui/focusHome';
import { imageName, NOT_SHOWN } from './EntryImages';
import styles from './EntryImages.module.css';

interface ImageDialogProps {
  readonly console: Console;
  readonly entry: Stamp;
  readonly index: number;
}

/** One picture as large as the window lets it be. Esc closes, and the focus goes back to the small one. */
export function ImageDialog({ console, entry: id, index }: ImageDialogProps) {
  const entry = useStore(console.session.store, (state) => entryOf(state.incident.timeline, id));
  const [isBroken, setBroken] = useState(false);
  const image = entry?.attachments?.[index];
  if (!entry || !image) return null;
  const name = imageName(entry, index, shownZone(console));
  return (
    <Dialog
      title={name}
      size="window"
      onClose={console.view.closeDialog}
      finalFocus={() => document.querySelector<HTMLElement>(`[data-image="${id}:${index}"]`) ?? focusHome()}
    >
      {isBroken ? (
        <p>{NOT_SHOWN}</p>
      ) : (
        <img
          className={styles['whole']}
          src={imageUrl(image)}
          alt={name}
          width={image.width}
          height={image.height}
          onError={() => setBroken(true)}
        />
      )}
      <p className={styles['facts']}>
        {image.width} × {image.height} pixels, {imageSize(image.bytes)}
      </p>
    </Dialog>
  );
}
