import { dirname } from 'node:path';
import type { FilePort } from './filePort';
import { errorCode } from './storageFailure';
import { writeWhole } from './wholeWrite';

/** Makes a small file durable; there already is fine. Its being there is the message. */
export async function placeMarker(files: FilePort, path: string, text: string): Promise<void> {
  try {
    const file = await files.open(path, 'wx');
    try {
      await writeWhole(file, Buffer.from(text, 'utf8'), 0);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  await files.syncFolder(dirname(path));
}

export async function removeMarker(files: FilePort, path: string): Promise<void> {
  await files.remove(path);
  await files.syncFolder(dirname(path));
}
