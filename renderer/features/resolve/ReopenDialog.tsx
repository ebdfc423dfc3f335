import { useRef, useState } from 'react';
import { run, sentenceOf, type Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';

/** Back to live: the clock starts anew, the resolved time is cleared and stays in the log. */
export function ReopenDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const reopen = (): void => {
    const ran = run(console, { type: 'reopen', reason });
    setProblem(sentenceOf(ran));
    if (ran.ok) console.view.closeDialog();
  };
  return (
    <Dialog
      title="Reopen"
      submit="Reopen"
      onSubmit={reopen}
      onClose={console.view.closeDialog}
      initialFocus={field}
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
    >
      <TextField
        ref={field}
        label="Reason"
        placeholder="errors are back"
        value={reason}
        problem={problem}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
