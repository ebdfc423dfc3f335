import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { itemAt } from '../../domain/sortedSequence';
import { compareStamps } from '../../domain/stamp';
import { localDay } from '../../language/formatLocal';
import { runOrTell, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { IMAGES_HEIGHT } from './EntryImages';
import { NewestButton } from './NewestButton';
import { RowEditor } from './RowEditor';
import styles from './Timeline.module.css';
import { TimelineRow, type RowActions } from './TimelineRow';
import { useRowFocus } from './useRowFocus';
import { useStickToEnd } from './useStickToEnd';

const ROW_HEIGHT = 30;
/** Rows mounted beyond what is visible, on each side. */
const OVERSCAN = 12;

/** The log as it happened. Only the rows in view are mounted. */
export function Timeline({ console }: { readonly console: Console }) {
  const byTime = useStore(console.session.store, (state) => state.incident.timeline.byTime);
  const savedUpTo = useStore(console.session.store, (state) => state.savedUpTo);
  const openId = useStore(console.session.store, (state) => state.openId);
  const status = useStore(console.session.store, (state) => state.status);
  const editing = useStore(console.view.store, (view) => view.editing);
  useStore(console.settings.store, (settings) => settings.clockZone);
  const timeZone = shownZone(console);
  const scroller = useRef<HTMLDivElement>(null);
  const actions = useRowActions(console);

  const rows = useVirtualizer({
    count: byTime.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => ROW_HEIGHT + (itemAt(byTime, index)?.attachments ? IMAGES_HEIGHT : 0),
    getItemKey: (index) => itemAt(byTime, index)?.id ?? index,
    overscan: OVERSCAN,
    paddingStart: 8,
    paddingEnd: 8,
  });
  const place = useStickToEnd(scroller, rows, byTime.length, openId);
  const walk = useRowFocus(console, rows, byTime.length);

  useEffect(() => {
    if (status === 'open') requestAnimationFrame(() => console.ports.mark('app:data'));
  }, [console, status, openId]);

  return (
    <>
      <div
        ref={scroller}
        className={styles['scroller']}
        data-testid="timeline"
        role="group"
        aria-label="Timeline entries"
        tabIndex={0}
        onKeyDown={(event) => {
          // Without the mounted rows measured first, the browser's own End stops short of it.
          if (event.key === 'End' && event.target === event.currentTarget) place.toEnd();
          walk.onKeyDown(event);
        }}
        onFocus={walk.onFocus}
        onBlur={walk.onBlur}
      >
        {status === 'open' && byTime.length === 0 && <p className={styles['none']}>Nothing logged.</p>}
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
                data-row
                data-entry={entry.id}
                tabIndex={-1}
                data-kind={entry.kind}
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
                  />
                )}
              </li>
            );
          })}
        </ol>
      </div>
      <NewestButton console={console} place={place} />
    </>
  );
}

function DaySeparator({ day, timeZone }: { readonly day: string; readonly timeZone: string }) {
  return (
    <div className={styles['day']}>
      {day} · {timeZone}
    </div>
  );
}

function useRowActions(console: Console): RowActions {
  return useMemo(
    () => ({
      onEdit: (id) => console.view.set({ editing: id, editingField: 'text' }),
      onOpenImage: (id, index) => console.view.openDialog({ name: 'image', entry: id, index }),
      onRedact: (id) => console.view.openDialog({ name: 'redact', entry: id }),
      onRetract: (id) => {
        runOrTell(console, { type: 'retract-entry', entry: id });
        console.view.focusPad();
      },
      onRestore: (id) => {
        runOrTell(console, { type: 'restore-entry', entry: id });
        console.view.focusPad();
      },
    }),
    [console],
  );
}
