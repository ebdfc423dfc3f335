import { afterPaint } from './afterPaint';

/** What to wait for: from an event to a visible element whose text fits. */
export interface Awaited {
  readonly event: 'keydown' | 'input' | 'click';
  /** Only this key counts. */
  readonly key?: string;
  readonly selector: string;
  /** A regular expression for the element's text. */
  readonly text: string;
  /** Five seconds unless said. */
  readonly patienceMs?: number;
}

/** Both on the page's clock; null when it took too long. */
export interface Answer {
  readonly asked: number;
  readonly painted: number;
}

/** Rows looked at from the end: a list may hold many, and the new one is among the last. */
const LOOKED_AT = 400;
const PATIENCE_MS = 5000;

let coming: Promise<Answer | null> = Promise.resolve(null);

/** Starts to wait; `answer` gives the result. */
export function awaitAnswer(awaited: Awaited): void {
  coming = new Promise((resolve) => {
    let asked: number | undefined;
    const listen = (event: Event): void => {
      if (awaited.key !== undefined && (event as KeyboardEvent).key !== awaited.key) return;
      asked ??= event.timeStamp;
    };
    addEventListener(awaited.event, listen, true);
    const end = (result: Answer | null): void => {
      observer.disconnect();
      clearTimeout(timer);
      removeEventListener(awaited.event, listen, true);
      resolve(result);
    };
    const timer = setTimeout(() => end(null), awaited.patienceMs ?? PATIENCE_MS);
    const observer = new MutationObserver(() => {
      const since = asked;
      if (since === undefined || !isThere(awaited)) return;
      observer.disconnect();
      afterPaint((now) => end({ asked: since, painted: now }));
    });
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['style', 'class'],
    });
  });
}

export const answer = (): Promise<Answer | null> => coming;

function isThere({ selector, text }: Awaited): boolean {
  const pattern = new RegExp(text);
  return [...document.querySelectorAll(selector)]
    .slice(-LOOKED_AT)
    .toReversed()
    .some((one) => pattern.test(one.textContent) && isInView(one));
}

function isInView(one: Element): boolean {
  const { top, bottom, height } = one.getBoundingClientRect();
  return height > 0 && bottom > 0 && top < innerHeight;
}
