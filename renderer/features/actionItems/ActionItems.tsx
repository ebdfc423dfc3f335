import { useState } from 'react';
import { useStore } from 'zustand';
import type { ActionItem } from '../../domain/incident';
import { visibleLine } from '../../exports/visibleText';
import { run, sentenceOf, type Console } from '../../store/console';
import { revealAndTell } from '../../store/revealing';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/Field';
import { Panel } from '../../ui/Panel';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './ActionItems.module.css';
import { Owed } from './Owed';

/** What must be done afterwards, caught while it is said. */
export function ActionItems({ console }: { readonly console: Console }) {
  const items = useStore(console.session.store, (state) => state.incident.actionItems);
  const openId = useStore(console.session.store, (state) => state.openId);
  const form = useKeptForm(console.drafts, `action:${openId ?? ''}`, { text: '' });
  const { text } = form.values;
  const [problem, setProblem] = useState<string>();
  const open = items.filter((item) => item.state === 'open' || item.state === 'in-progress');
  const add = (): void => {
    const ran = run(console, { type: 'add-action-item', text });
    setProblem(sentenceOf(ran));
    if (ran.ok) form.clear();
  };
  return (
    <Panel title={`Action items${open.length > 0 ? ` · ${open.length} open` : ''}`}>
      <ul className={styles['list']}>
        {items.map((item) => (
          <Item key={item.id} item={item} console={console} />
        ))}
      </ul>
      <form
        className={styles['add']}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label="New action item"
          labelHidden
          placeholder="Add one…"
          data-place="new-action-item"
          value={text}
          problem={problem}
          onChange={(event) => {
            form.set('text', event.target.value);
            setProblem(undefined);
          }}
        />
        <Button type="submit">Add</Button>
      </form>
    </Panel>
  );
}

function Item({ item, console }: { readonly item: ActionItem; readonly console: Console }) {
  const form = useKeptForm(console.drafts, `actionNote:${item.id}`, { note: '' });
  const { note } = form.values;
  const [closing, setClosing] = useState(form.isTyped);
  const [problem, setProblem] = useState<string>();
  const text = visibleLine(item.text);
  const closed = item.state === 'done' || item.state === 'dropped';
  const stopClosing = (): void => {
    setClosing(false);
    form.clear();
  };
  const move = (to: ActionItem['state']): void => {
    const ran = run(console, { type: 'move-action-item', item: item.id, to, note });
    setProblem(sentenceOf(ran));
    if (!ran.ok) return;
    stopClosing();
    console.view.focusPad();
  };
  return (
    <li className={styles['item']} data-closed={closed}>
      <span className={styles['text']}>{text}</span>
      <Owed item={item} console={console} />
      {item.from !== undefined && (
        <Button
          tone="quiet"
          aria-label={`Show the entry “${text}” comes from`}
          title="Show the entry it comes from"
          onClick={() => item.from !== undefined && revealAndTell(console, item.from)}
        >
          from a note
        </Button>
      )}
      <span className={styles['state']}>
        {closed ? `${item.state}: ${visibleLine(item.note ?? '')}` : ''}
      </span>
      {closed && (
        <Button tone="quiet" aria-label={`Reopen “${text}”`} onClick={() => move('open')}>
          Reopen
        </Button>
      )}
      {!closed && !closing && (
        <Button tone="quiet" aria-label={`Close “${text}”`} onClick={() => setClosing(true)}>
          Close
        </Button>
      )}
      {closing && (
        <div className={styles['close']}>
          <TextField
            label="How do we know it is done, or why is it dropped?"
            value={note}
            problem={problem}
            ref={(field) => {
              // The button that unfolded it is gone.
              if (field && document.activeElement === document.body) field.focus();
            }}
            onChange={(event) => form.set('note', event.target.value)}
          />
          <Button onClick={() => move('done')}>Done</Button>
          <Button onClick={() => move('dropped')}>Dropped</Button>
          <Button tone="quiet" onClick={stopClosing}>
            Cancel
          </Button>
        </div>
      )}
    </li>
  );
}
