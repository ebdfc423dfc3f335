import { useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { shownKey } from '../../store/keysNow';
import { turnSound, turnTheme, turnZone } from '../../store/settingDoings';
import type { Theme } from '../../store/settings';
import { Button } from '../../ui/Button';
import styles from './StatusLine.module.css';

const THEMES: { readonly [T in Theme]: string } = { auto: 'Auto', dark: 'Dark', light: 'Light' };

/** Under the pad: who writes, which zone, which theme, and whether all is saved. */
export function StatusLine({
  console,
  platform,
  saved,
  undo,
}: {
  readonly console: Console;
  readonly platform: string;
  readonly saved: ReactNode;
  /** What can be taken back just now. */
  readonly undo: ReactNode;
}) {
  const { theme, clockZone, muted } = useStore(console.settings.store);
  return (
    <footer className={styles['line']}>
      {saved}
      <Writer console={console} />
      {undo}
      <span className={styles['space']} />
      <Button tone="quiet" title="Times in the local zone or in UTC" onClick={() => turnZone(console)}>
        {clockZone === 'utc' ? 'UTC' : placeOf(console.ports.timeZone)}
      </Button>
      <Button
        tone="quiet"
        className={styles['roomy']}
        aria-pressed={muted}
        onClick={() => turnSound(console)}
      >
        Sound {muted ? 'off' : 'on'}
      </Button>
      <Button tone="quiet" className={styles['roomy']} onClick={() => turnTheme(console)}>
        {THEMES[theme]} theme
      </Button>
      <Button
        tone="quiet"
        className={styles['roomy']}
        onClick={() => console.view.openDialog({ name: 'shortcuts' })}
      >
        Keys {shownKey(console, 'shortcuts', platform)}
      </Button>
    </footer>
  );
}

/** @example placeOf('America/New_York') // 'New York': the line has no room for continents */
const placeOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** Who the rows are signed by; a click changes it. */
function Writer({ console }: { readonly console: Console }) {
  const userName = useStore(console.settings.store, (settings) => settings.userName);
  const [changing, setChanging] = useState(false);
  const done = (name: string): void => {
    setChanging(false);
    if (name.trim() !== userName) console.settings.change({ userName: name.trim() });
    console.settings.meet(name);
    console.view.focusPad();
  };
  if (!changing) {
    return (
      <Button
        tone="quiet"
        className={styles['who']}
        title="Who the log says wrote it"
        onClick={() => setChanging(true)}
      >
        Writing as {userName === '' ? 'nobody yet' : visibleLine(userName)}
      </Button>
    );
  }
  return (
    <input
      aria-label="Writing as"
      className={styles['writer']}
      defaultValue={userName}
      autoComplete="off"
      ref={(field) => field?.focus()}
      onBlur={(event) => done(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        done(event.key === 'Enter' ? event.currentTarget.value : userName);
      }}
    />
  );
}
