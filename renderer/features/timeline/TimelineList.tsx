import { useLayoutEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import { compareStamps } from '../../domain/stamp';
import type { Entry } from '../../domain/timeline';
import { localDay } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import type { RowWindow } from './rowWindow';
import styles from './Timeline.module.css';
import { TimelineItem } from './TimelineItem';
import type { RowActions } from './TimelineRow';

interface TimelineListProps {
  readonly console: Console;
  readonly rows: RowWindow;
  readonly byTime: SortedSequence<Entry>;
  readonly actions: RowActions;
}

/** The mounted rows between two blocks as high as all the others, with a line where a day begins. */
export function TimelineList({ console, rows, byTime, actions }: TimelineListProps) {
  const savedUpTo = useStore(console.session.store, (state) => state.savedUpTo);
  const editing = useStore(console.view.store, (view) => view.editing);
  const needle = useStore(console.finding.store, (find) => (find.open ? find.needle : ''));
  const current = useStore(console.finding.store, (find) => find.current);
  const filter = useStore(console.view.store, (view) => view.filter);
  useStore(console.settings.store, (settings) => settings.clockZone);
  useStore(rows.turns);
  const list = useRef<HTMLOListElement>(null);
  const timeZone = shownZone(console);

  useLayoutEffect(() => {
    const scroller = list.current?.parentElement;
    return scroller && list.current ? rows.attach(scroller, list.current, flushSync) : undefined;
  }, [rows]);

  useLayoutEffect(() => rows.stayAtEnd(), [rows, byTime]);

  const { first, end, above, below } = rows.mountedOf(byTime, filter);

  // Not a property of the rows: one more would draw all of them again.
  useLayoutEffect(() => {
    const count = String(byTime.length);
    for (const row of list.current?.children ?? []) row.ariaSetSize = count;
  }, [byTime, first, end]);

  const shown = Array.from({ length: end - first }, (_, i) => itemAt(byTime, first + i));
  const dayBefore = dayOf(itemAt(byTime, first - 1), timeZone);
  return (
    <>
      <div className={styles['unmounted']} style={{ height: above }} />
      <ol ref={list} aria-label="Timeline">
        {shown.map((entry, i) => {
          if (!entry) return null;
          const day = dayOf(entry, timeZone);
          const isNewDay = day !== (i === 0 ? dayBefore : dayOf(shown[i - 1], timeZone));
          return (
            <TimelineItem
              key={entry.id}
              {...{ console, entry, actions, timeZone, needle }}
              index={first + i}
              newDay={isNewDay ? day : undefined}
              isEdited={editing === entry.id}
              saved={savedUpTo !== null && compareStamps(entry.id, savedUpTo) <= 0}
              isCurrent={current === entry.id}
            />
          );
        })}
      </ol>
      <div className={styles['unmounted']} style={{ height: below }} />
    </>
  );
}

const dayOf = (entry: Entry | undefined, timeZone: string): string | undefined =>
  entry && localDay(entry.at, timeZone);
