import type { Bridge } from '../electron/contract';

declare global {
  interface Window {
    readonly bridge?: Bridge;
  }
}

/**
 * The way to the main process. The only file that touches `window.bridge`.
 * Throws when the page runs outside the console, since nothing could be kept there.
 */
export function connect(): Bridge {
  if (!window.bridge) throw new Error('This page only works inside Incident Console.');
  return window.bridge;
}
