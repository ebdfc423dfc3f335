/**
 * As much of a laid-out page as the console asks for; jsdom lays nothing out. The window is wide, the
 * timeline shows 600 px, each row is 30 px high, and nothing is hidden by a style sheet.
 */
const VIEW_HEIGHT = 600;
const ROW_HEIGHT = 30;

const isTimeline = (element: Element): boolean => element.getAttribute('data-testid') === 'timeline';

function heightOf(element: Element): number {
  return isTimeline(element) ? VIEW_HEIGHT : ROW_HEIGHT;
}

/** The rows that are mounted, and the blocks that stand for the others. */
function contentHeightOf(element: Element): number {
  if (!isTimeline(element)) return heightOf(element);
  const blocks = [...element.querySelectorAll<HTMLElement>(':scope > div')];
  const unmounted = blocks.reduce((sum, { style }) => sum + (Number.parseFloat(style.height) || 0), 0);
  return unmounted + element.querySelectorAll('li').length * ROW_HEIGHT;
}

function define(prototype: object, name: string, get: (element: HTMLElement) => unknown): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    get(this: HTMLElement) {
      return get(this);
    },
  });
}

define(HTMLElement.prototype, 'offsetHeight', heightOf);
define(HTMLElement.prototype, 'offsetWidth', () => 800);
define(HTMLElement.prototype, 'offsetParent', (element) => element.parentElement);
define(Element.prototype, 'clientHeight', heightOf);
define(Element.prototype, 'scrollHeight', contentHeightOf);

Element.prototype.scrollTo = function scrollTo(this: Element, to?: ScrollToOptions | number): void {
  const top = typeof to === 'object' ? (to.top ?? 0) : 0;
  this.scrollTop = Math.max(0, Math.min(top, contentHeightOf(this) - heightOf(this)));
  this.dispatchEvent(new Event('scroll'));
};

globalThis.matchMedia = (query: string): MediaQueryList =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });

// user-event asks for it when arrows move through radios.
globalThis.CSS ??= {
  escape: (text: string) => text.replaceAll(/[^\w-]/g, String.raw`\$&`),
} as typeof globalThis.CSS;

globalThis.requestIdleCallback = (run: IdleRequestCallback): number =>
  Number(setTimeout(() => run({ didTimeout: false, timeRemaining: () => 50 }), 0));
globalThis.cancelIdleCallback = (id: number): void => clearTimeout(id);
