import type { Pushes, Ring } from './contract';

/** One push on its way to the page. */
export interface Push<K extends keyof Pushes = keyof Pushes> {
  readonly channel: K;
  readonly payload: Pushes[K];
}

/** More than this for a page that does not come is not worth keeping. */
const MOST_KEPT = 100;

/**
 * Holds back what is pushed while there is no page to hear it: before it has loaded, and between a
 * crash and the reload. Of an alarm only the newest ring is kept, so that a page that was away for
 * ten minutes sounds once.
 */
export class Outbox {
  private kept: readonly Push[] = [];
  private open = false;

  constructor(private readonly deliver: (push: Push) => void) {}

  /** Whether a page is there to answer. */
  get isOpen(): boolean {
    return this.open;
  }

  put<K extends keyof Pushes>(channel: K, payload: Pushes[K]): void {
    const push = { channel, payload };
    if (this.open) this.deliver(push);
    else this.kept = [...this.kept.filter((one) => !supersedes(push, one)), push].slice(-MOST_KEPT);
  }

  /** The page has said that it is there. */
  pageIsThere(): void {
    this.open = true;
    const { kept } = this;
    this.kept = [];
    for (const push of kept) this.deliver(push);
  }

  pageIsGone(): void {
    this.open = false;
  }
}

function supersedes(later: Push, earlier: Push): boolean {
  if (later.channel === 'failure:happened') return earlier.channel === later.channel;
  if (later.channel !== 'alarm:rang' || earlier.channel !== 'alarm:rang') return false;
  const [one, other] = [later.payload as Ring, earlier.payload as Ring];
  return one.incidentId === other.incidentId && one.lane === other.lane;
}
