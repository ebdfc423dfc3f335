/** A window that paints nothing, as one that starts minimised, keeps nobody waiting for longer. */
const NOT_BY_MS = 300;

/** Resolves behind the next frame. */
export function firstPaint(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, NOT_BY_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
}
