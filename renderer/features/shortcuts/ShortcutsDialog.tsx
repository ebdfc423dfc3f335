import { useStore } from 'zustand';
import { keyLabel } from '../../keymap/chords';
import { CONTEXT_NAMES, FIXED_KEYS, KEYMAP, type KeyContext } from '../../keymap/keymap';
import type { Console } from '../../store/console';
import { keysNow } from '../../store/keysNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './Shortcuts.module.css';

const CONTEXTS: readonly KeyContext[] = ['global', 'pad', 'row'];

/** Every key, from the same list that answers them. */
export function ShortcutsDialog({
  console,
  platform,
}: {
  readonly console: Console;
  readonly platform: string;
}) {
  useStore(console.settings.store, (settings) => settings.keys);
  const { keysOf } = keysNow(console);
  const linesOf = (context: KeyContext): readonly Line[] =>
    KEYMAP.flatMap((entry) => {
      const keys = keysOf(entry.id);
      return entry.context !== context || keys.length === 0 ? [] : [{ keys, label: entry.label }];
    });
  const fixed = FIXED_KEYS.map(([keys, label]) => ({ keys: [keys], label }));
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={console.view.closeDialog}
      others={
        <Button onClick={() => console.view.openDialog({ name: 'settings', at: 'keys' })}>Change keys</Button>
      }
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
      wide
    >
      {CONTEXTS.map((context) => (
        <Group key={context} name={CONTEXT_NAMES[context]} lines={linesOf(context)} platform={platform} />
      ))}
      <Group name="While typing, and going home" lines={fixed} platform={platform} />
      <p className={styles['hint']}>
        Commands typed into the pad begin with a slash, such as <code>/at 14:32</code> or <code>/at -7m</code>{' '}
        to back-date a note.
      </p>
    </Dialog>
  );
}

interface Line {
  readonly keys: readonly string[];
  readonly label: string;
}

function Group({
  name,
  lines,
  platform,
}: {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly platform: string;
}) {
  return (
    <section>
      <h3 className={styles['heading']}>{name}</h3>
      <dl className={styles['keys']}>
        {lines.map(({ keys, label }) => (
          <div key={label} className={styles['line']}>
            <dt className={styles['combos']}>
              {keys.map((one) => (
                <kbd key={one}>{keyLabel(one, platform)}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
