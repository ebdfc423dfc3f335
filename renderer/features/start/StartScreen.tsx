import { useEffect, useRef, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Console } from '../../store/console';
import { shownKey } from '../../store/keysNow';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import styles from './StartScreen.module.css';

/** What one meets with no incident open. Declaring works before any setup. */
export function StartScreen({
  console,
  platform,
  incidents,
}: {
  readonly console: Console;
  readonly platform: string;
  readonly incidents: ReactNode;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const userName = useStore(console.settings.store, (settings) => settings.userName);
  useStore(console.settings.store, (settings) => settings.keys);
  const openId = useStore(console.session.store, (state) => state.openId);
  useEffect(() => {
    button.current?.focus();
    console.ports.mark('app:interactive');
  }, [console]);
  return (
    <main className={styles['start']}>
      <h1 className={styles['heading']}>{openId === null ? 'No incident open.' : 'Incidents'}</h1>
      <div className={styles['buttons']}>
        <Button
          ref={button}
          tone="primary"
          data-focus-home
          onClick={() => console.view.openDialog({ name: 'declare' })}
        >
          Declare incident
        </Button>
        <kbd className={styles['key']}>{shownKey(console, 'declare', platform)}</kbd>
        {openId !== null && (
          <Button onClick={() => console.view.set({ atHome: false })}>Back to the open incident</Button>
        )}
      </div>
      <TextField
        label="Your name, as it should stand in the log"
        hint="Optional. Everything stays on this computer."
        defaultValue={userName}
        onChange={(event) => console.settings.change({ userName: event.target.value.trim() })}
        className={styles['name']}
      />
      <section className={styles['known']} aria-label="Known incidents">
        <h2>Incidents on this computer</h2>
        {incidents}
        <div className={styles['buttons']}>
          <Button onClick={() => console.ports.chooseBundle()}>Open bundle…</Button>
          <Button onClick={() => void console.bundleExporting.everything()}>
            Export all incidents as bundle
          </Button>
        </div>
      </section>
    </main>
  );
}
