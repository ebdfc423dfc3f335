import type { Outcome, StoredRow } from './contract';
import type { ImageStore } from './attachments/imageStore';
import { orphanedBy } from './attachments/references';
import type { Backups } from './backups/backups';
import type { Drafts } from './drafts';
import type { FilePort } from './files/filePort';
import { placeMarker } from './files/marker';
import { failed } from './files/storageFailure';
import type { Journal } from './journal/journal';
import type { JournalPaths } from './journal/paths';

export interface RedactionPlace {
  readonly files: FilePort;
  readonly paths: JournalPaths;
  readonly drafts: Pick<Drafts, 'compact'>;
  readonly backups: Pick<Backups, 'redact'>;
  readonly images: Pick<ImageStore, 'remove'>;
  readonly journal: Pick<Journal, 'redact' | 'state' | 'read'>;
}

/**
 * Erases rows in everything main keeps (RED6).
 *
 * The journal comes last: while it holds a text that its own log says is redacted, the page asks for
 * all of it again at the next opening, so a kill or a failure between two steps is made good.
 */
export async function redactEverywhere(
  { files, paths, drafts, backups, images, journal }: RedactionPlace,
  incidentId: string,
  rows: readonly StoredRow[],
): Promise<Outcome<{ redacted: number }>> {
  try {
    await placeMarker(files, paths.discard, '');
    await drafts.compact();
    return await backups.redact(rows, async () => {
      const orphaned = await orphanedBy(journal, rows);
      if (!orphaned.ok) return orphaned;
      await images.remove(orphaned.value);
      return journal.redact(incidentId, rows);
    });
  } catch (error) {
    return failed(error, paths.folder);
  }
}
