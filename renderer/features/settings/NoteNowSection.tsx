import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { keyLabel } from '../../keymap/chords';
import { suggestedEverywhere, whyNotEverywhere } from '../../keymap/neverKeys';
import type { Console } from '../../store/console';
import type { NoteKeyShown } from '../../store/noteNow';
import { Button } from '../../ui/Button';
import { Section } from './Section';
import styles from './Settings.module.css';
import { useKeyRecording, type Recorded } from './useKeyRecording';

type NoteKeyState = NonNullable<NoteKeyShown['state']>;

/** One key that begins a note from any program; said to work only once it was received. */
export function NoteNowSection({
  console,
  platform,
}: {
  readonly console: Console;
  readonly platform: string;
}) {
  const { noteNow } = console;
  const { state, refused } = useStore(noteNow.store);
  const [why, setWhy] = useState<string>();
  useEffect(() => void noteNow.look(), [noteNow]);
  const recorded = useCallback(
    (_of: string, what: Recorded): void => {
      if (what.kind !== 'chord') return setWhy(undefined);
      const never = whyNotEverywhere(what.chord);
      setWhy(never && `${keyLabel(what.chord, platform)} can’t be used. ${never}`);
      if (never === undefined) void noteNow.choose(what.chord);
    },
    [noteNow, platform],
  );
  const recording = useKeyRecording(platform, recorded);
  const record = useRef<HTMLButtonElement>(null);
  /** The button that is pressed goes away. */
  const choose = (chosen: string | null): void => {
    record.current?.focus();
    setWhy(undefined);
    void noteNow.choose(chosen);
  };
  const suggested = suggestedEverywhere(platform);
  const isRecording = recording.of !== null;
  const key = state?.key ?? null;
  return (
    <Section title="Note from anywhere">
      <p className={styles['hint']}>
        One key that brings the console to the front with the cursor in the pad, also while another program
        has the focus. The note’s time is that of the key. Off until you record one.
      </p>
      <div className={styles['row']}>
        <Button
          ref={record}
          aria-pressed={isRecording}
          onBlur={recording.stop}
          onClick={() => recording.begin('note-now')}
        >
          {isRecording ? 'Press a key…' : 'Record a key'}
        </Button>
        {state !== null && key === null && (
          <Button onClick={() => choose(suggested)}>Use {keyLabel(suggested, platform)}</Button>
        )}
        {key !== null && <Button onClick={() => choose(null)}>Turn off</Button>}
        <p role="status" aria-live="polite" className={styles['grow']}>
          {isRecording
            ? 'Press the key. Esc leaves it as it is.'
            : (why ?? refused ?? sentenceOf(state, platform))}
        </p>
      </div>
      {state && <Command console={console} state={state} />}
    </Section>
  );
}

function sentenceOf(state: NoteKeyState | null, platform: string): string {
  if (state === null || state.key === null) return '';
  const key = keyLabel(state.key, platform);
  if (!state.registered) return `The system does not give ${key} to the console. Record another one.`;
  if (state.works) return `${key} works: it was received.`;
  return `Press ${key} now. Until it has arrived here, nobody knows whether it works.`;
}

/** Where a key can't be had, the desktop's own settings can start this. */
function Command({ console, state }: { readonly console: Console; readonly state: NoteKeyState }) {
  const [copied, setCopied] = useState(false);
  return (
    <>
      <p className={styles['hint']}>
        {state.wayland
          ? 'This desktop speaks Wayland: it may take the key and never hand it on. If nothing happens when you press it, bind this command to a key in the desktop’s own settings:'
          : 'Or bind this command to a key in the desktop’s own settings:'}
      </p>
      <div className={styles['row']}>
        <code className={styles['path']}>{state.command}</code>
        <Button onClick={() => void console.ports.copy(state.command).then(() => setCopied(true))}>
          Copy command
        </Button>
        <span role="status" aria-live="polite">
          {copied ? 'Copied.' : ''}
        </span>
      </div>
    </>
  );
}
