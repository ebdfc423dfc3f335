import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import { entryOf } from '../../domain/timeline';
import { excerpt } from '../../exports/excerpt';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import { rowOrHome } from './rowOrHome';

const LONGEST = 300;

/** What an entry says is to be done becomes an action item; each names the other. */
export function MakeActionDialog({
  console,
  entry: id,
}: {
  readonly console: Console;
  readonly entry: Stamp;
}) {
  const field = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'make-action', entry: id }) ?? '';
  const [said] = useState(() => {
    const entry = entryOf(console.session.store.getState().incident.timeline, id);
    return excerpt((entry?.text ?? '').replace(/^todo:?\s+/i, '').replace(/\s+/g, ' '), LONGEST);
  });
  const form = useKeptForm(console.drafts, key, { text: said, owner: '' });
  const [problem, setProblem] = useState<string>();
  const people = useStore(console.settings.store, (settings) => settings.people);
  const { text, owner } = form.values;
  const add = (): void => {
    const ran = run(console, { type: 'add-action-item', text, owner, from: id });
    setProblem(sentenceOf(ran));
    if (!ran.ok) return;
    form.clear();
    console.settings.meet(owner);
    console.view.closeDialog();
  };
  return (
    <Dialog
      title="Make an action item"
      submit="Add"
      onSubmit={add}
      onClose={console.view.closeDialog}
      onCancel={() => {
        form.clear();
        console.view.closeDialog();
      }}
      initialFocus={field}
      finalFocus={rowOrHome(console, id)}
    >
      <TextField
        ref={field}
        label="What is to be done?"
        value={text}
        problem={problem}
        onChange={(event) => form.set('text', event.target.value)}
      />
      <TextField
        label="Owner"
        placeholder="may stay empty"
        suggestions={people}
        value={owner}
        onChange={(event) => form.set('owner', event.target.value)}
      />
    </Dialog>
  );
}
