import { existsSync } from 'node:fs';

/** What a program reaches a graphics card by: the kernel's own way, NVIDIA's, and that of Linux within Windows. */
const WAYS_TO_A_CARD = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg', '/dev/kgsl-3d0', '/dev/mali0'];

/**
 * Whether there can be a graphics card. Without one Chromium starts a process for it, sees that fail, and
 * starts another for drawing without, just when the first window is waiting for it.
 */
export function mayHaveGraphicsCard(
  platform: NodeJS.Platform,
  exists: (path: string) => boolean = existsSync,
): boolean {
  return platform !== 'linux' || WAYS_TO_A_CARD.some((path) => exists(path));
}
