import { useRef, useState } from 'react';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';

/** Back to live: the clock starts anew, the resolved time is cleared and stays in the log. */
export function ReopenDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'reopen' }) ?? '';
  const form = useKeptForm(console.drafts, key, { reason: '' });
  const { reason } = form.values;
  const [problem, setProblem] = useState<string>();
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const reopen = (): void => {
    const ran = run(console, { type: 'reopen', reason });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
  };
  return (
    <Dialog
      title="Reopen"
      submit="Reopen"
      onSubmit={reopen}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={field}
    >
      <TextField
        ref={field}
        label="Reason"
        placeholder="errors are back"
        value={reason}
        problem={problem}
        onChange={(event) => form.set('reason', event.target.value)}
      />
    </Dialog>
  );
}
