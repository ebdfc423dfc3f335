import { randomBytes } from 'node:crypto';
import type { FilePort } from '../files/filePort';
import { writeWhole } from '../files/wholeWrite';

const SIZE_BYTES = 2 * 1024 * 1024;
const ROOM_BYTES = 64 * 1024 * 1024;

/**
 * A file whose only use is to be deleted when the disk is full, so that the notes of an outage in
 * which disks fill up (it happens) can still be written. 2 MB are some 8,000 notes.
 *
 * Random bytes, since a file system that compresses would keep zeros in no space at all.
 */
export class Ballast {
  constructor(
    private readonly files: FilePort,
    private readonly path: string,
    private readonly folder: string,
  ) {}

  /** Frees the space. False when there was nothing to free; never rejects. */
  async release(): Promise<boolean> {
    try {
      if (!(await this.files.size(this.path))) return false;
      await this.files.remove(this.path);
      await this.files.syncFolder(this.folder);
      return true;
    } catch {
      return false;
    }
  }

  /** Makes the file if it is missing and the disk has plenty of room. Never rejects. */
  async replenish(): Promise<void> {
    try {
      if ((await this.files.size(this.path)) === SIZE_BYTES) return;
      if ((await this.files.freeBytes(this.folder)) < ROOM_BYTES) return;
      await this.files.remove(this.path);
      await this.write();
    } catch {
      await this.files.remove(this.path).catch(() => undefined);
    }
  }

  private async write(): Promise<void> {
    const file = await this.files.open(this.path, 'wx');
    try {
      await writeWhole(file, randomBytes(SIZE_BYTES), 0);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
