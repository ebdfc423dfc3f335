import { useEffect, useRef, useState, type ClipboardEvent, type FormEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { choiceLabels } from '../../language/formatLocal';
import { keyLabel } from '../../keymap/chords';
import type { Console } from '../../store/console';
import { pastedLines } from '../../store/pastedLines';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Pad.module.css';
import { PadController } from './padController';
import { PadCompletions } from './PadCompletions';
import { PadImages } from './PadImages';
import { onMeantKey, PadMeant } from './PadMeant';
import { NoteTime, PadParts } from './PadPreview';
import { useCompleting } from './useCompleting';
import { useKeptCaret } from './useKeptCaret';

interface PadProps {
  readonly console: Console;
  readonly openId: string;
  readonly platform: string;
}
import { PastedLines } from './PastedLines';

/**
 * Where the scribe writes. A plain textarea that React does not control: a key draws nothing but
 * itself. Enter logs, Shift+Enter breaks the line, the cursor never leaves.
 */
export function Pad({ console, openId, platform }: PadProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [pad] = useState(() => new PadController(console, openId));
  const problem = useStore(pad.store, (state) => state.problem);
  const choices = useStore(pad.store, (state) => state.choices);
  const isCommand = useStore(pad.store, (state) => state.isCommand);
  const padFocus = useStore(console.view.store, (view) => view.padFocus);
  const [pasted, setPasted] = useState<ReturnType<typeof pastedLines>>([]);
  const { ports, attaching, session } = console;
  const { completing, take, onKey, aria } = useCompleting(console, area);

  const keepCaret = useKeptCaret(console, openId, area);

  useEffect(() => attaching.store.subscribe(() => pad.refresh()), [attaching, pad]);
  useEffect(
    () =>
      session.store.subscribe(({ incident }, before) => {
        if (incident !== before.incident) pad.incidentChanged();
      }),
    [session, pad],
  );

  useEffect(() => {
    area.current?.focus();
    ports.mark('app:interactive');
  }, [padFocus, ports]);

  const emptied = (logged: boolean): void => {
    if (logged) setPasted([]);
    if (logged && area.current) area.current.value = '';
    completing.close();
    keepCaret();
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || onKey(event) || onMeantKey(event, pad)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const plain = event.ctrlKey || event.metaKey;
    if (attaching.isBusy) void attaching.settled().then(() => emptied(pad.log(plain)));
    else emptied(pad.log(plain));
  };

  const onInput = ({ currentTarget, nativeEvent }: FormEvent<HTMLTextAreaElement>): void => {
    pad.typed(currentTarget.value);
    // What is offered is what stands there; else what was typed behind the paste would be emptied away.
    if (pasted.length > 0) setPasted(pastedLines(currentTarget.value));
    keepCaret();
    // While an input method composes, its own list has the keys.
    if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) return completing.close();
    completing.look(currentTarget.value, currentTarget.selectionEnd);
  };

  // Not React's onSelect: it keeps still after some clicks elsewhere.
  const cursorMoved = (): void => {
    if (area.current) completing.moved(area.current.selectionEnd);
    keepCaret();
  };

  const onPaste = (event: ClipboardEvent): void => {
    const { clipboardData } = event;
    setPasted(pad.text.trim() === '' ? pastedLines(clipboardData.getData('text/plain')) : []);
    const files = [...clipboardData.files];
    // Office and chat programs put a picture of the text beside it: the text is meant.
    if (files.length === 0 || clipboardData.getData('text/plain').trim() !== '') return;
    event.preventDefault();
    void attaching.add(files);
  };

  return (
    <section className={styles['pad']} aria-label="Note pad">
      {problem !== undefined && (
        <div className={styles['problem']} role="alert" id="pad-problem">
          <p>{problem}</p>
          {isCommand && (
            <p className={styles['hint']}>{keyLabel('$mod+Enter', platform)} logs the line as text.</p>
          )}
          {choiceLabels(choices, shownZone(console)).map(([at, label]) => (
            <Button key={at} onClick={() => emptied(pad.choose(at))}>
              {label}
            </Button>
          ))}
        </div>
      )}
      <PastedLines
        key={pasted.length}
        {...{ console, lines: pasted }}
        onDone={(logged) => {
          if (logged) pad.typed('');
          else setPasted([]);
          emptied(logged);
        }}
      />
      <PadImages console={console} />
      <PadCompletions completing={completing} onTake={take} />
      <PadParts {...{ console, pad }} />
      <PadMeant {...{ pad, area }} />
      <div className={styles['line']}>
        <NoteTime {...{ console, pad }} />
        <textarea
          ref={area}
          rows={1}
          data-testid="scribe-input"
          data-focus-home
          aria-label="Timeline note"
          placeholder="What happened? Enter logs it · / for commands · /at -7m back-dates"
          spellCheck
          className={styles['input']}
          defaultValue={pad.text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'pad-problem'}
          aria-autocomplete="list"
          {...aria}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onInput={onInput}
          onKeyUp={cursorMoved}
          onMouseUp={cursorMoved}
          onBlur={() => completing.close()}
        />
      </div>
    </section>
  );
}
