import { useRef, useState } from 'react';
import { cadenceOf } from '../../domain/decideUpdates';
import { FEWEST_CADENCE_MINUTES, MOST_CADENCE_MINUTES } from '../../domain/updateClock';
import { run, sentenceOf, type Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';

/** How often updates are due in this incident; empty goes back to the severity's own cadence. */
export function CadenceDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(() =>
    String(cadenceOf(console.session.store.getState().incident) ?? ''),
  );
  const [problem, setProblem] = useState<string>();
  const save = (): void => {
    const text = typed.trim();
    const minutes = text === '' ? null : /^\d+$/.test(text) ? Number(text) : Number.NaN;
    const ran = run(console, { type: 'set-cadence', minutes });
    setProblem(sentenceOf(ran));
    if (ran.ok) console.view.closeDialog();
  };
  return (
    <Dialog
      title="How often updates are due"
      submit="Set cadence"
      onSubmit={save}
      onClose={console.view.closeDialog}
      initialFocus={field}
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
    >
      <TextField
        ref={field}
        label="Minutes between updates"
        hint={`${FEWEST_CADENCE_MINUTES} to ${MOST_CADENCE_MINUTES}. Empty: what the severity and the state ask for.`}
        inputMode="numeric"
        value={typed}
        problem={problem}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  );
}
