import type { FilePort } from './files/filePort';

/** How much room the profile's disk has. */
export type SpaceLevel = 'ok' | 'low' | 'critical';

/** Below this a warning, in bytes (BAK9). */
export const LOW_BYTES = 200_000_000;
/** Below this a standing red notice; backups leave this much to the log. */
export const CRITICAL_BYTES = 50_000_000;

/** @example spaceLevel(50_000_000) // 'low' */
export function spaceLevel(freeBytes: number): SpaceLevel {
  if (freeBytes < CRITICAL_BYTES) return 'critical';
  return freeBytes < LOW_BYTES ? 'low' : 'ok';
}

export interface Space {
  readonly level: SpaceLevel;
  readonly freeBytes: number;
}

const EVERY_MS = 60_000;

/**
 * Looks at the free space at once and every minute, and tells of every look that found too little,
 * and of the first that found enough again. A disk that doesn't answer is no full disk.
 */
export function watchSpace(
  files: Pick<FilePort, 'freeBytes'>,
  folder: string,
  tell: (space: Space) => void,
): () => void {
  let told: SpaceLevel = 'ok';
  const look = async (): Promise<void> => {
    const freeBytes = await files.freeBytes(folder).catch(() => Number.POSITIVE_INFINITY);
    const level = spaceLevel(freeBytes);
    if (level === 'ok' && told === 'ok') return;
    told = level;
    tell({ level, freeBytes: Number.isFinite(freeBytes) ? freeBytes : LOW_BYTES });
  };
  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
