import { useEffect, useRef, type RefObject } from 'react';
import { useStore } from 'zustand';
import { keyLabel } from '../../keymap/chords';
import { CONTEXT_NAMES, KEYMAP, type KeyContext, type KnownEntry } from '../../keymap/keymap';
import type { Console } from '../../store/console';
import { keysNow } from '../../store/keysNow';
import { Button } from '../../ui/Button';
import keysStyles from './Keys.module.css';
import { Section } from './Section';
import styles from './Settings.module.css';
import { useKeyChoice, type KeyChoice } from './useKeyChoice';

const CONTEXTS: readonly KeyContext[] = ['global', 'pad', 'row'];

/** Every key, and a way to change it. What is pressed counts at once, here and in the menus. */
export function KeysSection({
  console,
  platform,
  headingRef,
}: {
  readonly console: Console;
  readonly platform: string;
  readonly headingRef: RefObject<HTMLHeadingElement | null>;
}) {
  const chosen = useStore(console.settings.store, (settings) => settings.keys);
  const choice = useKeyChoice(console, platform);
  const { keysOf } = keysNow(console);
  return (
    <Section title="Keys" headingRef={headingRef}>
      <p className={styles['hint']}>
        Press Change, then the new key. Keys of the system, of text fields and of the call you are on can’t be
        taken.
      </p>
      <div className={keysStyles['list']} role="group" aria-label="Keys by where they count" tabIndex={-1}>
        {CONTEXTS.map((context) => (
          <div key={context}>
            <h4 className={keysStyles['heading']}>{CONTEXT_NAMES[context]}</h4>
            <ul className={keysStyles['lines']}>
              {KEYMAP.filter((entry) => entry.context === context).map((entry) => (
                <KeyLine
                  key={entry.id}
                  entry={entry}
                  keys={keysOf(entry.id).map((one) => keyLabel(one, platform))}
                  isChosen={chosen[entry.id] !== undefined}
                  choice={choice}
                />
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className={styles['row']}>
        <Button onClick={choice.resetAll}>Reset all keys</Button>
        <p role="status" aria-live="polite" className={styles['grow']}>
          {choice.answer?.of === '' ? choice.answer.text : ''}
        </p>
      </div>
    </Section>
  );
}

function KeyLine({
  entry,
  keys,
  isChosen,
  choice,
}: {
  readonly entry: KnownEntry;
  readonly keys: readonly string[];
  readonly isChosen: boolean;
  readonly choice: KeyChoice;
}) {
  const { label } = entry;
  const isRecording = choice.recording.of === entry.id;
  const answer = choice.answer?.of === entry.id ? choice.answer : undefined;
  const change = useRef<HTMLButtonElement>(null);
  const said = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer) said.current?.scrollIntoView({ block: 'nearest' });
  }, [answer]);
  /** For a button that goes away when it is pressed. */
  const andBack = (act: () => void) => () => {
    change.current?.focus();
    act();
  };
  return (
    <li className={keysStyles['line']}>
      <span className={keysStyles['label']}>{label}</span>
      <span className={keysStyles['keys']}>
        {keys.length === 0 ? <span>no key</span> : keys.map((one) => <kbd key={one}>{one}</kbd>)}
      </span>
      <span className={keysStyles['buttons']}>
        <Button
          ref={change}
          aria-label={isRecording ? `Press the new key for ${label}` : `Change key of ${label}`}
          aria-pressed={isRecording}
          onBlur={choice.recording.stop}
          onClick={() => choice.begin(entry)}
        >
          {isRecording ? 'Press a key…' : 'Change'}
        </Button>
        {isChosen && (
          <Button
            tone="quiet"
            aria-label={`Reset key of ${label}`}
            onClick={andBack(() => choice.reset(entry))}
          >
            Reset
          </Button>
        )}
      </span>
      <div ref={said} role="status" aria-live="polite" className={keysStyles['said']}>
        {isRecording && 'Press the new key. Backspace leaves it without one, Esc keeps the old one.'}
        {!isRecording && answer !== undefined && (
          <>
            <span>{answer.text}</span>
            {answer.take && (
              <>
                <Button onClick={andBack(answer.take)}>Use it for {label}</Button>
                <Button tone="quiet" onClick={andBack(choice.leave)}>
                  Leave it there
                </Button>
              </>
            )}
          </>
        )}
      </div>
    </li>
  );
}
