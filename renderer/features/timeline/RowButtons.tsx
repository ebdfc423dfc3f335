import { Ellipsis, Pencil, Star, Strikethrough, Undo2, type LucideIcon } from 'lucide-react';
import type { Stamp } from '../../domain/ids';
import type { Entry } from '../../domain/timeline';
import { ENTRY_ACTIONS, type EntryActionId } from '../../store/entryActions';
import { Button } from '../../ui/Button';
import styles from './Timeline.module.css';

export type OnRowAction = (action: EntryActionId, id: Stamp) => void;

const SHOWN: readonly (readonly [EntryActionId, LucideIcon])[] = [
  ['pin', Star],
  ['edit', Pencil],
  ['retract', Strikethrough],
  ['restore', Undo2],
];

/** What is done most, and the menu with all of it. */
export function RowButtons({
  entry,
  onAction,
  onMore,
}: {
  readonly entry: Entry;
  readonly onAction: OnRowAction;
  readonly onMore: (id: Stamp) => void;
}) {
  return (
    <span className={styles['buttons']}>
      {SHOWN.map(([id, Icon]) => {
        const action = ENTRY_ACTIONS.find((one) => one.id === id);
        if (!action?.applies(entry)) return null;
        const isPin = id === 'pin';
        const label = isPin ? 'Pin' : action.label(entry);
        return (
          <Button
            key={id}
            tone="quiet"
            title={action.label(entry)}
            {...(isPin ? { 'aria-pressed': entry.pinned !== undefined } : {})}
            onClick={() => onAction(id, entry.id)}
          >
            <Icon size={15} aria-hidden="true" />
            <span className="visually-hidden">{label}</span>
          </Button>
        );
      })}
      <Button
        tone="quiet"
        title="More"
        aria-haspopup="menu"
        data-more={entry.id}
        onClick={() => onMore(entry.id)}
      >
        <Ellipsis size={15} aria-hidden="true" />
        <span className="visually-hidden">More</span>
      </Button>
    </span>
  );
}
