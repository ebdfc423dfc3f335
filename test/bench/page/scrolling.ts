import { frameMade, painted } from './afterPaint';

const ROW = '[data-testid="timeline-entry"]';
const LIST = '[data-testid="timeline"]';
/** Lines of the view that are looked at, evenly spread. */
const LINES = 7;
/** Looked at below each line: one of them must show a row. */
const NEARBY = [0, 7, 14];
const JUMP_PATIENCE_MS = 3000;
const GOLDEN = 0.6180339887;

/** The list itself, or the nearest thing around it that scrolls. */
export function findScroller(): HTMLElement {
  let element = document.querySelector<HTMLElement>(LIST);
  while (element && !scrolls(element)) element = element.parentElement;
  if (!element) throw new Error('nothing scrolls');
  return element;
}

const scrolls = (element: HTMLElement): boolean =>
  element.scrollHeight > element.clientHeight + 40 && /auto|scroll/.test(getComputedStyle(element).overflowY);

export function scrollerMiddle(): { readonly x: number; readonly y: number } {
  const { x, y, width, height } = findScroller().getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** True when every line of the view shows a row. */
export function covered(): boolean {
  const { x, y, width, height } = findScroller().getBoundingClientRect();
  const left = x + Math.min(60, width / 2);
  return Array.from({ length: LINES }, (_, line) => y + ((line + 0.5) * height) / LINES).every((top) =>
    NEARBY.some((below) => document.elementFromPoint(left, top + below)?.closest(ROW)),
  );
}

/** For so long: the time between frames, and how many of them showed a line without a row. */
export async function recordFrames(ms: number): Promise<{ frames: number[]; blank: number }> {
  const times: number[] = [];
  const end = performance.now() + ms;
  let blank = 0;
  while (performance.now() < end) {
    times.push(await new Promise(requestAnimationFrame));
    await frameMade();
    if (!covered()) blank += 1;
  }
  return { frames: times.slice(1).map((time, i) => time - (times[i] ?? time)), blank };
}

/** Jumps to places all over the list; ms until the view is painted full of rows, NaN if it never was. */
export async function jumps(count: number): Promise<number[]> {
  const list = findScroller();
  const took: number[] = [];
  for (let i = 0; i < count; i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const from = performance.now();
    list.scrollTop = Math.floor(((i * GOLDEN) % 1) * (list.scrollHeight - list.clientHeight));
    let now = await painted();
    while (!covered() && now - from < JUMP_PATIENCE_MS) now = await painted();
    took.push(covered() ? now - from : Number.NaN);
  }
  return took;
}
