import { join } from 'node:path';
import type { FilePort } from '../files/filePort';
import { digestOf, headerLinkOf, linkOf } from './chain';
import { decodeLine, type RowLine } from './lineFormat';
import type { SegmentName } from './segmentName';
import { visitLines } from './visitLines';

const SLICE_BYTES = 64 * 1024;

/**
 * Checks every line's checksum, the digest of every text that was not redacted, and the hash chain.
 * Answers the first thing wrong in words, or null.
 *
 * Reads 64 KiB at a time and awaits `pause` between, so that it never holds up an append for more
 * than a few milliseconds; `pause` answering false ends it.
 */
export async function verifySegment(
  files: FilePort,
  folder: string,
  name: SegmentName,
  pause: () => Promise<boolean>,
): Promise<string | null> {
  const file = await files.open(join(folder, name.file), 'r');
  const check = new ChainCheck(name.incidentId);
  const goOn = async (): Promise<boolean> => check.wrong === null && (await pause());
  try {
    await visitLines(file, (line) => check.take(line), goOn, SLICE_BYTES);
    return check.wrong;
  } finally {
    await file.close();
  }
}

class ChainCheck {
  wrong: string | null = null;
  private line = 0;
  private link: string | null = null;

  constructor(private readonly incidentId: string) {}

  take(bytes: Buffer): void {
    this.line += 1;
    if (this.wrong !== null) return;
    const decoded = decodeLine(bytes);
    if (decoded.kind === 'unreadable') this.fail(decoded.why);
    else if (decoded.kind === 'header') this.link = headerLinkOf(decoded.header);
    else this.takeRow(decoded.line);
  }

  private takeRow({ seq, prev, salt, digest, row }: RowLine): void {
    if (row.incidentId !== this.incidentId) return this.fail('belongs to another incident');
    if (this.link !== null && prev !== this.link) return this.fail('does not follow the line before it');
    const redacted = salt === '';
    if (!redacted && digestOf(salt, row.event) !== digest) return this.fail('its text was changed');
    this.link = linkOf(prev, seq, row, digest);
  }

  private fail(why: string): void {
    this.wrong = `line ${this.line}: ${why}`;
  }
}
