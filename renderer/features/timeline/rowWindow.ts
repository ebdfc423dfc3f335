import { createStore, type StoreApi } from 'zustand/vanilla';
import { emptySequence, type SortedSequence } from '../../domain/sortedSequence';
import type { Entry } from '../../domain/timeline';
import { RowHeights, type Guess } from './rowHeights';

/** The rows that are mounted, and the room that all others take above and below them, in CSS px. */
export interface MountedRows {
  readonly first: number;
  /** One beyond the last. */
  readonly end: number;
  readonly above: number;
  readonly below: number;
}

type Span = Pick<MountedRows, 'first' | 'end'>;
type Align = 'middle' | 'nearest';

/** Rows mounted beyond what is visible on each side, when they are chosen anew … */
const BEYOND = 6;
/** … which they are when fewer than this are left, so that some rows at a time are drawn and not one by one … */
const FEWEST_BEYOND = 3;
/** … or when so many more are mounted than would be chosen. */
const MOST_TOO_MANY = 12;
/** After a jump, when none of the rows in view is mounted, fewer: more come with the next move. */
const BEYOND_A_JUMP = 4;
/** Left free before the first row and after the last. */
const EDGE_PX = 8;
/** Closer to the end than this counts as "at the end". */
const NEAR_PX = 48;
/** What a row really measures is known once it is mounted, so a place is looked for in a few frames. */
const FRAMES = 6;

/**
 * Which rows of a long list are mounted, and where the list stands. The rows lie between two blocks as high as
 * all the others, so a row that measures other than was guessed moves its neighbours by itself; and what
 * somebody reads is kept in its place by the browser (`overflow-anchor`).
 *
 * The end is followed until the reader moves up. A list that grew does not end that: a tall row that comes into
 * view pushes the end away from a reader who never moved.
 */
export class RowWindow {
  /** Counts up when other rows have to be mounted. */
  readonly turns: StoreApi<number> = createStore(() => 0);
  /** Set to true, the end is not followed until the reader is back there. */
  readonly isAway: StoreApi<boolean> = createStore(() => false);
  readonly #heights: RowHeights;
  #rows: SortedSequence<Entry> = emptySequence();
  #filter: unknown = undefined;
  #mounted: Span = { first: 0, end: 0 };
  #scroller: HTMLElement | undefined;
  #list: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  readonly #watched = new Set<Element>();
  /** Of the scroller: how far it is scrolled, its inner height, and what is left below the view. */
  #seen = { top: 0, height: 0, left: 0 };

  constructor(guess: Guess) {
    this.#heights = new RowHeights(guess);
  }

  /**
   * Follows the scroller and the list in it, until what comes back is called. `draw` must carry out a change
   * and everything it draws at once: the next paint shows it.
   */
  attach(scroller: HTMLElement, list: HTMLElement, draw: (change: () => void) => void): () => void {
    this.#scroller = scroller;
    this.#list = list;
    const look = (): void => {
      this.#look(scroller);
      this.#keepUp(draw);
    };
    const observer = new ResizeObserver((changes) => {
      this.#measure(scroller, changes);
      if (!this.isAway.getState())
        this.#scrollTo(scroller.scrollHeight - scroller.clientHeight - this.#seen.left);
      look();
    });
    scroller.addEventListener('scroll', look, { passive: true });
    observer.observe(scroller);
    for (const part of [list.previousElementSibling, list, list.nextElementSibling])
      if (part) observer.observe(part);
    this.#observer = observer;
    this.watchRows();
    this.#heights.setWidth(scroller.clientWidth);
    if (!this.isAway.getState()) this.#follow();
    this.#look(scroller);
    this.#keepUp();
    return () => {
      scroller.removeEventListener('scroll', look);
      observer.disconnect();
      this.#observer = undefined;
      this.#watched.clear();
    };
  }

