import { ArrowDown } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import { itemAt, type SortedSequence } from '../../domain/sortedSequence';
import type { Entry, Timeline } from '../../domain/timeline';
import type { Console } from '../../store/console';
import { shownBy } from '../../store/filtering';
import { Button } from '../../ui/Button';
import type { RowWindow } from './rowWindow';
import styles from './Timeline.module.css';

/** Over the list's lower edge while somebody reads further up: what came since, and the way there. */
export function NewestButton({ console, rows }: { readonly console: Console; readonly rows: RowWindow }) {
  const isAway = useStore(rows.isAway);
  return isAway ? <Jump console={console} rows={rows} /> : null;
}

/** Mounted when the reader leaves the end; what was the newest then is where counting starts. */
function Jump({ console, rows }: { readonly console: Console; readonly rows: RowWindow }) {
  const { store } = console.session;
  const filter = useStore(console.view.store, (view) => view.filter);
  const shown = ({ byTime }: Timeline): SortedSequence<Entry> => shownBy(filter, byTime);
  const [seen] = useState(() => newestOf(shown(store.getState().incident.timeline)));
  const fresh = useStore(store, (state) => countAfter(shown(state.incident.timeline), seen));
  return (
    <Button
      className={styles['newest']}
      // The pad keeps the focus under the mouse.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        rows.toEnd();
        console.view.focusPad();
      }}
    >
      {fresh === 0 ? 'Newest' : `${fresh} new`}
      <ArrowDown size={14} aria-hidden="true" />
    </Button>
  );
}

const newestOf = (byTime: SortedSequence<Entry>): Stamp | undefined => itemAt(byTime, byTime.length - 1)?.id;

/** How many entries stand below the one that was the newest. */
function countAfter(byTime: SortedSequence<Entry>, seen: Stamp | undefined): number {
  for (let after = 0; after < byTime.length; after += 1) {
    const entry: Entry | undefined = itemAt(byTime, byTime.length - 1 - after);
    if (entry?.id === seen) return after;
  }
  return 0;
}
