import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { EpochMs } from '../../domain/time';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { pastedLines } from '../../store/pastedLines';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Pad.module.css';
import { PadController } from './padController';
import { PadImages } from './PadImages';
import { PastedLines } from './PastedLines';

/**
 * Where the scribe writes. A plain textarea that React does not control: a key draws nothing but
 * itself. Enter logs, Shift+Enter breaks the line, the cursor never leaves.
 */
export function Pad({ console, openId }: { readonly console: Console; readonly openId: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [pad] = useState(() => new PadController(console, openId));
  const { problem, choices, chip } = useStore(pad.store);
  const padFocus = useStore(console.view.store, (view) => view.padFocus);
  const [pasted, setPasted] = useState<ReturnType<typeof pastedLines>>([]);
  const { ports, attaching } = console;

  useEffect(() => {
    // Restored text is written on with, not before: browsers start at its first character.
    const end = area.current?.value.length ?? 0;
    area.current?.setSelectionRange(end, end);
  }, []);

  useEffect(() => attaching.store.subscribe(() => pad.refresh()), [attaching, pad]);

  useEffect(() => {
    area.current?.focus();
    ports.mark('app:interactive');
  }, [padFocus, ports]);

  const emptied = (logged: boolean): void => {
    if (logged) setPasted([]);
    if (logged && area.current) area.current.value = '';
    area.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    const plain = event.ctrlKey || event.metaKey;
    if (attaching.isBusy) void attaching.settled().then(() => emptied(pad.log(plain)));
    else emptied(pad.log(plain));
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
          {choices.map((at) => (
            <Button key={at} onClick={() => emptied(pad.choose(at))}>
              {formatLocal(at, 'UTC')} UTC
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
      <div className={styles['line']}>
        <output className={styles['chip']} data-set={chip?.backdated} aria-label="Note time">
          {chip ? chipText(chip.at, ports.now(), shownZone(console)) : 'now'}
        </output>
        <textarea
          ref={area}
          rows={1}
          data-testid="scribe-input"
          data-focus-home
          aria-label="Timeline note"
          placeholder="What happened? Enter logs it · /at 14:32 or /at -7m back-dates"
          spellCheck
          className={styles['input']}
          defaultValue={pad.text}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'pad-problem'}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onInput={(event) => pad.typed(event.currentTarget.value)}
        />
      </div>
    </section>
  );
}

/** The clock alone today; another day is spelled out, so that nobody logs to the wrong one. */
function chipText(at: EpochMs, now: EpochMs, timeZone: string): string {
  const full = formatLocal(at, timeZone);
  return full.slice(0, 10) === formatLocal(now, timeZone).slice(0, 10) ? full.slice(11) : full;
}
