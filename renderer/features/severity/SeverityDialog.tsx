import { useRef, useState } from 'react';
import { SEVERITIES, severityOptions, type Severity } from '../../domain/severity';
import { cadence } from '../../domain/updateClock';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { LevelChoice } from '../../ui/LevelChoice';
import { useKeptForm } from '../../ui/useKeptForm';

/** A change needs a reason and says what else it changes: the update cadence, nothing more. */
export function SeverityDialog({
  console,
  proposed,
}: {
  readonly console: Console;
  /** Chosen in the palette already; the reason is still asked for. */
  readonly proposed?: Severity | undefined;
}) {
  const { incident } = console.session.store.getState();
  const { severityDefinitions } = console.settings.store.getState();
  const chosenRef = useRef<HTMLInputElement>(null);
  const reasonRef = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'severity' }) ?? '';
  const form = useKeptForm(console.drafts, key, { to: String(proposed ?? incident.severity), reason: '' });
  const { reason } = form.values;
  const to = SEVERITIES.find((one) => String(one) === form.values.to) ?? incident.severity;
  const [problem, setProblem] = useState<string>();
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const change = (): void => {
    const ran = run(console, { type: 'change-severity', to, reason });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
  };
  const every = incident.clock && cadence(incident.clock, to);
  return (
    <Dialog
      title="Severity"
      submit="Change severity"
      onSubmit={change}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={proposed === undefined ? chosenRef : reasonRef}
    >
      <LevelChoice
        legend="New severity"
        legendHidden
        options={severityOptions(severityDefinitions)}
        value={to}
        onChange={(chosen) => form.set('to', String(chosen))}
        chosenRef={chosenRef}
      />
      <TextField
        ref={reasonRef}
        label="Reason"
        placeholder="5 % of checkouts, EU only"
        value={reason}
        problem={problem}
        hint={every === null ? 'No regular updates then.' : `Updates every ${every} minutes then.`}
        onChange={(event) => form.set('reason', event.target.value)}
      />
    </Dialog>
  );
}
