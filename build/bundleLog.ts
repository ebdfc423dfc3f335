/**
 * Reads the logs out of an incident bundle (`.icbundle`, a zip), with the reader of the app: the archive
 * comes from somebody else, and its size is counted while it is unpacked, never believed.
 */
import { bufferSource } from '../electron/bundle/byteSource';
import { checkEntries } from '../electron/bundle/entryRules';
import { contentOf, extentsOf } from '../electron/bundle/zipContent';
import { readDirectory } from '../electron/bundle/zipDirectory';

/** A log's name inside a bundle; at its root where somebody packed a single one by hand. */
const LOG = /^(?:incidents\/[A-Za-z0-9_-]{1,64}\/)?log\.ndjson$/;

/** Unpacked, two hundred times the longest log on record. */
const MOST_LOG_BYTES = 256 * 1024 * 1024;

/** True for bytes that start like a zip archive. */
export const isZip = (bytes: Buffer): boolean => bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004'));

/**
 * The text of the bundle's logs, one behind the other.
 *
 * @throws Error with a sentence when there is no log in it, or it is too large or damaged.
 */
export async function bundleLog(bytes: Buffer, mostBytes = MOST_LOG_BYTES): Promise<string> {
  const source = bufferSource(bytes);
  const directory = await readDirectory(source);
  checkEntries(directory.entries);
  const extents = await extentsOf(source, directory);
  const chunks: Buffer[] = [];
  let size = 0;
  for (const [i, entry] of directory.entries.entries()) {
    const extent = extents[i];
    if (extent === undefined || !LOG.test(entry.name)) continue;
    for await (const chunk of contentOf(source, entry, extent)) {
      size += chunk.length;
      if (size > mostBytes) throw new Error(`The bundle’s log is larger than ${mostBytes} bytes.`);
      chunks.push(chunk);
    }
  }
  if (chunks.length === 0) throw new Error('The bundle has no log.ndjson.');
  return Buffer.concat(chunks).toString('utf8');
}
