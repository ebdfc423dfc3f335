/** Milliseconds of work after which whoever types gets the thread. */
const AT_MOST = 8;
/** A drawn progress bar needs no more than this. */
const TELL_EVERY = 100;

/** How pieces of work follow each other. */
export interface Pace {
  readonly breathe: (bytes: number) => Promise<void>;
}

/** Work in pieces on the window's own thread: `check` may call it off by throwing. */
export function makePace(check: () => void, tell: (done: number) => void): Pace {
  let done = 0;
  let since = performance.now();
  let told = 0;
  return {
    breathe: async (bytes) => {
      done += bytes;
      const now = performance.now();
      if (now - since < AT_MOST) return;
      await new Promise((next) => {
        setTimeout(next);
      });
      since = performance.now();
      check();
      if (since - told < TELL_EVERY) return;
      told = since;
      tell(done);
    },
  };
}
