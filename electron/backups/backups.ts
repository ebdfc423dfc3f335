import { join } from 'node:path';
import type { BackupPreview, BackupRestored, BackupSummary, Outcome, StoredRow } from '../contract';
import { readSnapshot } from './readSnapshot';
import { redactSnapshots } from './redactSnapshots';
import { Restoring, type RestoredRows, type RestorePlace } from './restoring';
import { outdated } from './rotation';
import { snapshotsAmong, type SnapshotName } from './snapshotName';
import { outcomeOf, StorageTrouble, valueOf } from './storageTrouble';
import { fingerprintOf, writeSnapshot, type SnapshotPlace } from './writeSnapshot';

export type BackupPlace = SnapshotPlace & RestorePlace;

/** Left by a run that was killed while it wrote. */
const UNFINISHED = /\.icsnapshot\.[0-9a-f]+\.tmp$/;

/**
 * The verified copies of all journals in `<profile>/backups`, and the way back from one.
 * One thing at a time; nothing here rejects.
 */
export class Backups {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly place: BackupPlace) {}

  get folder(): string {
    return this.place.folder;
  }

  /** Newest first. */
  list(): Promise<Outcome<readonly BackupSummary[]>> {
    return this.inTurn(async () =>
      Promise.all(
        (await this.names()).map(async (name) =>
          summaryOf(name, (await this.place.files.size(this.path(name.file))) ?? 0),
        ),
      ),
    );
  }

  /** Writes one now, whether anything changed or not. */
  take(): Promise<Outcome<BackupSummary>> {
    return this.inTurn(() => this.write());
  }

  /** Writes one, unless the newest holds all there is: then null. A migration calls this before it begins. */
  takeIfChanged(): Promise<Outcome<BackupSummary | null>> {
    return this.inTurn(async () => ((await this.newestIsCurrent()) ? null : this.write()));
  }

  /** What restoring would add, incident by incident. */
  preview(file: string): Promise<Outcome<BackupPreview>> {
    return this.inTurn(async () => {
      const snapshot = await readSnapshot(this.place.files, this.path(file));
      return { file, takenAt: snapshot.header.takenAt, incidents: await this.restoring.preview(snapshot) };
    }, this.path(file));
  }

  /** Backs up the present, then adds to the journals what only the backup has (BAK4, BAK6). */
  restore(file: string): Promise<Outcome<BackupRestored>> {
    return this.takeIn(() => readSnapshot(this.place.files, this.path(file)), this.path(file));
  }

  /** The same with the rows of another copy, which `path` names for people. */
  takeIn(read: () => Promise<RestoredRows>, path: string): Promise<Outcome<BackupRestored>> {
    return this.inTurn(async () => {
      const snapshot = await read();
      const presentKeptAs = await this.keepPresent();
      return { ...(await this.restoring.restore(snapshot)), presentKeptAs };
    }, path);
  }

  /**
   * Erases rows in every backup, then does `andThen`; no backup is taken in between, which would hold
   * the texts once more (RED6).
   */
  redact<T>(rows: readonly StoredRow[], andThen: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    return this.inTurn(async () => {
      const { files, folder } = this.place;
      await this.removeUnfinished();
      const names = (await this.names()).map(({ file }) => file);
      await redactSnapshots(files, folder, names, rows);
      return valueOf(await andThen());
    });
  }

  private get restoring(): Restoring {
    return new Restoring(this.place);
  }

  /** Without rotating: the backup that is being restored must not be what goes. */
  private async keepPresent(): Promise<string | null> {
    const { journals } = await this.place.journal.state();
    if (journals.length === 0) return null;
    const [newest] = await this.names();
    if (newest && (await this.newestIsCurrent()) && (await this.isReadable(newest.file))) return newest.file;
    return (await writeSnapshot(this.place)).name.file;
  }

  private async isReadable(file: string): Promise<boolean> {
    return readSnapshot(this.place.files, this.path(file)).then(
      () => true,
      () => false,
    );
  }

  private async newestIsCurrent(): Promise<boolean> {
    const { journals } = await this.place.journal.state();
    if (journals.length === 0) return true;
    const [newest] = await this.names();
    return newest?.fingerprint === fingerprintOf(journals);
  }

  private async write(): Promise<BackupSummary> {
    const { files } = this.place;
    await this.removeUnfinished();
    const { name, bytes, unread } = await writeSnapshot(this.place);
    for (const { file } of outdated(await this.names(), this.place.now())) {
      await files.remove(this.path(file));
    }
    if (unread) throw new StorageTrouble(unread);
    return summaryOf(name, bytes);
  }

  private async removeUnfinished(): Promise<void> {
    const { files, folder } = this.place;
    for (const file of await files.list(folder)) {
      if (UNFINISHED.test(file)) await files.remove(this.path(file));
    }
  }

  private async names(): Promise<readonly SnapshotName[]> {
    return snapshotsAmong(await this.place.files.list(this.place.folder));
  }

  private path(file: string): string {
    return join(this.place.folder, file);
  }

  private inTurn<T>(work: () => Promise<T>, path = this.place.folder): Promise<Outcome<T>> {
    const done = this.turn.then(() => outcomeOf(path, work));
    this.turn = done;
    return done;
  }
}

function summaryOf({ file, takenAt, incidents, rows }: SnapshotName, bytes: number): BackupSummary {
  return { file, takenAt, incidents, rows, bytes };
}
