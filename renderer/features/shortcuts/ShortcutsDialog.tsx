import { ACTIONS, keyLabel } from '../../store/actions';
import type { Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import styles from './Shortcuts.module.css';

/** Keys of the pad and the panes, which are not actions of their own. */
const OTHERS: readonly (readonly [string, string])[] = [
  ['Enter', 'Log the note'],
  ['Shift+Enter', 'New line in the note'],
  ['$mod+Enter', 'Log the note as plain text; in an update: mark it sent'],
  ['/at 14:32 …', 'Back-date a note; also /at -7m … and /at 2026-11-23T14:32Z …'],
  ['Escape', 'Close what is open, then back to the note pad'],
  ['F6', 'Next pane; Shift+F6 the one before'],
];

/** Every key, from the same list that answers them. */
export function ShortcutsDialog({
  console,
  platform,
}: {
  readonly console: Console;
  readonly platform: string;
}) {
  const lines = [
    ...OTHERS,
    ...ACTIONS.filter((action) => action.keys.length > 0).map(
      (action) => [action.keys[0] ?? '', action.label] as const,
    ),
  ];
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={console.view.closeDialog}
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
    >
      <dl className={styles['keys']}>
        {lines.map(([keys, label]) => (
          <div key={label} className={styles['line']}>
            <dt>
              <kbd>{keys.startsWith('/') ? keys : keyLabel(keys, platform)}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
