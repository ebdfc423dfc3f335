import { useRef, useState } from 'react';
import { severityOptions, type Severity } from '../../domain/severity';
import { cadence } from '../../domain/updateClock';
import { run, sentenceOf, type Console } from '../../store/console';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { LevelChoice } from '../../ui/LevelChoice';

/** A change needs a reason and says what else it changes: the update cadence, nothing more. */
export function SeverityDialog({ console }: { readonly console: Console }) {
  const { incident } = console.session.store.getState();
  const { severityDefinitions } = console.settings.store.getState();
  const chosenRef = useRef<HTMLInputElement>(null);
  const [to, setTo] = useState<Severity>(incident.severity);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const change = (): void => {
    const ran = run(console, { type: 'change-severity', to, reason });
    setProblem(sentenceOf(ran));
    if (ran.ok) console.view.closeDialog();
  };
  const every = incident.clock && cadence(incident.clock, to);
  return (
    <Dialog
      title="Severity"
      submit="Change severity"
      onSubmit={change}
      onClose={console.view.closeDialog}
      initialFocus={chosenRef}
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
    >
      <LevelChoice
        legend="New severity"
        legendHidden
        options={severityOptions(severityDefinitions)}
        value={to}
        onChange={setTo}
        chosenRef={chosenRef}
      />
      <TextField
        label="Reason"
        placeholder="5 % of checkouts, EU only"
        value={reason}
        problem={problem}
        hint={every === null ? 'No regular updates then.' : `Updates every ${every} minutes then.`}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  );
}
