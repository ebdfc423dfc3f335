import { memo } from 'react';
import type { Console } from '../../store/console';
import { RowEditor } from './RowEditor';
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
        <RowEditor
          entry={entry}
          console={console}
          onDone={() => {
            console.view.set({ editing: null, editingField: null });
            console.view.focusPad();
          }}
        />
      ) : (
        <TimelineRow {...row} />
      )}
    </li>
  );
});
