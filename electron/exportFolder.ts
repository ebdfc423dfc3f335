import { join } from 'node:path';
import type { ImageStore } from './attachments/imageStore';
import type { Outcome, Requests } from './contract';
import { atomicWrite } from './files/atomicWrite';
import type { FilePort } from './files/filePort';
import { failed, ok } from './files/storageFailure';
import { safeFileName } from './safeFileName';

type SaveRequest = Requests['export:save']['args'][0];
type Saved = Outcome<{ path: string; sha256: string; bytes: number }>;

export interface ExportPlace {
  readonly files: FilePort;
  /** The system's documents folder. */
  readonly documents: () => string;
  /** The folder a person chose, or null. */
  readonly chosen: () => string | null;
}

/**
 * Writes exports where people find them: `<documents>/Incident Console/<folder>/<file>`, or under the
 * folder somebody chose. The page names no path, so no script in it can write anywhere else.
 */
export class ExportFolder {
  private lastSaved: string | null = null;

  constructor(private readonly place: ExportPlace) {}

  /** The file written last, to be shown in the file manager. */
  get last(): string | null {
    return this.lastSaved;
  }

  /** Where exports go now. */
  get root(): string {
    return this.place.chosen() ?? join(this.place.documents(), 'Incident Console');
  }

  /** The images go first: a document that is there shows them. */
  async save(
    { folderName, fileName, text, images: names = [] }: SaveRequest,
    images: Pick<ImageStore, 'read'> = NONE,
  ): Promise<Requests['export:save']['result']> {
    let missing = 0;
    for (const name of names) {
      const found = await images.read(name);
      if (typeof found === 'string') missing += 1;
      else {
        const copied = await this.put(folderName, name, found, 'attachments');
        if (!copied.ok) return copied;
      }
    }
    const saved = await this.put(folderName, fileName, text);
    return saved.ok ? ok({ ...saved.value, missing }) : saved;
  }

  /** Both names are reduced to a safe set. */
  async put(
    folderName: string,
    fileName: string,
    content: string | Uint8Array,
    within: 'attachments' | '' = '',
  ): Promise<Saved> {
    const chosen = this.place.chosen();
    const folder = join(this.root, safeFileName(folderName, 'Incident'), within);
    const path = join(folder, safeFileName(fileName, 'export.txt'));
    // A chosen folder that is gone is a stick pulled out: making it anew would hide the files.
    if (chosen !== null && !(await this.place.files.isFolder(chosen))) return gone(chosen);
    try {
      await this.place.files.makeFolder(folder);
      const { sha256, bytes } = await atomicWrite(this.place.files, path, content);
      this.lastSaved = path;
      return ok({ path, sha256, bytes });
    } catch (error) {
      return failed(error, path);
    }
  }
}

const NONE = { read: () => Promise.resolve('missing' as const) };

function gone(path: string): Outcome<never> {
  return { ok: false, failure: { reason: 'missing', path, detail: 'the folder is not there' } };
}
