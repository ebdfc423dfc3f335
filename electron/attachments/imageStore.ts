import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { SavedImage } from '../attachmentTypes';
import { atomicWrite } from '../files/atomicWrite';
import type { FilePort } from '../files/filePort';
import { errorCode, storageFailure } from '../files/storageFailure';
import { imageKind } from './imageKind';
import { imageName, readImageName } from './imageName';

/** The bytes of an image as they were stored; or why they can't be had. */
export type FoundImage = Buffer | 'missing' | 'damaged';

const UNFINISHED = /\.[0-9a-f]{12}\.tmp$/;

/**
 * The images in `<profile>/attachments`, each under its hash, so that a file is never changed: it is
 * there or not (ATT3). One thing at a time, so that none is stored while it is being deleted.
 */
export class ImageStore {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: FilePort,
    readonly folder: string,
  ) {}

  /** Stores an image, if it is one, and answers once it is on the disk and read back. */
  save(bytes: Buffer): Promise<SavedImage> {
    const kind = imageKind(bytes);
    if (typeof kind === 'string') return Promise.resolve({ status: 'refused', refusal: kind });
    const image = { ...kind, sha256: sha256Of(bytes), bytes: bytes.length };
    const name = imageName(image);
    return this.inTurn(async () => {
      try {
        // One that is there and whole stays; a damaged one is replaced.
        if (typeof (await this.readNow(name)) === 'string') {
          await this.files.makeFolder(this.folder);
          await atomicWrite(this.files, this.path(name), bytes);
        }
        return { status: 'stored', image };
      } catch (error) {
        return { status: 'failed', failure: storageFailure(error, this.path(name)) };
      }
    });
  }

  /** `damaged` also when the disk gives an error, since then nothing is known of it. */
  read(name: string): Promise<FoundImage> {
    return this.readNow(name);
  }

  /** Deletes images for good. Rejects with the system's error. */
  remove(names: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      if (names.length === 0) return;
      for (const name of names) if (readImageName(name)) await this.files.remove(this.path(name));
      await this.removeUnfinished();
      await this.files.syncFolder(this.folder);
    });
  }

  /** What a kill in the middle of storing has left is no image, and may be a piece of one. */
  private async removeUnfinished(): Promise<void> {
    for (const file of await this.files.list(this.folder)) {
      if (UNFINISHED.test(file)) await this.files.remove(this.path(file));
    }
  }

  private async readNow(name: string): Promise<FoundImage> {
    const asked = readImageName(name);
    if (!asked) return 'missing';
    try {
      const bytes = await this.files.readAll(this.path(name));
      return sha256Of(bytes) === asked.sha256 ? bytes : 'damaged';
    } catch (error) {
      return errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR' ? 'missing' : 'damaged';
    }
  }

  private path(name: string): string {
    return join(this.folder, name);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
