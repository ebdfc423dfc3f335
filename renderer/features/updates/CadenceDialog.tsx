import { useRef, useState } from 'react';
import { cadenceOf } from '../../domain/decideUpdates';
import {
  FEWEST_CADENCE_MINUTES,
  isCadence,
  MOST_CADENCE_MINUTES,
  rescheduled,
} from '../../domain/updateClock';
import { clockText } from '../../language/formatLocal';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';

/** How often updates are due in this incident; empty goes back to the severity's own cadence. */
export function CadenceDialog({ console }: { readonly console: Console }) {
  const field = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'cadence' }) ?? '';
  const every = String(cadenceOf(console.session.store.getState().incident) ?? '');
  const form = useKeptForm(console.drafts, key, { typed: every });
  const { typed } = form.values;
  const [problem, setProblem] = useState<string>();
  const minutes = readMinutes(typed);
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const save = (): void => {
    const ran = run(console, { type: 'set-cadence', minutes });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
  };
  return (
    <Dialog
      title="How often updates are due"
      submit="Set cadence"
      onSubmit={save}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={field}
    >
      <TextField
        ref={field}
        label="Minutes between updates"
        hint={`${FEWEST_CADENCE_MINUTES} to ${MOST_CADENCE_MINUTES}. Empty: what the severity and the state ask for. ${dueThen(console, minutes)}`}
        inputMode="numeric"
        value={typed}
        problem={problem}
        onChange={(event) => form.set('typed', event.target.value)}
      />
    </Dialog>
  );
}

function readMinutes(typed: string): number | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : Number.NaN;
}

/** When the next update would be due: a shorter cadence may make it due at once. */
function dueThen(console: Console, setMinutes: number | null): string {
  const { incident } = console.session.store.getState();
  const fits = setMinutes === null || isCadence(setMinutes);
  if (incident.clock === null || incident.isResolved || !fits) return '';
  const now = console.ports.now();
  const { dueAt } = rescheduled({ ...incident.clock, setMinutes }, incident.severity, now);
  if (dueAt === null) return 'No update would be due then.';
  const at = clockText(dueAt, shownZone(console)).slice(0, 5);
  return dueAt <= now ? `The update would be due at once (${at}).` : `The next one is due at ${at} then.`;
}
