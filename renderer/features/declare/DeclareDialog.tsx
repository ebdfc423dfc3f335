import { useRef, useState } from 'react';
import { REFUSAL_SENTENCES, type Refusal } from '../../domain/refusals';
import type { IncidentSummary } from '../../domain/summary';
import { SEVERITIES, severityOptions } from '../../domain/severity';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { declareIncident, openIncident } from '../../store/moves';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { LevelChoice } from '../../ui/LevelChoice';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Declare.module.css';
import { DeclareMore, isUntouched, NO_MORE, readMore } from './DeclareMore';

/** Only the title is needed; Enter declares. Sev 1 is preselected: assume the worst, lower it later. */
export function DeclareDialog({
  console,
  from,
}: {
  readonly console: Console;
  /** What a link fills in. */
  readonly from?: { readonly title: string; readonly severity: number | null } | undefined;
}) {
  const { drafts, settings, incidents, view } = console;
  const titleRef = useRef<HTMLInputElement>(null);
  const commanderRef = useRef<HTMLInputElement>(null);
  const commanding = settings.store.getState().userName;
  const first = {
    title: from?.title ?? '',
    severity: String(from?.severity ?? 1),
    commander: commanding,
    drill: '',
    ...NO_MORE,
  };
  const form = useKeptForm(drafts, 'declare', first);
  const { title, commander, ...more } = form.values;
  const severity = SEVERITIES.find((one) => String(one) === more.severity) ?? 1;
  const drill = more.drill !== '';
  const [moreShown, setMoreShown] = useState(() => !isUntouched(more));
  const [refusal, setRefusal] = useState<Refusal>();
  const [twin, setTwin] = useState<IncidentSummary>();

  const changeTitle = (text: string): void => {
    form.set('title', text);
    setRefusal(undefined);
    setTwin(undefined);
  };

  const declare = (): void => {
    const read = readMore(more, console);
    if (!read.ok) return setMoreShown(true);
    const found = incidents.liveTwin(title, drill);
    if (found && found.id !== twin?.id) return setTwin(found);
    const ran = declareIncident(console, { title, severity, drill, commander, ...read.values });
    if (ran.ok) return;
    setRefusal(ran.refusal);
    (ran.refusal === 'name-too-long' ? commanderRef : titleRef).current?.focus();
  };

  const sentence = refusal && REFUSAL_SENTENCES[refusal];
  const nameTooLong = refusal === 'name-too-long';

  return (
    <Dialog
      title="Declare incident"
      submit="Declare"
      onSubmit={declare}
      onClose={view.closeDialog}
      initialFocus={titleRef}
    >
      <TextField
        ref={titleRef}
        label="What is broken?"
        placeholder="Checkout errors after web deploy"
        value={title}
        problem={nameTooLong ? undefined : sentence}
        onChange={(event) => changeTitle(event.target.value)}
      />
      {twin && <Twin twin={twin} console={console} />}
      <LevelChoice
        legend="Severity · not sure? Take the higher one."
        options={severityOptions(settings.store.getState().severityDefinitions)}
        value={severity}
        onChange={(level) => form.set('severity', String(level))}
      />
      <TextField
        label="Incident Commander"
        hint="Who commands. Leave it empty if nobody does yet."
        ref={commanderRef}
        value={commander}
        problem={nameTooLong ? sentence : undefined}
        suggestions={settings.store.getState().people}
        onChange={(event) => form.set('commander', event.target.value)}
      />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={drill}
          onChange={(event) => form.set('drill', event.target.checked ? 'yes' : '')}
        />
        This is a drill
      </label>
      <DeclareMore {...{ more, console }} set={form.set} shown={moreShown} onToggle={setMoreShown} />
    </Dialog>
  );
}

function Twin({ twin, console }: { readonly twin: IncidentSummary; readonly console: Console }) {
  const openIt = (): void => {
    console.view.closeDialog();
    void openIncident(console, twin.id);
  };
  return (
    <div className={styles['twin']} role="alert">
      <p>
        {twin.name} “{visibleLine(twin.title)}” is live already. Open it, or press Declare again for a second
        one.
      </p>
      <Button onClick={openIt}>Open {twin.name}</Button>
    </div>
  );
}
