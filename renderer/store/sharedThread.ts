import type { Pace } from '../imports/importTypes';

/** Milliseconds of work after which whoever types gets the thread. */
const AT_MOST = 8;
/** A drawn progress bar needs no more than this. */
const TELL_EVERY = 100;

/** Work in pieces on the window's own thread: `check` may call it off by throwing, `tell` is for whoever looks on. */
export function makePace(check: () => void, tell: () => void): Pace {
  let since = performance.now();
  let told = 0;
  return {
    breathe: async () => {
      const now = performance.now();
      if (now - since < AT_MOST) return;
      await new Promise((next) => {
        setTimeout(next);
      });
      since = performance.now();
      check();
      if (since - told < TELL_EVERY) return;
      told = since;
      tell();
    },
  };
}
