import { join } from 'node:path';
import type { FilePort, OpenFile } from '../files/filePort';
import { writeWhole } from '../files/wholeWrite';

/** The file is not as we left it: shorter, gone, or there when it should be new. It must be read again. */
export class SegmentChanged extends Error {
  readonly code = 'ENOENT';

  constructor(path: string, how: string) {
    super(`${path} ${how}`);
    this.name = 'SegmentChanged';
  }
}

/** An fsync failed: what the disk holds of the file since the last good one is unknown. */
export class SyncFailed extends Error {
  readonly code: unknown;

  constructor(path: string, cause: unknown) {
    super(`${path} could not be made durable: ${String(cause)}`, { cause });
    this.name = 'SyncFailed';
    this.code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : '';
  }
}

/** One open journal file and the length up to which it is known to be good. */
export class SegmentWriter {
  private constructor(
    private readonly path: string,
    private readonly file: OpenFile,
    private good: number,
  ) {}

  get bytes(): number {
    return this.good;
  }

  /**
   * Opens a file for appending behind its first `good` bytes, and cuts off whatever a failed write
   * left there. Rejects with `SegmentChanged` when it is shorter than that.
   */
  static async open(files: FilePort, path: string, good: number): Promise<SegmentWriter> {
    const file = await files.open(path, 'r+');
    try {
      const { size } = await file.stat();
      if (size < good) throw new SegmentChanged(path, `has ${size} bytes instead of ${good}`);
      if (size > good) await file.truncate(good);
      return new SegmentWriter(path, file, good);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Creates the file and makes its name durable. */
  static async create(files: FilePort, folder: string, name: string): Promise<SegmentWriter> {
    await files.makeFolder(folder);
    const path = join(folder, name);
    const file = await files.open(path, 'wx');
    try {
      await files.syncFolder(folder);
      return new SegmentWriter(path, file, 0);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /**
   * Appends `bytes` and returns once they are on the disk. On any error the file is cut back to its
   * last good length, as far as the disk lets us, and the writer must be closed.
   */
  async append(bytes: Uint8Array): Promise<void> {
    try {
      await writeWhole(this.file, bytes, this.good);
      await this.sync();
      if ((await this.file.stat()).links === 0) throw new SegmentChanged(this.path, 'was deleted');
      this.good += bytes.length;
    } catch (error) {
      await this.file.truncate(this.good).catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.file.close().catch(() => undefined);
  }

  private async sync(): Promise<void> {
    try {
      await this.file.sync();
    } catch (error) {
      throw new SyncFailed(this.path, error);
    }
  }
}
