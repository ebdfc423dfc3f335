import type { StoredRow } from '../contract';

/** What restoring one incident would do. */
export interface IncidentPlan {
  readonly incidentId: string;
  readonly inBackup: number;
  readonly here: number;
  /** Only in the backup: these are added. */
  readonly missing: readonly StoredRow[];
  /** Redacted in the backup and still in clear here: these are redacted here too. */
  readonly toRedact: readonly StoredRow[];
}

/** Whether a row's text was erased on purpose; such a row wins over any copy of it (BAK5). */
export const isRedacted = ({ event }: StoredRow): boolean => event['redacted'] === true;

/**
 * The union of a backup's rows and those here (BAK4): what is only in the backup is added, a row here
 * is never replaced by the backup's, and nothing is taken away. So restoring twice adds nothing.
 */
export function planRestore(
  incidentId: string,
  backup: readonly StoredRow[],
  here: readonly StoredRow[],
): IncidentPlan {
  const known = new Map(here.map((row) => [row.stamp, row]));
  const missing = backup.filter(({ stamp }) => !known.has(stamp));
  const toRedact = backup.filter((row) => {
    const copy = known.get(row.stamp);
    return isRedacted(row) && copy !== undefined && !isRedacted(copy);
  });
  return { incidentId, inBackup: backup.length, here: here.length, missing, toRedact };
}
