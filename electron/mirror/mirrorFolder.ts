import { join } from 'node:path';
import type { StoredRow } from '../contract';
import { atomicWrite } from '../files/atomicWrite';
import type { FilePort } from '../files/filePort';
import { eraseLines } from '../journal/eraseLines';
import { isErased } from '../journal/erasure';
import { decodeLine } from '../journal/lineFormat';
import { readSegmentName } from '../journal/segmentName';
import { fileTime } from '../wallClock';
import { asidePath, levelFile } from './levelFile';

/** Begins the name of every device's folder in a second place. */
export const FOLDER_PREFIX = 'incident-console-journal-';

/** The place a person chose is not there, or not the one we wrote to. */
export class MirrorMissing extends Error {
  readonly code = 'ENOENT';

  constructor(readonly path: string) {
    super(`${path} is not there`);
    this.name = 'MirrorMissing';
  }
}

/** A journal file and how much of it is acknowledged. */
export interface FileExtent {
  readonly file: string;
  readonly bytes: number;
}

export interface MirrorFolderPlace {
  readonly files: FilePort;
  /** The journal's own folder. */
  readonly journal: string;
  readonly chosen: string;
  readonly device: string;
  readonly now: () => number;
}

const UNFINISHED = /\.[0-9a-f]{12}\.tmp$/;

/** This device's folder in the second place. Every method rejects with the system's error. */
export class MirrorFolder {
  readonly path: string;
  private readonly aside: string;
  /** Bytes of each file found equal in this run. */
  private readonly equal = new Map<string, number>();
  private readonly searched = new Set<string>();
  private forgotten = 0;

  constructor(private readonly place: MirrorFolderPlace) {
    this.path = join(place.chosen, `${FOLDER_PREFIX}${place.device}`);
    this.aside = join(this.path, 'aside');
  }

  /**
   * Makes this device's folder, and never the chosen one, nor a second time: where a stick was taken
   * out, a folder made anew would lie on the wrong disk.
   */
  async prepare(begunBefore: boolean): Promise<void> {
    const { files, chosen } = this.place;
    if (!(await files.isFolder(chosen))) throw new MirrorMissing(chosen);
    if (await files.isFolder(this.path)) return;
    if (begunBefore) throw new MirrorMissing(this.path);
    await files.makeFolder(this.path);
    await files.syncFolder(chosen);
  }

  /** Answers how many files had to make room. */
  async level(incidentId: string, extents: readonly FileExtent[]): Promise<number> {
    const { files, journal, now } = this.place;
    const { forgotten } = this;
    let putAside = 0;
    for (const { file, bytes } of extents) {
      if (bytes === 0 || this.equal.get(file) === bytes) continue;
      const to = join(this.path, file);
      const aside = (): string => asidePath(this.path, file, fileTime(now()));
      const pair = { files, from: join(journal, file), bytes, to, aside };
      if (await levelFile(pair, this.equal.get(file))) putAside += 1;
      // A text may have been erased while the file was copied.
      if (forgotten === this.forgotten) this.equal.set(file, bytes);
    }
    if (!this.searched.has(incidentId) || putAside > 0) await this.eraseAside(incidentId, extents);
    if (forgotten === this.forgotten) this.searched.add(incidentId);
    return putAside;
  }

  /** What is known of an incident's files no longer holds: a text was erased, or the place was away. */
  forget(incidentId: string): void {
    this.forgotten += 1;
    for (const file of this.equal.keys()) {
      if (readSegmentName(file)?.incidentId === incidentId) this.equal.delete(file);
    }
    this.searched.delete(incidentId);
  }

  forgetAll(): void {
    this.forgotten += 1;
    this.equal.clear();
    this.searched.clear();
  }

  /** Incidents that have a file here. What a kill left half-written goes: it may hold an erased text. */
  async incidents(): Promise<ReadonlySet<string>> {
    const { files } = this.place;
    const names = await files.list(this.path);
    for (const name of names) if (UNFINISHED.test(name)) await files.remove(join(this.path, name));
    return new Set(names.flatMap((name) => readSegmentName(name)?.incidentId ?? []));
  }

  /** Texts the journal has erased leave the files that were put aside, too (RED6). */
  private async eraseAside(incidentId: string, extents: readonly FileExtent[]): Promise<void> {
    const { files, journal } = this.place;
    const names = (await files.list(this.aside)).filter((name) => name.startsWith(`${incidentId}.`));
    if (names.length === 0) return;
    const erased = new Map<string, StoredRow>();
    for (const { file } of extents) {
      for (const row of erasedIn(await files.readAll(join(journal, file)))) erased.set(row.stamp, row);
    }
    if (erased.size === 0) return;
    for (const name of names) {
      const path = join(this.aside, name);
      const bytes = eraseLines(await files.readAll(path), erased);
      if (bytes) await atomicWrite(files, path, bytes);
    }
  }
}

function erasedIn(bytes: Buffer): readonly StoredRow[] {
  const rows: StoredRow[] = [];
  for (let from = 0, end = 0; from < bytes.length; from = end + 1) {
    end = bytes.indexOf(0x0a, from);
    if (end === -1) break;
    const decoded = decodeLine(bytes.subarray(from, end));
    if (decoded.kind === 'row' && isErased(decoded.line.row)) rows.push(decoded.line.row);
  }
  return rows;
}
