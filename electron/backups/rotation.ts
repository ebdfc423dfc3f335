/** What the rotation looks at: a backup that was verified when it was written. */
export interface Kept {
  readonly file: string;
  /** Epoch ms. */
  readonly takenAt: number;
  readonly rows: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NEWEST = 12;
const HOURLY_FOR_MS = 48 * HOUR_MS;
const DAILY_FOR_MS = 30 * DAY_MS;

/**
 * The backups to delete (BAK2): all but the last 12, the last of each hour for 48 hours, and the last
 * of each day (UTC) for 30 days.
 *
 * Never the newest. Never the newest of those with the most rows either: journals only grow, so a
 * fuller backup says that rows have been lost since, and it may be the only place they are in.
 */
export function outdated<T extends Kept>(backups: readonly T[], now: number): readonly T[] {
  const newestFirst = backups.toSorted((a, b) => b.takenAt - a.takenAt || (a.file < b.file ? 1 : -1));
  const most = Math.max(...newestFirst.map(({ rows }) => rows));
  const kept = new Set<T>([
    ...newestFirst.slice(0, NEWEST),
    ...newestFirst.filter(({ rows }) => rows === most).slice(0, 1),
    ...lastOfEach(HOUR_MS, newestFirst, now - HOURLY_FOR_MS),
    ...lastOfEach(DAY_MS, newestFirst, now - DAILY_FOR_MS),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

function lastOfEach<T extends Kept>(length: number, newestFirst: readonly T[], from: number): readonly T[] {
  const seen = new Set<number>();
  return newestFirst.filter(({ takenAt }) => {
    const slot = Math.floor(takenAt / length);
    if (takenAt < from || seen.has(slot)) return false;
    seen.add(slot);
    return true;
  });
}
