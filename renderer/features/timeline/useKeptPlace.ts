import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, type RefObject } from 'react';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import type { Entry } from '../../domain/timeline';
import type { Console } from '../../store/console';
import { keepPlace } from '../../store/keptView';
import type { ReadingPlace } from './useStickToEnd';

/** Keeps which entry stands in the middle while somebody reads further up; the next start shows it again. */
export function useKeptPlace(
  { drafts, session }: Pick<Console, 'drafts' | 'session'>,
  scroller: RefObject<HTMLDivElement | null>,
  rows: Virtualizer<HTMLDivElement, Element>,
  byTime: SortedSequence<Entry>,
  { isAway }: ReadingPlace,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const keep = (): void => {
      const middle = rows.getVirtualItemForOffset(element.scrollTop + element.clientHeight / 2);
      const entry = isAway.getState() && middle ? itemAt(byTime, middle.index) : undefined;
      keepPlace(drafts, session.store.getState().openId, entry?.id ?? null);
    };
    element.addEventListener('scrollend', keep);
    return () => element.removeEventListener('scrollend', keep);
  }, [drafts, session, scroller, rows, byTime, isAway]);
}
