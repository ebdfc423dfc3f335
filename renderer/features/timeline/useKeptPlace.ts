import { useEffect, type RefObject } from 'react';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import type { Entry } from '../../domain/timeline';
import type { Console } from '../../store/console';
import { keepPlace } from '../../store/keptView';
import type { RowWindow } from './rowWindow';

/** Keeps which entry stands in the middle while somebody reads further up; the next start shows it again. */
export function useKeptPlace(
  { drafts, session }: Pick<Console, 'drafts' | 'session'>,
  scroller: RefObject<HTMLDivElement | null>,
  rows: RowWindow,
  byTime: SortedSequence<Entry>,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const keep = (): void => {
      const entry = rows.isAway.getState() ? itemAt(byTime, rows.middle) : undefined;
      keepPlace(drafts, session.store.getState().openId, entry?.id ?? null);
    };
    // Behind the frame that ends the scrolling: to measure in it would have it laid out twice.
    let coming = 0;
    const keepSoon = (): void => {
      clearTimeout(coming);
      coming = window.setTimeout(keep);
    };
    element.addEventListener('scrollend', keepSoon);
    return () => {
      clearTimeout(coming);
      element.removeEventListener('scrollend', keepSoon);
    };
  }, [drafts, session, scroller, rows, byTime]);
}
