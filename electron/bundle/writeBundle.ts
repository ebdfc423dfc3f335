import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { Deflate, Zip, ZipDeflate, ZipPassThrough } from 'fflate/browser';
import { readImageName } from '../attachments/imageName';
import { MANIFEST_NAME } from './entryRules';
import { LIMITS } from './limits';
import { imagePath, logPath, writeManifest, type FilePart, type Manifest } from './manifest';
import { proofPath, type ProofFile } from './proof';

/** The logs to be written, fetched one after the other. */
export interface LogsToWrite {
  readonly incidentIds: readonly string[];
  /** One row a line, in log order. */
  readonly logOf: (incidentId: string) => Promise<Buffer>;
  /** The journal files it was made from, which vouch for it. */
  readonly proofOf?: (incidentId: string) => Promise<readonly ProofFile[]>;
  readonly images?: ImagesToWrite;
  /** Program and version. */
  readonly madeBy: string;
}

/** The images that the logs name, asked for once all logs were fetched. */
export interface ImagesToWrite {
  /** File names. */
  readonly named: () => readonly string[];
  /** Null when it can't be had; then the bundle goes without. */
  readonly read: (name: string) => Promise<Buffer | null>;
}

export interface WrittenBundle {
  readonly bytes: Buffer;
  readonly manifest: Manifest;
  /** Images that logs name and that could not be had. */
  readonly missing: number;
}

/** Noon, local as fflate reads it, so that every zone writes the same day; zip knows nothing before 1980. */
const WRITTEN_AT = new Date(1980, 0, 1, 12);
const LEVEL = 6;
const PIECE = 256 * 1024;
const NEWLINE = 0x0a;

/**
 * Makes a bundle. The same logs give the same bytes on every machine: incidents by id, no time of
 * making, and fflate rather than the system's zlib, whose output depends on the processor.
 */
export async function writeBundle(logs: LogsToWrite): Promise<WrittenBundle> {
  const { incidentIds, logOf, proofOf, images, madeBy } = logs;
  const archive = new Archive();
  const incidents: Manifest['incidents'][number][] = [];
  for (const id of incidentIds.toSorted()) {
    const log = await logOf(id);
    const part = { ...(await archive.put(logPath(id), log)), rows: linesIn(log) };
    const proof: FilePart[] = [];
    for (const { file, bytes } of (await proofOf?.(id)) ?? []) {
      proof.push(await archive.put(proofPath(id, file), bytes));
    }
    incidents.push({ id, log: part, ...(proofOf && { proof }) });
  }
  const names = [...new Set(images?.named())].toSorted();
  const attachments = images ? await addImages(archive, names, images) : [];
  const manifest = { madeBy, incidents, attachments };
  await archive.add(MANIFEST_NAME, Buffer.from(writeManifest(manifest), 'utf8'));
  return { bytes: archive.end(), manifest, missing: names.length - attachments.length };
}

async function addImages(
  archive: Archive,
  names: readonly string[],
  { read }: ImagesToWrite,
): Promise<Manifest['attachments']> {
  const attachments: Manifest['attachments'][number][] = [];
  for (const name of names) {
    const bytes = await read(name);
    const sha256 = readImageName(name)?.sha256;
    if (bytes === null || sha256 === undefined) continue;
    const path = imagePath(name);
    attachments.push({ path, sha256, bytes: bytes.length });
    await archive.add(path, bytes);
  }
  return attachments;
}

class Archive {
  private readonly chunks: Uint8Array[] = [];
  private failure: Error | null = null;
  private readonly zip = new Zip((error, chunk) => {
    if (error) this.failure = error;
    else this.chunks.push(chunk);
  });

  /** Adds a part and answers what the manifest says of it. */
  async put(path: string, content: Buffer): Promise<FilePart> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await this.add(path, content);
    return { path, sha256, bytes: content.length };
  }

  async add(name: string, content: Buffer): Promise<void> {
    const stored = content.length > LIMITS.ratioFrom && (await packsTooWell(content));
    const entry = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: LEVEL });
    entry.mtime = WRITTEN_AT;
    this.zip.add(entry);
    await inPieces(content, (piece, last) => entry.push(piece, last));
  }

  end(): Buffer {
    this.zip.end();
    if (this.failure) throw this.failure;
    return Buffer.concat(this.chunks);
  }
}

/** Readers take an entry that blows up for a bomb, and a pasted page of blanks would look like one. */
async function packsTooWell(content: Buffer): Promise<boolean> {
  let packed = 0;
  const deflate = new Deflate({ level: LEVEL }, (chunk) => void (packed += chunk.length));
  await inPieces(content, (piece, last) => deflate.push(piece, last));
  return packed * (LIMITS.ratio / 2) < content.length;
}

/** In pieces of a fixed size, letting the alarm and the page in between. */
async function inPieces(content: Buffer, push: (piece: Uint8Array, last: boolean) => void): Promise<void> {
  for (let at = 0; at === 0 || at < content.length; at += PIECE) {
    push(content.subarray(at, at + PIECE), at + PIECE >= content.length);
    await breathe();
  }
}

function linesIn(log: Buffer): number {
  let lines = 0;
  for (let at = log.indexOf(NEWLINE); at !== -1; at = log.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
