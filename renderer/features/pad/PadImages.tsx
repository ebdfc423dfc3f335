import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { imageUrl } from '../../store/attaching';
import type { Console } from '../../store/console';
import { imageSize } from '../../store/imageSentences';
import { Button } from '../../ui/Button';
import styles from './PadImages.module.css';

/** What is attached to the note that is being written, each with a small picture and a way to take it off. */
export function PadImages({ console }: { readonly console: Console }) {
  const { images, problem } = useStore(console.attaching.store);
  return (
    <>
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
      {images.length > 0 && (
        <ul className={styles['images']} aria-label="Attached images">
          {images.map((image, i) => (
            <li key={image.sha256} className={styles['image']} data-testid="pad-image">
              <img className={styles['preview']} src={imageUrl(image)} alt="" />
              <span>
                image {i + 1}, {imageSize(image.bytes)}
              </span>
              <Button
                tone="quiet"
                aria-label={`Remove image ${i + 1}`}
                onClick={() => {
                  console.attaching.remove(image);
                  console.view.focusPad();
                }}
              >
                <X size={14} aria-hidden="true" /> Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
