/** Work that may be interrupted wherever it yields, so that a window stays usable meanwhile; it returns its result. */
export type InPieces<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function whole<T>(work: InPieces<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
