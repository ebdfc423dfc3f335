import { useRef, useState } from 'react';
import { PHASE_NAMES, type Phase } from '../../domain/lifecycle';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';

/** Going back is allowed; why is worth a few words. */
export function PhaseDialog({ console, to }: { readonly console: Console; readonly to: Phase }) {
  const field = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'phase', to }) ?? '';
  const form = useKeptForm(console.drafts, key, { reason: '' });
  const { reason } = form.values;
  const [problem, setProblem] = useState<string>();
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const move = (): void => {
    const ran = run(console, { type: 'move-phase', to, reason });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
  };
  return (
    <Dialog
      title={`Back to ${PHASE_NAMES[to]}`}
      submit="Move back"
      onSubmit={move}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={field}
    >
      <TextField
        ref={field}
        label="Reason"
        placeholder="the error rate is rising again"
        value={reason}
        problem={problem}
        onChange={(event) => form.set('reason', event.target.value)}
      />
    </Dialog>
  );
}
