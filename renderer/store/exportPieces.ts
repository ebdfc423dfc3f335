import type { InPieces } from '../exports/inPieces';

/** Milliseconds of work after which whoever types gets the thread. */
const AT_MOST = 8;

/** Does the work on the window's own thread without holding it: keys and frames come between two pieces. */
export async function doInPieces<T>(work: InPieces<T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - since < AT_MOST) continue;
    await othersFirst();
    since = performance.now();
  }
}

/** Does the work while nobody wants anything else of the window. */
export function doWhenIdle(work: InPieces<unknown>): void {
  requestIdleCallback((idle) => {
    let isDone = false;
    while (!isDone && idle.timeRemaining() > LEAST_IDLE) isDone = work.next().done === true;
    if (!isDone) doWhenIdle(work);
  });
}

/** Milliseconds that a piece may take. */
const LEAST_IDLE = 2;

/** A timer waits 4 ms after the fifth; a long export has a hundred such breaks. */
const othersFirst = (): Promise<void> =>
  'scheduler' in globalThis ? scheduler.yield() : new Promise((next) => void setTimeout(next));

/** The parts of a text as one in UTF-8. */
export function* utf8(parts: readonly string[]): InPieces<Uint8Array> {
  const encoder = new TextEncoder();
  const encoded: Uint8Array[] = [];
  let length = 0;
  for (const part of parts) {
    const bytes = encoder.encode(part);
    encoded.push(bytes);
    length += bytes.length;
    yield;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const bytes of encoded) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}
