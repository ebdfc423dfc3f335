import { useRef, useState } from 'react';
import { REFUSAL_SENTENCES, type Refusal } from '../../domain/refusals';
import type { IncidentSummary } from '../../domain/summary';
import { severityOptions, type Severity } from '../../domain/severity';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { declareIncident, openIncident } from '../../store/moves';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { LevelChoice } from '../../ui/LevelChoice';
import styles from './Declare.module.css';
import { DeclareMore, NO_MORE, readMore, type More } from './DeclareMore';

/** Only the title is needed; Enter declares. Sev 1 is preselected: assume the worst, lower it later. */
export function DeclareDialog({ console }: { readonly console: Console }) {
  const { drafts, settings, incidents, view } = console;
  const titleRef = useRef<HTMLInputElement>(null);
  const commanderRef = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState(() => drafts.get('declare:title'));
  const [severity, setSeverity] = useState<Severity>(1);
  const [commander, setCommander] = useState(() => settings.store.getState().userName);
  const [drill, setDrill] = useState(false);
  const [more, setMore] = useState<More>(NO_MORE);
  const [moreShown, setMoreShown] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const [twin, setTwin] = useState<IncidentSummary>();

  const changeTitle = (text: string): void => {
    setTitle(text);
    setRefusal(undefined);
    setTwin(undefined);
    drafts.set('declare:title', text);
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
      finalFocus={() => document.querySelector<HTMLElement>('[data-focus-home]')}
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
        onChange={setSeverity}
      />
      <TextField
        label="Incident Commander"
        hint="Who commands. Leave it empty if nobody does yet."
        ref={commanderRef}
        value={commander}
        problem={nameTooLong ? sentence : undefined}
        suggestions={settings.store.getState().people}
        onChange={(event) => setCommander(event.target.value)}
      />
      <label className={styles['check']}>
        <input type="checkbox" checked={drill} onChange={(event) => setDrill(event.target.checked)} />
        This is a drill
      </label>
      <DeclareMore {...{ more, setMore, console }} shown={moreShown} onToggle={setMoreShown} />
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
