import type { OpenFile } from '../files/filePort';

/** Where the terminated lines of a file end, and how many bytes stand behind the last newline. */
export interface LinesEnd {
  readonly end: number;
  readonly tailBytes: number;
}

const CHUNK_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/**
 * Calls `visit` with each newline-terminated line (without its newline) and its offset in the file.
 *
 * Reads a chunk at a time and keeps only the current line, so a file of any size can be scanned; a
 * line that spans chunks is put together once, so a huge tail without a newline costs no copying.
 * `pause`, when given, is awaited between chunks and may answer false to stop early.
 */
export async function visitLines(
  file: OpenFile,
  visit: (line: Buffer, offset: number) => void,
  pause?: () => Promise<boolean>,
  chunkBytes = CHUNK_BYTES,
): Promise<LinesEnd> {
  let started: Buffer[] = [];
  let lineStart = 0;
  let position = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const got = await file.read(chunk, 0, chunkBytes, position);
    if (got <= 0) return { end: lineStart, tailBytes: position - lineStart };
    let from = 0;
    for (;;) {
      const newline = chunk.indexOf(NEWLINE, from);
      if (newline === -1 || newline >= got) break;
      const piece = chunk.subarray(from, newline);
      visit(started.length === 0 ? piece : Buffer.concat([...started, piece]), lineStart);
      started = [];
      from = newline + 1;
      lineStart = position + from;
    }
    if (from < got) started.push(chunk.subarray(from, got));
    position += got;
    if (pause && !(await pause())) return { end: lineStart, tailBytes: 0 };
  }
}
