import { useRef, useState } from 'react';
import { run, sentenceOf, type Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';

export function TitleDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const [to, setTo] = useState(() => console.session.store.getState().incident.title);
  const [problem, setProblem] = useState<string>();
  const change = (): void => {
    const ran = run(console, { type: 'change-title', to });
    setProblem(sentenceOf(ran));
    if (ran.ok) console.view.closeDialog();
  };
  return (
    <Dialog
      title="Change title"
      submit="Change title"
      onSubmit={change}
      onClose={console.view.closeDialog}
      initialFocus={field}
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
    >
      <TextField
        ref={field}
        label="What is broken?"
        hint="The old title stays in the log."
        value={to}
        problem={problem}
        onChange={(event) => setTo(event.target.value)}
      />
    </Dialog>
  );
}
