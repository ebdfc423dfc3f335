import { crc32 } from './crc32';
import { ImportRefused, type SourceFile } from './importTypes';
import type { ZipEntry } from './zipDirectory';

/** Bytes read and worked on at a time: a few milliseconds' work, so that the window goes on answering. */
const CHUNK = 64 * 1024;

/** A file's bytes, piece by piece. */
export interface Chunked {
  readonly path: string;
  readonly size: number;
  readonly chunks: () => AsyncIterable<Uint8Array>;
}

/** A file that lies open on the disk. */
export const plainChunks = (file: SourceFile): Chunked => ({
  path: file.path,
  size: file.size,
  chunks: () => rangeOf(file, 0, file.size),
});

async function* rangeOf(file: SourceFile, from: number, to: number): AsyncGenerator<Uint8Array> {
  for (let at = from; at < to; at += CHUNK) yield file.read(at, Math.min(to, at + CHUNK));
}

/** A file inside an archive. Its size is counted while it is unpacked, never believed; a wrong checksum is told. */
export const zippedChunks = (file: SourceFile, entry: ZipEntry): Chunked => ({
  path: entry.path,
  size: entry.size,
  chunks: () => unpacked(file, entry),
});

async function* unpacked(file: SourceFile, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const head = await file.read(entry.at, Math.min(file.size, entry.at + 30));
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 30 || view.getUint32(0, true) !== 0x04034b50) throw damaged(entry);
  const from = entry.at + 30 + view.getUint16(26, true) + view.getUint16(28, true);
  if (from + entry.packed > file.size) throw damaged(entry);
  const packed = rangeOf(file, from, from + entry.packed);
  let size = 0;
  let crc = 0;
  for await (const chunk of entry.method === 0 ? packed : inflated(packed, entry)) {
    size += chunk.length;
    if (size > entry.size) throw new ImportRefused(`“${entry.path}” unpacks to more than its archive says.`);
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (size !== entry.size || crc !== entry.crc) throw damaged(entry);
}

async function* inflated(packed: AsyncIterable<Uint8Array>, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  if (entry.method !== 8)
    throw new ImportRefused(`“${entry.path}” is packed in a way this version does not know.`);
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const fed = feed(packed, writer).catch((error: unknown) => error);
  const reader = stream.readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (let at = 0; at < value.length; at += CHUNK) yield value.subarray(at, at + CHUNK);
    }
  } catch {
    throw damaged(entry);
  } finally {
    await reader.cancel().catch(() => undefined);
    await writer.abort().catch(() => undefined);
    await fed;
  }
}

async function feed(
  packed: AsyncIterable<Uint8Array>,
  writer: WritableStreamDefaultWriter<BufferSource>,
): Promise<void> {
  for await (const chunk of packed) await writer.write(new Uint8Array(chunk));
  await writer.close();
}

const damaged = ({ path }: ZipEntry): ImportRefused =>
  new ImportRefused(`“${path}” is damaged in its archive.`);
