import * as v from 'valibot';
import type { BundleLine, StoredRow } from '../contract';
import { rowShape } from '../guards';

const NEWLINE = 0x0a;
/** A page of lines: whichever comes first. */
const PAGE = { lines: 2000, bytes: 4 * 1024 * 1024 };
/** The largest row that can be kept, every character of it escaped. */
const LONGEST_LINE = 24 * 1024 * 1024;

export interface LinePage {
  readonly lines: readonly BundleLine[];
  /** Index of the next line (0-based); null at the end. */
  readonly next: number | null;
}

/** The lines of a log from a bundle, each a row the journal would take, or the reason why not. */
export class LogLines {
  private readonly starts: readonly number[];

  constructor(
    private readonly incidentId: string,
    private readonly bytes: Buffer,
  ) {
    const starts: number[] = [];
    for (let at = 0; at < bytes.length; at = endOf(bytes, at) + 1) starts.push(at);
    this.starts = starts;
  }

  page(from: number): LinePage {
    const lines: BundleLine[] = [];
    let index = from;
    let size = 0;
    for (; index < this.starts.length && lines.length < PAGE.lines && size < PAGE.bytes; index += 1) {
      const start = this.starts[index] ?? 0;
      const end = endOf(this.bytes, start);
      size += end - start;
      const read = this.line(start, end);
      if (read !== null) lines.push({ line: index + 1, ...read });
    }
    return { lines, next: index < this.starts.length ? index : null };
  }

  /** Null for a blank line. */
  private line(start: number, end: number): { row: StoredRow } | { why: string } | null {
    if (end - start > LONGEST_LINE) return { why: 'is longer than a row can be' };
    const text = this.bytes.toString('utf8', start, end);
    if (text.trim() === '') return null;
    const value = parsed(text);
    if (value === undefined) return { why: 'is not JSON' };
    if (!v.is(rowShape, value)) return { why: 'is not a row of a log' };
    return value.incidentId === this.incidentId ? { row: value } : { why: 'belongs to another incident' };
  }
}

function endOf(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(NEWLINE, from);
  return end === -1 ? bytes.length : end;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
