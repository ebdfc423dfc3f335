import type { Virtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import { compareStamps } from '../../domain/stamp';
import type { Entry } from '../../domain/timeline';
import { localDay } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { RowEditor } from './RowEditor';
import styles from './Timeline.module.css';
import { TimelineRow, type RowActions } from './TimelineRow';

interface TimelineListProps {
  readonly console: Console;
  readonly rows: Virtualizer<HTMLDivElement, Element>;
  readonly byTime: SortedSequence<Entry>;
  readonly actions: RowActions;
}

/** The mounted rows, each where it stands, with a line where a day begins. */
export function TimelineList({ console, rows, byTime, actions }: TimelineListProps) {
  const savedUpTo = useStore(console.session.store, (state) => state.savedUpTo);
  const editing = useStore(console.view.store, (view) => view.editing);
  const needle = useStore(console.finding.store, (find) => (find.open ? find.needle : ''));
  const current = useStore(console.finding.store, (find) => find.current);
  useStore(console.settings.store, (settings) => settings.clockZone);
  const timeZone = shownZone(console);
  return (
    <ol aria-label="Timeline" className={styles['list']} style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const entry = itemAt(byTime, index);
        if (!entry) return null;
        const before = itemAt(byTime, index - 1);
        const day = localDay(entry.at, timeZone);
        const newDay = !before || localDay(before.at, timeZone) !== day;
        return (
          <li
            key={key}
            ref={rows.measureElement}
            data-index={index}
            data-testid="timeline-entry"
            data-kind={entry.kind}
            data-entry={entry.id}
            tabIndex={-1}
            aria-setsize={byTime.length}
            aria-posinset={index + 1}
            className={styles['item']}
            style={{ transform: `translateY(${start}px)` }}
          >
            {newDay && <DaySeparator day={day} timeZone={timeZone} />}
            {editing === entry.id ? (
              <RowEditor
                entry={entry}
                console={console}
                onDone={() => {
                  console.view.set({ editing: null, editingField: null });
                  console.view.focusPad();
                }}
              />
            ) : (
              <TimelineRow
                entry={entry}
                saved={savedUpTo !== null && compareStamps(entry.id, savedUpTo) <= 0}
                timeZone={timeZone}
                actions={actions}
                needle={needle}
                isCurrent={current === entry.id}
              />
            )}
          </li>
        );
      })}
    </ol>
  );
}

function DaySeparator({ day, timeZone }: { readonly day: string; readonly timeZone: string }) {
  return (
    <div className={styles['day']}>
      {day} · {timeZone}
    </div>
  );
}
