import { createHash, type Hash } from 'node:crypto';
import type { StorageFailure, StoredRow } from '../contract';
import type { Journal } from '../journal/journal';
import { KIND, laterStamp, sha256Of, SNAPSHOT_FORMAT, type SnapshotIncident } from './snapshotFormat';
import type { SnapshotHeader } from './snapshotFormat';

/** Rows a slice: some 2 ms of work, so that an append never waits long for the one thread of main. */
const SLICE_ROWS = 500;

/** The whole text of a backup, and the journal that could not be read, if there was one. */
export interface Collected {
  readonly header: SnapshotHeader;
  readonly text: Buffer;
  readonly unread: StorageFailure | null;
}

/** Reads every journal, slice by slice; between slices main answers the page. */
export async function collectRows(
  journal: Pick<Journal, 'state' | 'read'>,
  facts: { readonly takenAt: number; readonly device: string },
): Promise<Collected> {
  const { journals } = await journal.state();
  const parts: Buffer[] = [];
  const incidents: SnapshotIncident[] = [];
  let unread: StorageFailure | null = null;
  for (const { incidentId } of journals) {
    const lines = new IncidentLines(incidentId);
    unread = (await lines.readAll(journal)) ?? unread;
    parts.push(...lines.parts);
    if (lines.count > 0) incidents.push(lines.facts());
  }
  const body = Buffer.concat(parts);
  const { takenAt, device } = facts;
  const header: SnapshotHeader = {
    format: SNAPSHOT_FORMAT,
    kind: KIND,
    takenAt,
    device,
    incidents,
    sha256: sha256Of(body),
  };
  return { header, text: Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]), unread };
}

class IncidentLines {
  readonly parts: Buffer[] = [];
  count = 0;
  private lastStamp: string | null = null;
  private readonly hash: Hash = createHash('sha256');

  constructor(private readonly incidentId: string) {}

  /** Why reading ended early, or null. */
  async readAll(journal: Pick<Journal, 'read'>): Promise<StorageFailure | null> {
    for (let from: number | null = 0; from !== null;) {
      const page = await journal.read(this.incidentId, from, SLICE_ROWS);
      if (!page.ok) return page.failure;
      this.add(page.value.rows);
      from = page.value.next;
      await new Promise((resolve) => setImmediate(resolve));
    }
    return null;
  }

  facts(): SnapshotIncident {
    const { incidentId, count, lastStamp } = this;
    return { incidentId, count, lastStamp, sha256: this.hash.digest('hex') };
  }

  private add(rows: readonly StoredRow[]): void {
    const bytes = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    this.hash.update(bytes);
    this.parts.push(bytes);
    this.count += rows.length;
    for (const { stamp } of rows) this.lastStamp = laterStamp(this.lastStamp, stamp);
  }
}
