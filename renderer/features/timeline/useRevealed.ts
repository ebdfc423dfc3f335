import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { SortedSequence } from '../../domain/sortedSequence';
import { entryOf, placeOf, type Entry } from '../../domain/timeline';
import type { Console } from '../../store/console';
import type { RowWindow } from './rowWindow';

/** Scrolls to the entry that somebody asked to see, once for each time it is asked for. */
export function useRevealed(
  { session, view }: Console,
  rows: RowWindow,
  byTime: SortedSequence<Entry>,
): void {
  const revealed = useStore(view.store, (state) => state.revealed);
  const status = useStore(session.store, (state) => state.status);
  const done = useRef<typeof revealed>(null);
  useEffect(() => {
    if (revealed === null || revealed === done.current || status !== 'open') return;
    const entry = entryOf(session.store.getState().incident.timeline, revealed.entry);
    const index = entry && placeOf(byTime, entry);
    if (index === undefined) return;
    done.current = revealed;
    rows.reveal(index);
  }, [session, revealed, status, rows, byTime]);
}
