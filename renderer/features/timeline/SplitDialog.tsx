import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import { entryOf } from '../../domain/timeline';
import { excerpt } from '../../exports/excerpt';
import { visibleLine } from '../../exports/visibleText';
import { run, sentenceOf, type Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import { TextArea } from '../../ui/Field';
import styles from './EntryDialogs.module.css';

const LONGEST = 200;

/** A note that says two things becomes two, at the cursor. Typing changes nothing here: the words stay as logged. */
export function SplitDialog({ console, entry: id }: { readonly console: Console; readonly entry: Stamp }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = useStore(console.session.store, (state) => entryOf(state.incident.timeline, id)?.text ?? '');
  const [offset, setOffset] = useState(() => middleOf(text));
  const [problem, setProblem] = useState<string>();
  const isTouched = useRef(false);
  const split = (): void => {
    const ran = run(console, { type: 'split-entry', entry: id, offset });
    setProblem(sentenceOf(ran));
    if (ran.ok) console.view.closeDialog();
  };
  return (
    <Dialog
      title="Split the note"
      submit="Split"
      onSubmit={split}
      onClose={console.view.closeDialog}
      initialFocus={field}
      wide
    >
      <TextArea
        ref={(area) => {
          field.current = area;
          area?.addEventListener('beforeinput', refuse);
        }}
        label="Put the cursor where the second note begins"
        rows={4}
        value={text}
        problem={problem}
        onChange={() => undefined}
        onSelect={({ currentTarget: area }) => {
          // Until somebody moves it the cursor stands where the split is offered, wherever a dialog puts it.
          if (isTouched.current) setOffset(area.selectionStart);
          else if (area.selectionStart !== offset) area.setSelectionRange(offset, offset);
          setProblem(undefined);
        }}
        onPointerDown={() => (isTouched.current = true)}
        onKeyDown={(event) => {
          isTouched.current = true;
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          split();
        }}
      />
      <ol className={styles['forms']} aria-label="The two notes">
        {[text.slice(0, offset), text.slice(offset)].map((part, i) => (
          <li key={i === 0 ? 'first' : 'second'} className={styles['form']}>
            {visibleLine(excerpt(part.trim(), LONGEST)) || <span className={styles['dim']}>Nothing yet</span>}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

/** The words stay: React's own event knows nothing of Backspace and cutting, and a `readOnly` field shows no cursor. */
const refuse = (event: Event): void => event.preventDefault();

/** Behind the first line, else behind the first sentence, else before the word in the middle. */
function middleOf(text: string): number {
  const line = /\n\s*(?=\S)/.exec(text) ?? /[.;!?]\s+(?=\S)/.exec(text);
  if (line) return line.index + line[0].length;
  const blank = text.indexOf(' ', Math.floor(text.length / 2));
  return blank === -1 ? text.lastIndexOf(' ') + 1 : blank + 1;
}
