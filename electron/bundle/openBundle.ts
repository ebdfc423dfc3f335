import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import { imageKind } from '../attachments/imageKind';
import { imageName } from '../attachments/imageName';
import type { ByteSource } from './byteSource';
import { checkEntries, isFolder, MANIFEST_NAME, shown } from './entryRules';
import { imagePath, readManifest, type FilePart, type Manifest } from './manifest';
import type { ProofFile } from './proof';
import { BundleRefused } from './refused';
import { contentOf, extentsOf, type Extent } from './zipContent';
import { readDirectory, type ZipEntry } from './zipDirectory';

/** A bundle every byte of which has been read and found to be as its manifest says. */
export interface OpenBundle {
  readonly manifest: Manifest;
  /** The incident's log, read and checked anew: the file may have changed meanwhile. */
  readonly log: (incidentId: string) => Promise<Buffer>;
  /** The journal files that vouch for it, by their names in the journal; empty without any. */
  readonly proof: (incidentId: string) => Promise<readonly ProofFile[]>;
  /** An image, read and checked anew; null when it has none of that name. */
  readonly image: (name: string) => Promise<Buffer | null>;
  readonly close: () => Promise<void>;
}

interface Part {
  readonly entry: ZipEntry;
  readonly extent: Extent;
}

type Parts = ReadonlyMap<string, Part>;

interface Promised {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows?: number;
}

/**
 * Opens and checks a bundle. Nothing is unpacked to the disk, and no more than a piece of it is in
 * memory at a time.
 *
 * @throws BundleRefused, with one sentence on the first thing that is wrong; or the system's error.
 */
export async function openBundle(source: ByteSource): Promise<OpenBundle> {
  try {
    const parts = await partsOf(source);
    const manifest = await manifestOf(source, parts);
    checkComplete(parts, manifest);
    for (const { log, proof = [] } of manifest.incidents) {
      for (const part of [log, ...proof]) await check(source, parts, part);
    }
    for (const image of manifest.attachments) await readImage(source, parts, image);
    return {
      manifest,
      log: async (incidentId) => {
        const found = manifest.incidents.find(({ id }) => id === incidentId);
        if (!found) throw new BundleRefused('missing-entry', 'It does not hold that incident.');
        return readPart(source, parts, found.log);
      },
      proof: async (incidentId) => {
        const found = manifest.incidents.find(({ id }) => id === incidentId)?.proof ?? [];
        const read = async (part: FilePart): Promise<ProofFile> => ({
          file: basename(part.path),
          bytes: await readPart(source, parts, part),
        });
        return Promise.all(found.map(read));
      },
      image: async (name) => {
        const found = manifest.attachments.find(({ path }) => path === imagePath(name));
        return found ? readImage(source, parts, found) : null;
      },
      close: () => source.close(),
    };
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function partsOf(source: ByteSource): Promise<Parts> {
  const directory = await readDirectory(source);
  checkEntries(directory.entries);
  const extents = await extentsOf(source, directory);
  const parts = new Map<string, Part>();
  for (const [i, entry] of directory.entries.entries()) {
    const extent = extents[i];
    if (extent) parts.set(entry.name, { entry, extent });
  }
  return parts;
}

async function manifestOf(source: ByteSource, parts: Parts): Promise<Manifest> {
  if (!parts.has(MANIFEST_NAME)) {
    throw new BundleRefused('manifest', 'It has no manifest, so it is not an incident bundle.');
  }
  const chunks: Buffer[] = [];
  for await (const chunk of content(source, parts, MANIFEST_NAME)) chunks.push(chunk);
  return readManifest(Buffer.concat(chunks).toString('utf8'));
}

/** Nothing the manifest does not name; that all it names is there shows when it is read. */
function checkComplete(parts: Parts, { incidents, attachments }: Manifest): void {
  const named = new Set([
    MANIFEST_NAME,
    ...incidents.flatMap(({ log, proof = [] }) => [log, ...proof].map(({ path }) => path)),
    ...attachments.map(({ path }) => path),
  ]);
  const folders = new Set([...named].flatMap(foldersAbove));
  for (const { entry } of parts.values()) {
    const known = isFolder(entry) ? folders.has(entry.name) : named.has(entry.name);
    if (!known) {
      throw new BundleRefused(
        'unknown-entry',
        `It holds ${shown(entry.name)}, which its manifest does not name.`,
      );
    }
  }
}

const foldersAbove = (path: string): readonly string[] =>
  path.split('/').flatMap((_, i, all) => (i === 0 ? [] : [`${all.slice(0, i).join('/')}/`]));

async function check(source: ByteSource, parts: Parts, promised: Promised): Promise<void> {
  const found = new Tally();
  for await (const chunk of content(source, parts, promised.path)) found.add(chunk);
  found.compare(promised);
}

/** The bytes of an image that is one, of the kind its name says (ATT7). */
async function readImage(source: ByteSource, parts: Parts, promised: Promised): Promise<Buffer> {
  const bytes = await readPart(source, parts, promised);
  const kind = imageKind(bytes);
  const isOne =
    typeof kind !== 'string' &&
    promised.path === imagePath(imageName({ sha256: promised.sha256, type: kind.type }));
  if (isOne) return bytes;
  const why = kind === 'too-many-pixels' ? 'has too many pixels' : 'is not the image that its name says';
  throw new BundleRefused('no-image', `${shown(promised.path)} in it ${why}.`);
}

async function readPart(source: ByteSource, parts: Parts, part: Promised): Promise<Buffer> {
  const found = new Tally();
  const chunks: Buffer[] = [];
  for await (const chunk of content(source, parts, part.path)) {
    found.add(chunk);
    chunks.push(chunk);
  }
  found.compare(part);
  return Buffer.concat(chunks);
}

function content(source: ByteSource, parts: Parts, path: string): AsyncGenerator<Buffer, void> {
  const part = parts.get(path);
  if (!part) throw new BundleRefused('missing-entry', `${shown(path)} is missing in it.`);
  return contentOf(source, part.entry, part.extent);
}

const NEWLINE = 0x0a;

/** Counts what a manifest promises. */
class Tally {
  private readonly hash = createHash('sha256');
  private bytes = 0;
  private lines = 0;
  private last = NEWLINE;

  add(chunk: Buffer): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, at + 1)) this.lines += 1;
    this.last = chunk.at(-1) ?? this.last;
  }

  compare({ path, sha256, bytes, rows }: Promised): void {
    if (this.bytes !== bytes || this.hash.digest('hex') !== sha256) {
      throw new BundleRefused('checksum', `${shown(path)} in it is not what its manifest says.`);
    }
    const lines = this.lines + (this.last === NEWLINE ? 0 : 1);
    if (rows !== undefined && lines !== rows) {
      throw new BundleRefused(
        'checksum',
        `${shown(path)} in it has ${lines} rows, not ${rows} as its manifest says.`,
      );
    }
  }
}
