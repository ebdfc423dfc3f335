import { useRef, useState } from 'react';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';

export function TitleDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'title' }) ?? '';
  const form = useKeptForm(console.drafts, key, { to: console.session.store.getState().incident.title });
  const { to } = form.values;
  const [problem, setProblem] = useState<string>();
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const change = (): void => {
    const ran = run(console, { type: 'change-title', to });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
  };
  return (
    <Dialog
      title="Change title"
      submit="Change title"
      onSubmit={change}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={field}
    >
      <TextField
        ref={field}
        label="What is broken?"
        hint="The old title stays in the log."
        value={to}
        problem={problem}
        onChange={(event) => form.set('to', event.target.value)}
      />
    </Dialog>
  );
}
