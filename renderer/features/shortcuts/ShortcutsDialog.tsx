import { useStore } from 'zustand';
import { keyLabel } from '../../keymap/chords';
import { CONTEXT_NAMES, FIXED_KEYS, KEYMAP, type KeyContext } from '../../keymap/keymap';
import { PAD_COMMANDS } from '../../language/commands/padCommands';
import type { Console } from '../../store/console';
import { keysNow } from '../../store/keysNow';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import styles from './Shortcuts.module.css';

const CONTEXTS: readonly KeyContext[] = ['global', 'pad', 'row'];

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What can be typed at the start of a note. */
const COMMANDS: readonly Line[] = [
  { keys: ['/at time text'], label: 'Back-date the note: 14:32, -7m or a full date' },
  ...PAD_COMMANDS.map(({ word, hint, does }) => ({
    keys: [`/${word} ${hint}`.trim()],
    label: sentence(does),
  })),
];

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
      wide
    >
      {CONTEXTS.map((context) => (
        <Group key={context} name={CONTEXT_NAMES[context]} lines={linesOf(context)} platform={platform} />
      ))}
      <Group name="While typing, and going home" lines={fixed} platform={platform} />
      <Group name="Commands in the note pad" lines={COMMANDS} platform={platform} />
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
                <kbd key={one}>{one.startsWith('/') ? one : keyLabel(one, platform)}</kbd>
              ))}
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
