import { Ellipsis, Pencil, Star, Strikethrough, Undo2, type LucideIcon } from 'lucide-react';
import type { Stamp } from '../../domain/ids';
import type { Entry } from '../../domain/timeline';
import { ENTRY_ACTIONS, type EntryActionId } from '../../store/entryActions';
import styles from './Timeline.module.css';

export type OnRowAction = (action: EntryActionId, id: Stamp) => void;

const ICONS: ReadonlyMap<EntryActionId, LucideIcon> = new Map([
  ['pin', Star],
  ['edit', Pencil],
  ['retract', Strikethrough],
  ['restore', Undo2],
]);

/** Looked up once, not with each row that comes into view. */
const SHOWN = [...ICONS].flatMap(([id, Icon]) => {
  const action = ENTRY_ACTIONS.find((one) => one.id === id);
  return action ? [{ action, Icon }] : [];
});

/**
 * What is done most, and the menu with all of it. Fifty rows come and go at once when somebody scrolls, so
 * the buttons are bare, and get their pictures and tooltips when the pointer or the focus comes to their row.
 */
export function RowButtons({
  entry,
  withIcons,
  onAction,
  onMore,
}: {
  readonly entry: Entry;
  readonly withIcons: boolean;
  readonly onAction: OnRowAction;
  /** `byKey`: pressed with the keyboard. */
  readonly onMore: (id: Stamp, byKey: boolean) => void;
}) {
  return (
    <span className={styles['buttons']}>
      {SHOWN.map(({ action, Icon }) => {
        if (!action.applies(entry)) return null;
        const { id } = action;
        const isPin = id === 'pin';
        const isPressed = isPin && entry.pinned !== undefined;
        return (
          <button
            key={id}
            type="button"
            className={styles['tool']}
            aria-label={isPin ? 'Pin' : action.label(entry)}
            title={withIcons ? action.label(entry) : undefined}
            {...(isPin ? { 'aria-pressed': isPressed } : {})}
            onClick={() => onAction(id, entry.id)}
          >
            {(withIcons || isPressed) && <Icon size={15} aria-hidden="true" />}
          </button>
        );
      })}
      <button
        type="button"
        className={styles['tool']}
        aria-label="More"
        title={withIcons ? 'More' : undefined}
        aria-haspopup="menu"
        data-more={entry.id}
        onClick={({ detail }) => onMore(entry.id, detail === 0)}
      >
        {withIcons && <Ellipsis size={15} aria-hidden="true" />}
      </button>
    </span>
  );
}
