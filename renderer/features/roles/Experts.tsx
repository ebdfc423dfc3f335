import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { ROLE_RULES } from '../../domain/roles';
import { visibleLine } from '../../exports/visibleText';
import { clockText } from '../../language/formatLocal';
import { run, runOrTell, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { useKeptForm, type KeptForm } from '../../ui/useKeptForm';
import styles from './Roles.module.css';

/** Subject-matter experts: many, each with an area. */
export function Experts({ console }: { readonly console: Console }) {
  const experts = useStore(console.session.store, (state) => state.incident.experts);
  const form = useExpertForm(console);
  const [adding, setAdding] = useState(form.isTyped);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={styles['experts']}>
      <h3 className={styles['label']}>{ROLE_RULES.expert.name}s</h3>
      {experts.length === 0 && !adding && <p className={styles['since']}>None called in yet.</p>}
      <ul className={styles['list']}>
        {experts.map(({ person, area, since }) => (
          <li key={`${person} ${area ?? ''}`} className={styles['expert']}>
            <span className={styles['person']}>{shown(person, area, ' · ')}</span>
            <span className={styles['since']}>since {clockText(since, shownZone(console)).slice(0, 5)}</span>
            <Button
              tone="quiet"
              aria-label={`Release ${shown(person, area, ', ')}`}
              onClick={() =>
                runOrTell(console, {
                  type: 'release-role',
                  role: 'expert',
                  person,
                  ...(area === undefined ? {} : { area }),
                })
              }
            >
              Release
            </Button>
          </li>
        ))}
      </ul>
      {adding ? (
        <ExpertForm
          console={console}
          form={form}
          onDone={() => {
            setAdding(false);
            console.view.focusPad();
          }}
        />
      ) : (
        <Button ref={button} data-place="role-expert" onClick={() => setAdding(true)}>
          Add expert
        </Button>
      )}
    </div>
  );
}

const shown = (person: string, area: string | undefined, between: string): string =>
  [person, ...(area === undefined ? [] : [area])].map(visibleLine).join(between);

type ExpertFields = KeptForm<'person' | 'area'>;

function useExpertForm(console: Console): ExpertFields {
  const openId = useStore(console.session.store, (state) => state.openId);
  return useKeptForm(console.drafts, `expert:${openId ?? ''}`, { person: '', area: '' });
}

function ExpertForm({
  console,
  form,
  onDone,
}: {
  readonly console: Console;
  readonly form: ExpertFields;
  readonly onDone: () => void;
}) {
  const people = useStore(console.settings.store, (settings) => settings.people);
  const { person, area } = form.values;
  const [problem, setProblem] = useState<string>();
  const discard = (): void => {
    form.clear();
    onDone();
  };
  const add = (): void => {
    const ran = run(console, { type: 'assign-role', role: 'expert', person, area });
    setProblem(sentenceOf(ran));
    if (!ran.ok) return;
    console.settings.meet(person);
    discard();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onDone()}
    >
      <TextField
        label="Expert"
        hint={`${ROLE_RULES.expert.does} Must not: ${ROLE_RULES.expert.mustNot}`}
        value={person}
        suggestions={people}
        problem={problem}
        ref={(field) => {
          if (field && document.activeElement === document.body) field.focus();
        }}
        onChange={(event) => form.set('person', event.target.value)}
      />
      <TextField
        label="Area"
        placeholder="payments"
        value={area}
        onChange={(event) => form.set('area', event.target.value)}
      />
      <div className={styles['formButtons']}>
        <Button type="submit" tone="primary">
          Add
        </Button>
        <Button onClick={discard}>Cancel</Button>
      </div>
    </form>
  );
}
