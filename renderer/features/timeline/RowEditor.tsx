import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { isNote } from '../../domain/decideEntries';
import type { Entry } from '../../domain/timeline';
import { formatLocal } from '../../language/formatLocal';
import { readTime } from '../../language/readTime';
import { TIME_SENTENCES } from '../../language/timeProblems';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Timeline.module.css';

/** Rewords an entry or moves it in time, in its place. The old form stays readable. */
export function RowEditor({
  entry,
  console,
  onDone,
}: {
  readonly entry: Entry;
  readonly console: Console;
  readonly onDone: () => void;
}) {
  const timeZone = shownZone(console);
  const form = useRef<HTMLFormElement>(null);
  const [part] = useState(() => console.view.store.getState().editingField);
  const [shownTime] = useState(() => formatLocal(entry.at, timeZone));
  const kept = useKeptForm(console.drafts, `edit:${entry.id}`, { text: entry.text, time: shownTime });
  const { text, time } = kept.values;
  const [problem, setProblem] = useState<string>();
  const timeChanged = time.trim() !== shownTime;
  const read = readTime(time, { now: console.ports.now(), timeZone });
  useEffect(() => {
    // Brought back by a restart it leaves the focus where somebody may be typing already.
    if (part === null && document.activeElement instanceof HTMLTextAreaElement) return;
    const wanted = part === 'time' ? 'input' : 'textarea, input';
    const field = form.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(wanted);
    field?.focus();
    field?.setSelectionRange(part === 'time' ? 0 : field.value.length, field.value.length);
  }, [part]);

  const done = (): void => {
    kept.clear();
    onDone();
  };

  const save = (): void => {
    if (timeChanged && !read.ok) return;
    const ran = run(console, {
      type: 'edit-entry',
      entry: entry.id,
      ...(isNote(entry) ? { text } : {}),
      ...(timeChanged && read.ok ? { at: read.at } : {}),
    });
    setProblem(sentenceOf(ran));
    if (ran.ok) done();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      // What was changed stays a draft: Esc must not throw text away. Cancel does.
      onDone();
    }
    const inText = event.target instanceof HTMLTextAreaElement;
    if (inText && event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      save();
    }
  };

  return (
    <form
      ref={form}
      aria-label="Edit entry"
      className={styles['editor']}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isNote(entry) && (
        <TextArea label="Text" value={text} onChange={(event) => kept.set('text', event.target.value)} />
      )}
      <div className={styles['editorLine']}>
        <TextField
          label="Happened at"
          value={time}
          hint={timeChanged && read.ok ? `= ${formatLocal(read.at, timeZone)}` : undefined}
          problem={timeChanged && !read.ok ? TIME_SENTENCES[read.problem] : problem}
          onChange={(event) => kept.set('time', event.target.value)}
        />
        <Button tone="primary" type="submit">
          Save
        </Button>
        <Button onClick={done}>Cancel</Button>
      </div>
    </form>
  );
}
