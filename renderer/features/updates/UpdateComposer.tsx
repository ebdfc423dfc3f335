import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { UPDATE_STATE_NAMES } from '../../domain/describe';
import type { UpdateState } from '../../domain/events';
import { REFUSAL_SENTENCES } from '../../domain/refusals';
import { formatLength, HOUR, ms, type EpochMs } from '../../domain/time';
import { formatLocal } from '../../language/formatLocal';
import { TIME_SENTENCES } from '../../language/timeProblems';
import { keyLabel } from '../../keymap/chords';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/Field';
import { useComposer } from './useComposer';
import { useComposerCall } from './useComposerCall';
import type { NextUpdate } from './useNextUpdate';
import styles from './Updates.module.css';

const STATES: readonly UpdateState[] = ['investigating', 'identified', 'monitoring', 'resolved'];

/** Writes a stakeholder update. Copying it sends nothing; only Mark sent settles the promise. */
export function UpdateComposer({
  console,
  platform,
}: {
  readonly console: Console;
  readonly platform: string;
}) {
  const form = useRef<HTMLFormElement>(null);
  const composer = useComposer(console);
  const { fields, next } = composer;
  const face = useStore(console.session.store, (state) => state.incident.clock?.mode);
  const focusFirst = (): void => form.current?.querySelector<HTMLElement>('textarea')?.focus();
  useEffect(focusFirst, []);
  useComposerCall(console, composer, focusFirst);

  const close = (): void => {
    console.view.set({ composerOpen: false });
    console.view.focusPad();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && composer.send()) close();
  };
  const area = (field: 'impact' | 'known' | 'doing', label: string, placeholder: string) => (
    <TextArea
      label={label}
      placeholder={placeholder}
      value={fields[field]}
      onChange={(event) => composer.set(field, event.target.value)}
    />
  );

  return (
    <section aria-label="Stakeholder update" data-pane>
      <form
        ref={form}
        className={styles['composer']}
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          if (composer.send()) close();
        }}
      >
        <div className={styles['composerHead']}>
          <h2>
            Update {composer.number}
            {composer.audience !== 'internal' && ` for ${composer.audience}`}
          </h2>
          <label className={styles['state']}>
            Status
            <select value={fields.state} onChange={(event) => composer.set('state', event.target.value)}>
              {STATES.map((state) => (
                <option key={state} value={state}>
                  {UPDATE_STATE_NAMES[state]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {area('impact', 'Impact', 'About 12 % of checkouts fail, EU only')}
        <div className={styles['pair']}>
          {area('known', 'What we know', 'It began with the web deploy at 03:02')}
          {area('doing', 'What we are doing', 'Rolling the deploy back')}
        </div>
        <TextField
          label="Next update"
          placeholder="03:45 or 15m"
          value={next.text}
          problem={next.next.ok ? undefined : TIME_SENTENCES[next.next.problem]}
          hint={nextHint(next, shownZone(console), console.ports.now())}
          onChange={(event) => composer.set('next', event.target.value)}
        />
        {composer.problem !== undefined && (
          <p role="alert" className={styles['problem']}>
            {composer.problem}
          </p>
        )}
        <div className={styles['composerButtons']}>
          <Button tone="primary" type="submit">
            Mark sent
          </Button>
          <kbd aria-hidden="true">{keyLabel('$mod+Enter', platform)}</kbd>
          <Button onClick={() => void composer.copy()}>Copy as text</Button>
          {face !== 'off' && face !== 'paused' && (
            <span className={styles['note']}>The clock starts anew when you mark it sent.</span>
          )}
          <Button tone="quiet" onClick={close}>
            Close
          </Button>
        </div>
        <p role="status" aria-live="polite" className={styles['note']}>
          {composer.copied ? 'Copied. Paste it where it belongs, then mark it sent.' : ''}
        </p>
      </form>
    </section>
  );
}

/** Longer than any cadence: worth a second look before it is promised. */
const LONG = 2 * HOUR;

function nextHint({ next, text, mayEnd }: NextUpdate, timeZone: string, now: EpochMs): string | undefined {
  if (!next.ok) return undefined;
  if (next.at === null) {
    return mayEnd
      ? 'Empty: this is the last update, the clock stops.'
      : REFUSAL_SENTENCES['next-update-missing'];
  }
  const echo = formatLocal(next.at, timeZone).slice(0, 16);
  const far = next.at - now > LONG ? `The alarm is silent for ${formatLength(ms(next.at - now))}.` : '';
  return [echo === text.trim() ? '' : `= ${echo}.`, far].filter(Boolean).join(' ') || undefined;
}
