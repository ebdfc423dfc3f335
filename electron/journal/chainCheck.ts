import { CHAIN_START, digestOf, headerLinkOf, linkOf, type ChainedHeader } from './chain';
import { isErased } from './erasure';
import { decodeLine, type RowLine } from './lineFormat';
import type { SegmentName } from './segmentName';

/** Where the check stands in the chain; null while that is not known. */
interface Position {
  readonly link: string;
  readonly seq: number | null;
}

/** The first thing wrong. `line` counts from 1. */
export interface Break {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}

/**
 * Walks lines in the order they were written: checksums, the digest of every text that was not
 * erased, and that each line follows the one before it (RED7). Ends at the first thing wrong.
 */
export class ChainCheck {
  brokenAt: Break | null = null;
  readonly stamps = new Set<string>();
  /** Stamps of erased rows, in file order. */
  readonly redacted: string[] = [];
  private at: Position | null = null;
  private line = 0;
  /**
   * Every position in the files before. A file that was sealed may end in lines that were written again,
   * and may hold nothing else, so the next one can go on from any of them, the very start included.
   */
  private readonly earlier = new Map<string, number | null>([[CHAIN_START, 0]]);
  private readonly passed = new Map<string, number | null>();

  constructor(private name: SegmentName) {}

  /** The link of the last line that is right. */
  get link(): string {
    return this.at?.link ?? CHAIN_START;
  }

  /** The next file of the same journal, or the first one. */
  enter(name: SegmentName): void {
    this.name = name;
    this.line = 0;
    for (const [link, seq] of this.passed) this.earlier.set(link, seq);
    this.passed.clear();
  }

  take(bytes: Buffer): void {
    this.line += 1;
    if (this.brokenAt) return;
    const decoded = decodeLine(bytes);
    if (decoded.kind === 'unreadable') this.fail(decoded.why);
    else if (decoded.kind === 'header') this.takeHeader(decoded.header);
    else this.takeRow(decoded.line);
  }

  /** Bytes behind the last newline: no line, so nothing vouches for them. */
  takeTail(bytes: number): void {
    if (bytes === 0) return;
    this.line += 1;
    this.fail('it is not finished');
  }

  private takeHeader(header: ChainedHeader): void {
    const { incidentId, segment } = this.name;
    if (this.line > 1) return this.fail('a second header');
    if (header.incidentId !== incidentId) return this.fail('belongs to another incident');
    if (header.segment !== segment) return this.fail('belongs to another file of this journal');
    if (segment === 1 && header.prev !== CHAIN_START) return this.fail('does not begin the chain');
    if (!this.continues(header.prev)) return this.fail('does not follow the file before it');
    const seq = segment === 1 ? 0 : (this.earlier.get(header.prev) ?? null);
    this.moveTo({ link: headerLinkOf(header), seq });
  }

  private takeRow({ seq, prev, salt, digest, row }: RowLine): void {
    if (row.incidentId !== this.name.incidentId) return this.fail('belongs to another incident');
    if (this.line === 1) return this.fail('there is no header before it');
    if (prev !== this.at?.link) return this.fail('does not follow the line before it');
    if (this.at.seq !== null && seq !== this.at.seq + 1) return this.fail('its number is not the next one');
    if (salt === '' && !isErased(row)) return this.fail('its salt is gone, and it is not redacted');
    if (salt !== '' && digestOf(salt, row.event) !== digest) return this.fail('its text was changed');
    this.stamps.add(row.stamp);
    if (isErased(row)) this.redacted.push(row.stamp);
    this.moveTo({ link: linkOf(prev, seq, row, digest), seq });
  }

  /** The first file that is looked at is taken at its word. */
  private continues(prev: string): boolean {
    return this.at === null || this.earlier.has(prev);
  }

  private moveTo(position: Position): void {
    this.at = position;
    this.passed.set(position.link, position.seq);
  }

  /** The journal begins with a later file than its first. */
  missesFiles(): void {
    this.line = 1;
    this.fail('the files before it are missing');
  }

  private fail(why: string): void {
    this.brokenAt ??= { file: this.name.file, line: this.line, why };
  }
}
