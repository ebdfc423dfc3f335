import { useRef, useState } from 'react';
import { resolveChecklist } from '../../domain/resolveChecklist';
import { visibleLine } from '../../exports/visibleText';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Resolve.module.css';

/** Nothing blocks resolving; what stays unticked becomes an action item. */
export function ResolveDialog({ console }: { readonly console: Console }) {
  const summaryRef = useRef<HTMLInputElement>(null);
  const [checklist] = useState(() => resolveChecklist(console.session.store.getState().incident));
  const key = formKeyOf(console, { name: 'resolve' }) ?? '';
  const known = checklist.filter((line) => line.known).map((line) => line.text);
  const form = useKeptForm(console.drafts, key, { summary: '', ticked: known.join('\n') });
  const { summary } = form.values;
  const ticked = new Set(form.values.ticked.split('\n'));
  const [problem, setProblem] = useState<string>();

  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const toggle = (text: string): void => {
    const changed = new Set(ticked);
    if (!changed.delete(text)) changed.add(text);
    form.set('ticked', [...changed].join('\n'));
  };
  const resolve = (): void => {
    const unticked = checklist.filter((line) => !ticked.has(line.text)).map((line) => line.todo);
    const ran = run(console, { type: 'resolve', summary, unticked });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
  };

  return (
    <Dialog
      title="Resolve"
      submit="Resolve"
      cancel="Not yet"
      onSubmit={resolve}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={summaryRef}
    >
      <TextField
        ref={summaryRef}
        label="How it ended"
        placeholder="optional: rolled back, error rate normal"
        value={summary}
        problem={problem}
        onChange={(event) => form.set('summary', event.target.value)}
      />
      <fieldset className={styles['checklist']}>
        <legend className={styles['legend']}>
          Unticked lines become action items. You can reopen any time.
        </legend>
        {checklist.map((line) => (
          <label key={line.text} className={styles['line']}>
            <input type="checkbox" checked={ticked.has(line.text)} onChange={() => toggle(line.text)} />
            <span>
              {line.text}
              {line.detail !== undefined && <em className={styles['detail']}> {visibleLine(line.detail)}</em>}
            </span>
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
