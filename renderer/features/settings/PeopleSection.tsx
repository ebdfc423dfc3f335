import { useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import { visibleLine } from '../../exports/visibleText';
import type { Console } from '../../store/console';
import { pastedNames, withPeople } from '../../store/people';
import { Button } from '../../ui/Button';
import { TextArea, TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import { Section } from './Section';
import styles from './Settings.module.css';

/** Who writes here, and whom the fields for people offer. */
export function PeopleSection({
  console,
  nameRef,
}: {
  readonly console: Console;
  readonly nameRef: RefObject<HTMLInputElement | null>;
}) {
  const userName = useStore(console.settings.store, (settings) => settings.userName);
  return (
    <Section title="You and your team">
      <TextField
        ref={nameRef}
        label="Your name, as it should stand in the log"
        hint="Rows written from now on carry it; older ones keep theirs."
        defaultValue={userName}
        maxLength={200}
        onChange={(event) => console.settings.change({ userName: event.target.value.trim() })}
      />
      <AddPeople console={console} />
      <People console={console} />
    </Section>
  );
}

function AddPeople({ console }: { readonly console: Console }) {
  const form = useKeptForm(console.drafts, 'settings', { people: '' });
  const text = form.values.people;
  const [problem, setProblem] = useState<string>();
  const field = useRef<HTMLTextAreaElement>(null);
  const add = (): void => {
    const { names, leftOut } = pastedNames(text);
    const { people } = console.settings.store.getState();
    if (names.length > 0) console.settings.change({ people: withPeople(people, names) });
    setProblem(problemOf(names.length, leftOut));
    if (names.length > 0) form.clear();
    field.current?.focus();
  };
  return (
    <div className={styles['row']}>
      <TextArea
        ref={field}
        label="Add people, one name a line"
        value={text}
        problem={problem}
        className={styles['grow']}
        onChange={(event) => form.set('people', event.target.value)}
      />
      <Button onClick={add}>Add people</Button>
    </div>
  );
}

function problemOf(added: number, leftOut: number): string | undefined {
  if (leftOut > 0) {
    const lines = leftOut === 1 ? '1 line was' : `${leftOut} lines were`;
    return `${lines} left out: a name has at most 200 characters.`;
  }
  return added === 0 ? 'Type or paste a name first.' : undefined;
}

function People({ console }: { readonly console: Console }) {
  const people = useStore(console.settings.store, (settings) => settings.people);
  const list = useRef<HTMLUListElement>(null);
  if (people.length === 0) {
    return <p className={styles['hint']}>Nobody yet. Whoever is named in an incident is added by itself.</p>;
  }
  const remove = (person: string): void => {
    console.settings.change({ people: people.filter((one) => one !== person) });
    // The button that had the focus is gone with its name.
    list.current?.focus();
  };
  return (
    <ul ref={list} tabIndex={-1} aria-label="People offered in fields" className={styles['people']}>
      {people.map((person) => (
        <li key={person} className={styles['person']}>
          <span className={styles['grow']}>{visibleLine(person)}</span>
          <Button tone="quiet" aria-label={`Remove ${visibleLine(person)}`} onClick={() => remove(person)}>
            Remove
          </Button>
        </li>
      ))}
    </ul>
  );
}