  /** Which rows to mount. What passes another `filter` lies in other pieces, of which nothing is known yet. */
  mountedOf(rows: SortedSequence<Entry>, filter: unknown): MountedRows {
    if (filter !== this.#filter) this.#heights.otherRows();
    this.#filter = filter;
    this.#rows = rows;
    if (!this.#isCovered(this.#mounted)) this.#mounted = this.#chosen();
    const { first, end } = this.#mounted;
    const topOf = (index: number): number => this.#heights.topOf(rows, index);
    return { first, end, above: EDGE_PX + topOf(first), below: topOf(rows.length) - topOf(end) + EDGE_PX };
  }

  /** To the newest row, and with it from then on. */
  toEnd(): void {
    this.isAway.setState(false, true);
    this.stayAtEnd();
    this.#keepUp();
  }

  /** Other rows are mounted. The browser tells what each measures: asking thirty of them costs as much as a row. */
  watchRows(): void {
    const mounted = new Set(this.#list?.children);
    for (const row of this.#watched) if (!mounted.has(row)) this.#forget(row);
    for (const row of mounted) if (!this.#watched.has(row)) this.#watch(row);
  }

  /**
   * Brings the newest row into view, if nobody reads further up: at once, so that the page is laid out here and
   * not again in the frame, and the browser tells of the scrolling in that frame and not in one more.
   */
  stayAtEnd(): void {
    if (this.isAway.getState()) return;
    this.#seen.left = 0;
    this.#follow();
  }

  /** Shows a row in the middle, and stays there. */
  reveal(index: number): void {
    const { height } = this.#seen;
    if (this.#heights.topOf(this.#rows, this.#rows.length) > height) this.isAway.setState(true, true);
    this.bring(index, 'middle');
  }

  /** Scrolls until a row is in the middle, or just in view. */
  bring(index: number, align: Align, frames: number = FRAMES): void {
    const scroller = this.#scroller;
    if (!scroller) return;
    const row = scroller.querySelector<HTMLElement>(`[data-index="${index}"]`);
    const way = row ? wayTo(row, scroller, align) : this.#guessedWay(index, align);
    this.#scrollTo(scroller.scrollTop + way);
    this.#look(scroller);
    this.#keepUp();
    if (frames > 0 && (!row || Math.abs(way) >= 1)) {
      requestAnimationFrame(() => this.bring(index, align, frames - 1));
    }
  }

  /** The rows that show: the first and the last. */
  get visible(): { readonly first: number; readonly last: number } {
    return { first: this.#indexAt(0), last: this.#indexAt(this.#seen.height - 1) };
  }

  /** The row in the middle of the view. */
  get middle(): number {
    return this.#indexAt(this.#seen.height / 2);
  }

  /** Has other rows mounted if those in view, or soon to be, are not. */
  #keepUp(draw: (change: () => void) => void = (change) => change()): void {
    if (!this.#isCovered(this.#mounted)) draw(this.#turn);
  }

  readonly #turn = (): void => this.turns.setState((turn) => turn + 1, true);

  /** The row so far below the upper edge of the view. */
  #indexAt(below: number): number {
    return this.#heights.indexAt(this.#rows, this.#topSeen() + below);
  }

  /** The distance of the view from the first row; while the end is followed, as if it were there already. */
  #topSeen(): number {
    if (this.isAway.getState()) return this.#seen.top - EDGE_PX;
    return this.#heights.topOf(this.#rows, this.#rows.length) + EDGE_PX - this.#seen.height;
  }

  #follow(): void {
    if (this.#scroller) this.#scrollTo(this.#scroller.scrollHeight);
  }

  #scrollTo(top: number): void {
    if (!this.#scroller) return;
    this.#scroller.scrollTop = top;
    this.#seen = { ...this.#seen, top: this.#scroller.scrollTop };
  }

  #look(scroller: HTMLElement): void {
    const { scrollTop: top, scrollHeight, clientHeight: height } = scroller;
    const left = scrollHeight - top - height;
    if (left < NEAR_PX) this.isAway.setState(false, true);
    else if (top < this.#seen.top) this.isAway.setState(true, true);
    // Only the reader leaves room below; a bar that comes in over the list, or a composer below it, does not.
    const kept = top < this.#seen.top ? left : Math.min(left, this.#seen.left);
    this.#seen = { top, height, left: Math.max(0, kept) };
  }

  #measure(scroller: HTMLElement, changes: readonly ResizeObserverEntry[]): void {
    this.#heights.setWidth(scroller.clientWidth);
    for (const { target, borderBoxSize } of changes) {
      const height = borderBoxSize[0]?.blockSize;
      if (height === undefined || !(target instanceof HTMLElement) || !this.#watched.has(target)) continue;
      this.#heights.measure(this.#rows, Number(target.dataset['index']), height);
    }
  }

  #watch(row: Element): void {
    this.#watched.add(row);
    this.#observer?.observe(row);
  }

  #forget(row: Element): void {
    this.#watched.delete(row);
    this.#observer?.unobserve(row);
  }

  #isCovered({ first, end }: Span): boolean {
    const { length } = this.#rows;
    const visible = this.visible;
    const isEnough =
      first <= Math.max(0, visible.first - FEWEST_BEYOND) &&
      end >= Math.min(length, visible.last + 1 + FEWEST_BEYOND);
    const most = visible.last + 1 - visible.first + 2 * BEYOND + MOST_TOO_MANY;
    return isEnough && end <= length && end - first <= most;
  }

  /** While a log grows at its end, rows are let go a dozen at a time. */
  #chosen(): Span {
    const { first, last } = this.visible;
    const { length } = this.#rows;
    const grown = { first: this.#mounted.first, end: length };
    if (!this.isAway.getState() && this.#isCovered(grown)) return grown;
    const isJump = last < this.#mounted.first || first >= this.#mounted.end;
    const beyond = isJump ? BEYOND_A_JUMP : BEYOND;
    return { first: Math.max(0, first - beyond), end: Math.min(length, last + 1 + beyond) };
  }

  #guessedWay(index: number, align: Align): number {
    const top = this.#heights.topOf(this.#rows, index) - this.#topSeen();
    const { height } = this.#seen;
    if (align === 'middle') return top - height / 2;
    const bottom = this.#heights.topOf(this.#rows, index + 1) - this.#topSeen();
    return top < 0 ? top : Math.max(0, bottom - height);
  }
}

function wayTo(row: HTMLElement, scroller: HTMLElement, align: Align): number {
  const [mine, around] = [row.getBoundingClientRect(), scroller.getBoundingClientRect()];
  if (align === 'middle') return mine.top + mine.height / 2 - around.top - around.height / 2;
  if (mine.top < around.top) return mine.top - around.top;
  return Math.max(0, mine.bottom - around.bottom);
}
