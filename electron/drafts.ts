import { atomicWrite } from './files/atomicWrite';
import type { FilePort, OpenFile } from './files/filePort';
import { removeStrays } from './files/strays';
import { errorCode } from './files/storageFailure';
import { writeWhole } from './files/wholeWrite';
import { draftLine, readDrafts, type DraftTexts } from './draftLines';
import { SyncSoon, type After } from './syncSoon';

/** A power cut costs at most this much typing, plus the fsync itself. */
const SYNC_AFTER_MS = 150;
/** The file is rewritten when it has grown past this and past what is worth keeping. */
const GROWN_BYTES = 4 * 1024 * 1024;
const GROWN_TIMES = 4;

/**
 * Every keystroke not yet sent, so that a kill costs at most the last one.
 *
 * Nobody waits for a draft: `set` returns at once, writes follow each other in the background with
 * the newest text of each field, and a failure is reported once and retried with the next keystroke.
 * What an fsync failed on is written anew: the system may have dropped it and say nothing of it again.
 */
export class Drafts {
  private readonly live = new Map<string, string>();
  private readonly changed = new Map<string, string>();
  private file: OpenFile | null = null;
  private bytes = 0;
  private running: Promise<void> | null = null;
  private readonly syncs: SyncSoon;
  /** A write or an fsync failed since the file was last whole. */
  private behind = false;
  /** The failure was told; the next one that succeeds ends it. */
  private isTold = false;
  private trouble = new Error('the drafts could not be written');

  constructor(
    private readonly files: FilePort,
    private readonly path: string,
    private readonly onFailure: (error: unknown) => void,
    after?: After,
  ) {
    this.syncs = new SyncSoon(
      () => this.file?.sync() ?? Promise.resolve(),
      (error) => this.failed(error),
      SYNC_AFTER_MS,
      after,
    );
  }

  /** What is unsent now, by field. */
  get texts(): DraftTexts {
    return this.live;
  }

  /** Reads what the last run left. Never rejects: unreadable drafts are reported and gone. */
  async load(): Promise<void> {
    try {
      const content = await this.files.readAll(this.path);
      for (const [key, text] of readDrafts(content.toString('utf8'))) this.live.set(key, text);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') this.onFailure(error);
    }
  }

  set(key: string, text: string): void {
    if (text === '') this.live.delete(key);
    else this.live.set(key, text);
    this.changed.set(key, text);
    this.running ??= this.writeAll();
  }

  /**
   * Writes the file anew with the live drafts alone, so that what was typed and taken back since the
   * program started leaves the disk (RED6). Rejects with the system's error; then the old file is still there.
   */
  async compact(): Promise<void> {
    this.behind = true;
    this.running ??= this.writeAll();
    await this.written();
    if (this.behind) throw this.trouble;
  }

  /** Waits until everything set so far is on the disk, as far as the disk takes it; closes the file. */
  async drain(): Promise<void> {
    if (this.behind) this.running ??= this.writeAll();
    await this.written();
    await this.syncs.flush();
    // What that fsync failed on is tried once more.
    if (this.behind) this.running ??= this.writeAll();
    await this.written();
    await this.closeFile();
  }

  private async written(): Promise<void> {
    while (this.running) await this.running;
  }

  private async writeAll(): Promise<void> {
    try {
      while (this.changed.size > 0 || this.behind) await this.writeChanges();
    } catch (error) {
      await this.closeFile();
      this.failed(error);
    } finally {
      this.running = null;
    }
  }

  private async writeChanges(): Promise<void> {
    const changes = [...this.changed];
    this.changed.clear();
    if (this.file === null || this.behind || this.hasOutgrown()) {
      // Before the writing: a sync that fails meanwhile must not be taken for covered.
      this.behind = false;
      this.file = await this.rewrite();
      this.isTold = false;
      return;
    }
    const lines = Buffer.from(changes.map(([key, text]) => draftLine(key, text)).join(''), 'utf8');
    await writeWhole(this.file, lines, this.bytes);
    this.bytes += lines.length;
    this.syncs.written();
  }

  /** What the file holds is unsure now; the next keystroke writes it anew from memory. */
  private failed(error: unknown): void {
    this.behind = true;
    this.trouble = error instanceof Error ? error : new Error(String(error));
    if (this.isTold) return;
    this.isTold = true;
    this.onFailure(error);
  }

  private async closeFile(): Promise<void> {
    const { file } = this;
    this.file = null;
    await file?.close().catch(() => undefined);
  }

  private hasOutgrown(): boolean {
    const kept = [...this.live.values()].reduce((sum, text) => sum + text.length, 0);
    return this.bytes > GROWN_BYTES && this.bytes > kept * GROWN_TIMES;
  }

  /** Puts a file with only the live drafts in place; also the first write of each run. */
  private async rewrite(): Promise<OpenFile> {
    await this.closeFile();
    await removeStrays(this.files, this.path);
    const content = [...this.live].map(([key, text]) => draftLine(key, text)).join('');
    this.bytes = (await atomicWrite(this.files, this.path, content)).bytes;
    return this.files.open(this.path, 'r+');
  }
}
