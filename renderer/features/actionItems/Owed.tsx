import { useStore } from 'zustand';
import type { ActionItem } from '../../domain/incident';
import { visibleLine } from '../../exports/visibleText';
import { localDay } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import styles from './ActionItems.module.css';

/** Who does it by which day; what is missing is said, since nobody does what is nobody's (ACT4). */
export function Owed({ item, console }: { readonly item: ActionItem; readonly console: Console }) {
  const { owner, dueOn, state } = item;
  const isOpen = state === 'open' || state === 'in-progress';
  const today = useStore(console.ticker.store, (now) => localDay(now, shownZone(console)));
  const isLate = isOpen && dueOn !== undefined && dueOn < today;
  const lacking = owner === undefined ? (dueOn === undefined ? 'no owner, no day' : 'no owner') : 'no day';
  return (
    <span className={styles['owed']}>
      {owner !== undefined && <span>@{visibleLine(owner)}</span>}
      {dueOn !== undefined && (
        <span data-late={isLate}>
          due {visibleLine(dueOn)}
          {isLate && ', overdue'}
        </span>
      )}
      {isOpen && (owner === undefined || dueOn === undefined) && (
        <span className={styles['lacking']}>{lacking}</span>
      )}
    </span>
  );
}
