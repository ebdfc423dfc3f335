import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import type { Console } from '../../store/console';
import { performOn } from '../../store/entryActions';
import { isFiltering, NO_FILTER, shownBy } from '../../store/filtering';
import { Button } from '../../ui/Button';
import { FilterBar } from './FilterBar';
import { guessedHeight } from './guessedHeight';
import { NewestButton } from './NewestButton';
import { RowMenu } from './RowMenu';
import { RowWindow } from './rowWindow';
import styles from './Timeline.module.css';
import { TimelineList } from './TimelineList';
import type { RowActions } from './TimelineRow';
import { useKeptPlace } from './useKeptPlace';
import { useRevealed } from './useRevealed';
import { useRowFocus } from './useRowFocus';

/** The log as it happened. Only the rows in view are mounted. */
export function Timeline({ console }: { readonly console: Console }) {
  const { session, view } = console;
  const filter = useStore(view.store, (state) => state.filter);
  const byTime = useStore(session.store, (state) => shownBy(filter, state.incident.timeline.byTime));
  const openId = useStore(session.store, (state) => state.openId);
  const status = useStore(session.store, (state) => state.status);
  const scroller = useRef<HTMLDivElement>(null);
  const actions = useRowActions(console);

  const [rows] = useState(() => new RowWindow(guessedHeight));
  const walk = useRowFocus(console, rows, byTime.length);
  useRevealed(console, rows, byTime);
  useKeptPlace(console, scroller, rows, byTime);

  useEffect(() => {
    if (status === 'open') requestAnimationFrame(() => console.ports.mark('app:data'));
  }, [console, status, openId]);

  return (
    <>
      <FilterBar console={console} />
      <div className={styles['frame']}>
        <div
          ref={scroller}
          className={styles['scroller']}
          data-testid="timeline"
          role="group"
          aria-label="Timeline entries"
          tabIndex={0}
          data-pane-stop
          onKeyDown={(event) => {
            // Without the mounted rows measured first, the browser's own End stops short of it.
            if (event.key === 'End' && event.target === event.currentTarget) rows.toEnd();
            if (event.key === 'F10' && event.shiftKey) openMenu(console, event);
            walk.onKeyDown(event);
          }}
          onFocus={walk.onFocus}
          onBlur={walk.onBlur}
          onContextMenu={(event) => openMenu(console, event)}
        >
          {status === 'open' && byTime.length === 0 && (
            <Nothing console={console} filtered={isFiltering(filter)} />
          )}
          <TimelineList {...{ console, rows, byTime, actions }} />
        </div>
        <NewestButton console={console} rows={rows} />
      </div>
      <RowMenu console={console} />
    </>
  );
}

/** The menu of the row under the pointer, or with the focus in it; text that is selected keeps the system's own. */
function openMenu({ view }: Console, event: MouseEvent | KeyboardEvent): void {
  if (!(event.target instanceof Element) || event.target.closest('form, img')) return;
  const entry = event.target.closest<HTMLElement>('[data-entry]')?.dataset['entry'];
  if (entry === undefined || getSelection()?.isCollapsed === false) return;
  event.preventDefault();
  const fromRow = event.target.matches('[data-entry]');
  view.set({ rowMenu: { entry: entry as Stamp, list: 'actions', fromRow, byKey: event.type === 'keydown' } });
}

function Nothing({ console, filtered }: { readonly console: Console; readonly filtered: boolean }) {
  if (!filtered) return <p className={styles['none']}>Nothing logged.</p>;
  return (
    <p className={styles['none']}>
      No entry passes the filter.{' '}
      <Button
        onClick={() => {
          console.view.set({ filter: NO_FILTER });
          console.view.focusPad();
        }}
      >
        Clear filter
      </Button>
    </p>
  );
}

function useRowActions(console: Console): RowActions {
  return useMemo(
    () => ({
      onAction: (action, id) => void performOn(console, action, id),
      onMore: (id, byKey) => console.view.set({ rowMenu: { entry: id, list: 'actions', byKey } }),
      onOpenImage: (id, index) => console.view.openDialog({ name: 'image', entry: id, index }),
    }),
    [console],
  );
}
