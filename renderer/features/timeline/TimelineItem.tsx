import { memo } from 'react';
import type { Stamp } from '../../domain/ids';
import type { Console } from '../../store/console';
import { RowEditor } from './RowEditor';
import { focusEntry } from './rowOrHome';
import styles from './Timeline.module.css';
import { TimelineRow, type TimelineRowProps } from './TimelineRow';

interface TimelineItemProps extends TimelineRowProps {
  readonly console: Console;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** The day that begins with it. */
  readonly newDay: string | undefined;
  readonly isEdited: boolean;
}

/** One row with all that surrounds it; memoised, as the row itself. How many there are, the list tells each. */
export const TimelineItem = memo(function TimelineItem(props: TimelineItemProps) {
  const { console, index, newDay, isEdited, ...row } = props;
  const { entry, timeZone } = row;
  return (
    <li
      data-index={index}
      data-testid="timeline-entry"
      data-kind={entry.kind}
      data-entry={entry.id}
      tabIndex={-1}
      aria-posinset={index + 1}
      className={styles['item']}
    >
      {newDay !== undefined && (
        <div className={styles['day']}>
          {newDay} · {timeZone}
        </div>
      )}
      {isEdited ? (
        <RowEditor entry={entry} console={console} onDone={() => doneEditing(console, entry.id)} />
      ) : (
        <TimelineRow {...row} />
      )}
    </li>
  );
});

/** The focus goes back to where it was: to the row, wherever a new time has put it, or to the pad. */
function doneEditing({ session, view }: Console, id: Stamp): void {
  const { editingFromRow } = view.store.getState();
  view.set({ editing: null, editingField: null, editingFromRow: false });
  if (!editingFromRow) return view.focusPad();
  focusEntry({ session, view }, id);
}
