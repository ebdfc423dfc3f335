import { randomBytes } from 'node:crypto';
import type { StoredRow } from '../contract';
import { digestOf, headerLinkOf, linkOf, type ChainedHeader } from './chain';
import { encodeHeader, encodeRow } from './lineFormat';
import type { RowPlace } from './segmentScan';

/** Where in which file a block of lines will stand, and what it is chained to. */
export interface BlockStart {
  readonly segment: number;
  /** Bytes already in the file; at 0 the block begins with `header`. */
  readonly bytes: number;
  readonly seq: number;
  readonly link: string;
  readonly header: ChainedHeader;
}

/** Lines ready to be written in one go, and how things stand once they are. */
export interface Block {
  readonly bytes: Buffer;
  readonly places: readonly RowPlace[];
  readonly seq: number;
  readonly link: string;
}

const SALT_BYTES = 16;
/** Lines are not counted while writing; only scans and reports need the number. */
const LINE_UNKNOWN = 0;

/** Turns rows into chained, checksummed lines. */
export function encodeBlock(start: BlockStart, rows: readonly StoredRow[]): Block {
  const lines: Buffer[] = [];
  const places: RowPlace[] = [];
  let { seq, link } = start;
  let offset = start.bytes;
  if (offset === 0) {
    const header = encodeHeader(start.header);
    lines.push(header);
    offset += header.length;
    link = headerLinkOf(start.header);
  }
  for (const row of rows) {
    seq += 1;
    const salt = randomBytes(SALT_BYTES).toString('hex');
    const digest = digestOf(salt, row.event);
    const bytes = encodeRow({ seq, prev: link, salt, digest, row });
    link = linkOf(link, seq, row, digest);
    const { stamp } = row;
    const length = bytes.length - 1;
    places.push({ stamp, segment: start.segment, line: LINE_UNKNOWN, offset, length });
    lines.push(bytes);
    offset += bytes.length;
  }
  return { bytes: Buffer.concat(lines), places, seq, link };
}
