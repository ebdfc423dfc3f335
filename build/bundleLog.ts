/**
 * Reads the log out of an incident bundle (`.icbundle`, a zip). The archive comes from somebody else:
 * its size is counted while it is unpacked, never believed.
 */
import { type Readable } from 'node:stream';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** The log's name inside a bundle. */
const LOG_NAME = 'log.ndjson';

/** Unpacked, two hundred times the longest log on record. */
const MOST_LOG_BYTES = 256 * 1024 * 1024;
const MOST_ENTRIES = 10_000;

/** True for bytes that start like a zip archive. */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));

/**
 * The text of the bundle's log.
 *
 * @throws Error with a sentence when there is no log in it, or more than one, or it is too large.
 */
export async function bundleLog(bytes: Buffer, mostBytes = MOST_LOG_BYTES): Promise<string> {
  const zip = await yauzl.fromBufferPromise(bytes);
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new Error(`The bundle has more than ${MOST_ENTRIES} files.`);
    const log = await findLog(zip);
    return await textOf(await zip.openReadStreamPromise(log), mostBytes);
  } finally {
    zip.close();
  }
}

async function findLog(zip: ZipFile): Promise<Entry> {
  const found: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === LOG_NAME) found.push(entry);
  }
  const [log, second] = found;
  if (!log) throw new Error(`The bundle has no ${LOG_NAME}.`);
  if (second) throw new Error(`The bundle has more than one ${LOG_NAME}.`);
  return log;
}

async function textOf(stream: Readable, mostBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`The bundle’s ${LOG_NAME} is larger than ${mostBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
