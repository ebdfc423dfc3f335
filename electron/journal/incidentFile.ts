import { join } from 'node:path';
import type { StoredRow } from '../contract';
import { errorCode, storageFailure } from '../files/storageFailure';
import { encodeBlock, type Block } from './block';
import type { IncidentState, SegmentState } from './incidentScan';
import type { JournalPlace } from './journalPlace';
import { FORMAT } from './lineFormat';
import { segmentFile } from './segmentName';
import { SegmentChanged, SegmentWriter, SyncFailed } from './segmentWriter';

/** What the next row is chained to. */
export type ChainEnd = Pick<IncidentState, 'seq' | 'link'>;

/**
 * The files of one incident, as far as they are written: which one is open, and where it ends.
 * A full one is left as it is, and the chain goes on in a new one.
 *
 * After a failed write the file is cut back and opened afresh the next time; after a failed fsync, or an
 * error of the device itself (EIO), it is sealed and a new segment begun, because a later fsync of the same file may report success for
 * data the system has already dropped (the "fsyncgate" of 2018).
 */
export class IncidentFile {
  /** The files are not what we remember; they must be read again before anything is written. */
  stale = false;
  private writer: SegmentWriter | null = null;

  constructor(
    private readonly place: JournalPlace,
    private readonly incidentId: string,
    private known: readonly SegmentState[],
  ) {}

  get segments(): readonly SegmentState[] {
    return this.known;
  }

  /** The file the last row went to, or the first one will go to. */
  get path(): string {
    return this.pathOf(this.known.at(-1)?.segment ?? 1);
  }

  /** @throws Error when a newer version wrote one of the files. */
  refuseNewer(): void {
    if (this.known.some((one) => one.use === 'newer-version')) {
      throw new Error('a newer version of the program has written here; only that one may go on');
    }
  }

  /** Takes over what a scan found; a scan cannot see that an fsync failed, so sealed stays sealed. */
  async reset(segments: readonly SegmentState[]): Promise<void> {
    await this.close();
    const sealed = new Set(this.known.filter((one) => one.use === 'sealed').map((one) => one.segment));
    this.known = segments.map((one) => (sealed.has(one.segment) ? { ...one, use: 'sealed' } : one));
    this.stale = false;
  }

  /** Writes rows as one block and returns once they are durable; a full disk costs the ballast. */
  async append(end: ChainEnd, rows: readonly StoredRow[]): Promise<Block> {
    try {
      return await this.appendOnce(end, rows);
    } catch (error) {
      const full = storageFailure(error, '').reason === 'disk-full';
      if (!full || !(await this.place.ballast.release())) throw error;
      return this.appendOnce(end, rows);
    }
  }

  async close(): Promise<void> {
    await this.writer?.close();
    this.writer = null;
  }

  private async appendOnce(end: ChainEnd, rows: readonly StoredRow[]): Promise<Block> {
    try {
      if (this.isFull) await this.close();
      this.writer ??= await this.openWriter();
      const block = this.encode(end, rows, this.writer.bytes);
      await this.writer.append(block.bytes);
      this.amendLast({ bytes: this.writer.bytes });
      return block;
    } catch (error) {
      await this.close();
      const code = errorCode(error);
      if (error instanceof SyncFailed || code === 'EIO') await this.giveUpLast();
      if (error instanceof SegmentChanged || code === 'ENOENT' || code === 'EEXIST') {
        this.stale = true;
      }
      throw error;
    }
  }

  private get isFull(): boolean {
    return (this.known.at(-1)?.bytes ?? 0) >= this.place.segmentBytes;
  }

  private async openWriter(): Promise<SegmentWriter> {
    const { files, folder } = this.place;
    this.refuseNewer();
    const last = this.known.at(-1);
    if (last?.use === 'open' && !this.isFull) {
      return SegmentWriter.open(files, this.pathOf(last.segment), last.bytes);
    }
    const segment = (last?.segment ?? 0) + 1;
    const writer = await SegmentWriter.create(files, folder, segmentFile(this.incidentId, segment));
    this.known = [...this.known, { segment, bytes: 0, use: 'open' }];
    return writer;
  }

  private encode({ seq, link }: ChainEnd, rows: readonly StoredRow[], bytes: number): Block {
    const { incidentId } = this;
    const { device, now } = this.place;
    const segment = this.known.at(-1)?.segment ?? 1;
    const header = { format: FORMAT, incidentId, device, createdAt: now(), segment, prev: link };
    return encodeBlock({ segment, bytes, seq, link, header }, rows);
  }

  /** A file of which nothing was acknowledged goes, or a disk that stays sick would be littered with them. */
  private async giveUpLast(): Promise<void> {
    const last = this.known.at(-1);
    this.amendLast({ use: 'sealed' });
    if (last?.bytes !== 0) return;
    const isGone = await this.place.files.remove(this.pathOf(last.segment)).then(
      () => true,
      () => false,
    );
    if (isGone) this.known = this.known.slice(0, -1);
  }

  private amendLast(change: Partial<SegmentState>): void {
    const last = this.known.at(-1);
    if (last) this.known = [...this.known.slice(0, -1), { ...last, ...change }];
  }

  private pathOf(segment: number): string {
    return join(this.place.folder, segmentFile(this.incidentId, segment));
  }
}
