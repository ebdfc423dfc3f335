import { join } from 'node:path';
import type { FilePort } from '../files/filePort';
import { headerLinkOf, linkOf } from './chain';
import { decodeLine, FORMAT, type RowLine } from './lineFormat';
import type { SegmentName } from './segmentName';
import { visitLines } from './visitLines';

/** Where a row stands: `offset` and `length` (without the newline) in bytes of segment `segment`. */
export interface RowPlace {
  readonly stamp: string;
  readonly segment: number;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** A line nothing could be made of; `line` counts from 1, 0 stands for the file as a whole. */
export interface UnreadableLine {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

/** What one file holds, read from first to last byte. */
export interface SegmentScan {
  readonly name: SegmentName;
  /** In file order; a stamp may come twice, see incidentScan.ts. */
  readonly rows: readonly RowPlace[];
  readonly unreadable: readonly UnreadableLine[];
  /** Bytes up to and with the last newline, and those behind it. */
  readonly goodBytes: number;
  readonly tailBytes: number;
  /** `seq` of the last row; null when the file has none. */
  readonly seq: number | null;
  /** Link of the last readable line, which the next row's `prev` repeats; null without one. */
  readonly link: string | null;
  /** False when a newer version wrote the file: it may be read, not appended to. */
  readonly writable: boolean;
}

/** Reads a journal file whole. Damaged lines are listed, everything else is kept. */
export async function scanSegment(files: FilePort, folder: string, name: SegmentName): Promise<SegmentScan> {
  const file = await files.open(join(folder, name.file), 'r');
  const lines = new LineCollector(name);
  try {
    const { end, tailBytes } = await visitLines(file, (line, offset) => lines.take(line, offset));
    return { ...lines.result(), goodBytes: end, tailBytes };
  } finally {
    await file.close();
  }
}

/** True as soon as one row is found; reads no further than the chunk it stands in. */
export async function holdsAnyRow(files: FilePort, path: string): Promise<boolean> {
  const file = await files.open(path, 'r');
  let found = false;
  try {
    const look = (line: Buffer): void => {
      found ||= decodeLine(line).kind === 'row';
    };
    await visitLines(file, look, async () => !found);
    return found;
  } finally {
    await file.close();
  }
}

class LineCollector {
  private readonly rows: RowPlace[] = [];
  private readonly unreadable: UnreadableLine[] = [];
  private line = 0;
  private headerLink: string | null = null;
  private last: RowLine | null = null;
  private writable = true;

  constructor(private readonly name: SegmentName) {}

  take(bytes: Buffer, offset: number): void {
    this.line += 1;
    const decoded = decodeLine(bytes);
    if (decoded.kind === 'unreadable') {
      this.report(decoded.why);
    } else if (decoded.kind === 'header') {
      this.headerLink = headerLinkOf(decoded.header);
      if (decoded.header.format > FORMAT) this.reportNewer(decoded.header.format);
    } else if (decoded.line.row.incidentId !== this.name.incidentId) {
      this.report(`belongs to another incident, ${decoded.line.row.incidentId}`);
    } else {
      this.last = decoded.line;
      const { segment } = this.name;
      const { stamp } = decoded.line.row;
      this.rows.push({ stamp, segment, line: this.line, offset, length: bytes.length });
    }
  }

  result(): Omit<SegmentScan, 'goodBytes' | 'tailBytes'> {
    const { name, rows, unreadable, last, writable } = this;
    const link = last ? linkOf(last.prev, last.seq, last.row, last.digest) : this.headerLink;
    return { name, rows, unreadable, seq: last?.seq ?? null, link, writable };
  }

  private report(why: string): void {
    this.unreadable.push({ file: this.name.file, line: this.line, why });
  }

  private reportNewer(format: number): void {
    this.writable = false;
    this.report(`written by a newer version (format ${format}); it can be read here, not written`);
  }
}
