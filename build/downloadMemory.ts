import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cacheFolder';

/** How long a failed download is not tried again. */
const rememberedMs = 6 * 60 * 60_000;

/** Remembers one address that could not be downloaded from. */
export interface DownloadMemory {
  /** True while the last failure at this same address is recent. */
  isFresh(): boolean;
  remember(reason: string): void;
}

/** Where the memory is kept; deleting this file makes the next run try again at once. */
export function downloadMemoryFile(): string {
  return join(cacheFolder(), 'electron-download-failed.json');
}

/**
 * The memory of failures at an address. Another address (a new version, a mirror set meanwhile) has none.
 * A file that cannot be read or written only means that the download is tried again.
 */
export function downloadMemory(
  address: string,
  file = downloadMemoryFile(),
  now: () => number = Date.now,
): DownloadMemory {
  return {
    isFresh() {
      const failed = readFailure(file);
      const age = now() - (failed?.at ?? Number.NEGATIVE_INFINITY);
      return failed?.address === address && age >= 0 && age < rememberedMs;
    },
    remember(reason) {
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify({ address, at: now(), reason })}\n`);
      } catch (error) {
        console.error(`Could not note the failed download in ${file}:`, error);
      }
    },
  };
}

function readFailure(file: string): { address: string; at: number } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { address: string; at: number };
  } catch {
    return undefined;
  }
}
