type Listener = (payload: unknown) => void;

/** More than this waiting for a listener means that nobody is going to listen. */
const MOST_WAITING = 100;

/**
 * The page's side of the pushes: what arrives before somebody listens waits for the first listener,
 * since an alarm may ring while the page is still starting.
 */
export class PushInbox {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly waiting = new Map<string, unknown[]>();

  receive(channel: string, payload: unknown): void {
    const listeners = this.listeners.get(channel);
    if (listeners && listeners.size > 0) {
      for (const listener of listeners) listener(payload);
      return;
    }
    const kept = this.waiting.get(channel) ?? [];
    this.waiting.set(channel, [...kept, payload].slice(-MOST_WAITING));
  }

  /** Returns the function that stops listening. */
  listen(channel: string, listener: Listener): () => void {
    const listeners = this.listeners.get(channel) ?? new Set();
    this.listeners.set(channel, listeners.add(listener));
    const waiting = this.waiting.get(channel) ?? [];
    this.waiting.delete(channel);
    for (const payload of waiting) listener(payload);
    return () => void listeners.delete(listener);
  }
}
