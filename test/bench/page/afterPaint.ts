const channel = new MessageChannel();
const waiting: ((now: number) => void)[] = [];
channel.port1.addEventListener('message', () => {
  const now = performance.now();
  for (const tell of waiting.splice(0)) tell(now);
});
channel.port1.start();

/** Called while a frame is being made: settles right after its style, layout, paint and commit. */
export const frameMade = (): Promise<number> =>
  new Promise((resolve) => {
    waiting.push(resolve);
    channel.port2.postMessage(null);
  });

/** Right after the main thread has made the next frame. */
export function afterPaint(tell: (now: number) => void): void {
  requestAnimationFrame(() => {
    void frameMade().then(tell);
  });
}

export const painted = (): Promise<number> => new Promise(afterPaint);
