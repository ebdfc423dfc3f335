import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import { compareStamps } from '../../domain/stamp';
import type { Entry } from '../../domain/timeline';
import { localDay } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { watchLateness } from '../../store/lateness';
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
  const savedUpTo = useSavedUpTo(console);
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

  const { first, end, above, below } = rows.mountedOf(byTime, filter);

  // Not a property of the rows: one more would draw all of them again.
  useLayoutEffect(() => {
    const count = String(byTime.length);
    for (const row of list.current?.children ?? []) row.ariaSetSize = count;
    rows.watchRows();
  }, [rows, byTime, first, end]);

  useLayoutEffect(() => rows.stayAtEnd(), [rows, byTime]);

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
              saved={savedUpTo === 'all' || (savedUpTo !== null && compareStamps(entry.id, savedUpTo) <= 0)}
              isCurrent={current === entry.id}
            />
          );
        })}
      </ol>
      <div className={styles['unmounted']} style={{ height: below }} />
    </>
  );
}

/** What waits for the disk is told once it has waited a while: with every Enter it would flash. */
function useSavedUpTo({ session, ports }: Console): Stamp | null | 'all' {
  const [late, setLate] = useState(false);
  useEffect(() => watchLateness(session.store, ports, setLate), [session, ports]);
  return useStore(session.store, ({ savedUpTo }) => (late ? savedUpTo : 'all'));
}

const dayOf = (entry: Entry | undefined, timeZone: string): string | undefined =>
  entry && localDay(entry.at, timeZone);
