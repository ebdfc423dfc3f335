import type { Row } from '../domain/events';
import type { DeviceId } from '../domain/ids';
import { readStamp } from '../domain/stamp';
import { between, minutes, ms, type EpochMs, type Ms } from '../domain/time';

/** Rows of one author on one device whose clock was wrong while they wrote (BUN9). */
export interface Skew {
  readonly by: string;
  readonly device: DeviceId;
  readonly rows: number;
  /** The widest gap: between the row's own two clocks, or into the future as seen from here. */
  readonly most: Ms;
  /** Some of its stamps lie in the future. */
  readonly ahead: boolean;
}

/** Two computers that keep their time are never further apart. */
const TOLERANCE = minutes(2);

/**
 * Finds clocks that were off. A stamp never goes back, so a clock that was set back shows as a stamp
 * later than the time the row says it was written; one that is ahead shows as a stamp yet to come.
 */
export function skewsIn(rows: readonly Row[], now: EpochMs): readonly Skew[] {
  const found = new Map<string, Skew>();
  for (const row of rows) {
    const stamp = readStamp(row.stamp);
    if (!stamp) continue;
    const apart = Math.abs(between(row.recordedAt, stamp.wall));
    const future = between(now, stamp.wall);
    if (apart <= TOLERANCE && future <= TOLERANCE) continue;
    const key = `${stamp.device} ${row.by}`;
    const before = found.get(key);
    found.set(key, {
      by: row.by,
      device: stamp.device,
      rows: (before?.rows ?? 0) + 1,
      most: ms(Math.max(before?.most ?? 0, apart, future)),
      ahead: (before?.ahead ?? false) || future > TOLERANCE,
    });
  }
  return [...found.values()];
}
