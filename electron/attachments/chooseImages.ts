import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ChosenImage, SavedImage } from '../attachmentTypes';
import { storageFailure } from '../files/storageFailure';
import { MOST_IMAGE_BYTES } from './imageLimits';
import type { ImageStore } from './imageStore';

/** Stores files that a person has chosen in the system's dialog, one after the other. */
export async function storeChosen(
  images: Pick<ImageStore, 'save'>,
  paths: readonly string[],
): Promise<readonly ChosenImage[]> {
  const chosen: ChosenImage[] = [];
  for (const path of paths) chosen.push({ name: basename(path), saved: await storeFile(images, path) });
  return chosen;
}

async function storeFile(images: Pick<ImageStore, 'save'>, path: string): Promise<SavedImage> {
  try {
    const bytes = await readSmall(path);
    return bytes === null ? { status: 'refused', refusal: 'too-large' } : await images.save(bytes);
  } catch (error) {
    return { status: 'failed', failure: storageFailure(error, path) };
  }
}

/** Null when it is larger than an image may be. Not blocking: a named pipe would be waited for for ever. */
async function readSmall(path: string): Promise<Buffer | null> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) return Buffer.alloc(0);
    if (facts.size > MOST_IMAGE_BYTES) return null;
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}
