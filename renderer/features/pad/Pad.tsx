import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { clockText, formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import styles from './Pad.module.css';
import { usePad } from './usePad';

/**
 * Where the scribe writes. A plain textarea that React does not control: a key draws nothing but
 * itself. Enter logs, Shift+Enter breaks the line, the cursor never leaves.
 */
export function Pad({ console }: { readonly console: Console }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const pad = usePad(console, area);
  const padFocus = useStore(console.view.store, (view) => view.padFocus);
  const { ports } = console;

  useEffect(() => {
    area.current?.focus();
    ports.mark('app:interactive');
  }, [padFocus, ports]);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter' || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    pad.log(event.ctrlKey || event.metaKey);
  };

  return (
    <div className={styles['pad']} role="region" aria-label="Note pad">
      {pad.problem !== undefined && (
        <div className={styles['problem']} role="alert" id="pad-problem">
          <p>{pad.problem}</p>
          {pad.choices.map((at) => (
            <Button key={at} onClick={() => pad.choose(at)}>
              {formatLocal(at, 'UTC')} UTC
            </Button>
          ))}
        </div>
      )}
      <div className={styles['line']}>
        <output className={styles['chip']} data-set={pad.chip?.backdated} aria-label="Note time">
          {pad.chip === undefined ? '' : chipText(pad.chip.at, ports.now(), shownZone(console))}
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
          aria-invalid={pad.problem !== undefined}
          aria-describedby={pad.problem === undefined ? undefined : 'pad-problem'}
          onKeyDown={onKeyDown}
          onInput={pad.typed}
        />
      </div>
    </div>
  );
}

/** The clock alone today; another day is spelled out, so that nobody logs to the wrong one. */
function chipText(at: Parameters<typeof clockText>[0], now: typeof at, timeZone: string): string {
  const full = formatLocal(at, timeZone);
  return full.slice(0, 10) === formatLocal(now, timeZone).slice(0, 10) ? full.slice(11) : full;
}
