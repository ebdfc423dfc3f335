import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** Closer to the end than this counts as "at the end". */
const NEAR_PX = 48;

/** Where the reader is; a store of its own, so that scrolling draws no row again. */
export interface ReadingPlace {
  /** Set to true, the end is not followed until the reader is back there. */
  readonly isAway: StoreApi<boolean>;
  /** To the newest entry, and with it from then on. */
  readonly toEnd: () => void;
}

/**
 * Keeps the newest entry in view while the reader is at the end, and leaves them alone while they
 * read further up. Another incident starts at its end.
 *
 * Only moving up leaves the end. A list that grew does not: rows that come into view are measured then,
 * and a tall one pushes the end away from a reader who never moved.
 */
export function useStickToEnd(
  scroller: RefObject<HTMLDivElement | null>,
  rows: Virtualizer<HTMLDivElement, Element>,
  count: number,
  openId: string | null,
): ReadingPlace {
  const atEnd = useRef(true);
  const [isAway] = useState(() => createStore(() => false));

  useWhereabouts(scroller, atEnd, isAway);

  useLayoutEffect(() => {
    atEnd.current = true;
    isAway.setState(false, true);
  }, [openId, isAway]);

  // The composer opening under the list must not push the newest entry out of sight either.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (atEnd.current) scrollDown(element, atEnd);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    if (atEnd.current && count > 0) rows.scrollToIndex(count - 1, { align: 'end' });
  }, [rows, count, openId]);

  const toEnd = (): void => {
    atEnd.current = true;
    isAway.setState(false, true);
    rows.scrollToIndex(count - 1, { align: 'end' });
  };
  return { isAway, toEnd };
}

/** Follows the reader. Only moving up leaves the end. */
function useWhereabouts(
  scroller: RefObject<HTMLDivElement | null>,
  atEnd: RefObject<boolean>,
  isAway: StoreApi<boolean>,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    let last = element.scrollTop;
    const look = (): void => {
      const { scrollTop } = element;
      if (spaceBelow(element) < NEAR_PX) atEnd.current = true;
      else if (scrollTop < last) atEnd.current = false;
      isAway.setState(!atEnd.current, true);
      last = scrollTop;
    };
    const stop = isAway.subscribe((away) => {
      if (away) atEnd.current = false;
    });
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      stop();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, atEnd, isAway]);
}

function scrollDown(element: HTMLElement, atEnd: RefObject<boolean>): void {
  element.scrollTop = element.scrollHeight;
  // Rows that came into view are measured only now; their true heights move the end once more. Meanwhile
  // something else may have been asked for.
  requestAnimationFrame(() => {
    if (atEnd.current) element.scrollTop = element.scrollHeight;
  });
}

const spaceBelow = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number =>
  scrollHeight - scrollTop - clientHeight;
