import { fileTime } from '../wallClock';

/** What a backup's file name says, so that a list needs no file opened. */
export interface SnapshotName {
  readonly file: string;
  /** Epoch ms. */
  readonly takenAt: number;
  readonly incidents: number;
  readonly rows: number;
  /** Stands for what the journals held: equal in two names when nothing was written in between. */
  readonly fingerprint: string;
}

const SHAPE =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z\.(\d{1,9})i\.(\d{1,12})r\.([0-9a-f]{12})\.icsnapshot$/;

/** @example '2026-11-23T03-14-00.000Z.3i.212r.0a1b2c3d4e5f.icsnapshot' */
export function snapshotFile({ takenAt, incidents, rows, fingerprint }: Omit<SnapshotName, 'file'>): string {
  return `${fileTime(takenAt)}.${incidents}i.${rows}r.${fingerprint}.icsnapshot`;
}

/** Undefined for any other file in the folder. */
export function readSnapshotName(file: string): SnapshotName | undefined {
  const [, day, hour, minute, second, incidents, rows, fingerprint] = SHAPE.exec(file) ?? [];
  if (fingerprint === undefined) return undefined;
  const takenAt = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(takenAt)) return undefined;
  return { file, takenAt, incidents: Number(incidents), rows: Number(rows), fingerprint };
}

/** The backups among `files`, newest first. */
export function snapshotsAmong(files: readonly string[]): readonly SnapshotName[] {
  return files
    .flatMap((file) => readSnapshotName(file) ?? [])
    .toSorted((a, b) => b.takenAt - a.takenAt || (a.file < b.file ? 1 : -1));
}
