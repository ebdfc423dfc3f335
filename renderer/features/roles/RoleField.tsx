import { useId, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { Tenure } from '../../domain/incident';
import { ROLE_RULES, type SingleRole } from '../../domain/roles';
import { visibleLine } from '../../exports/visibleText';
import { clockText } from '../../language/formatLocal';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Button } from '../../ui/Button';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Roles.module.css';

/**
 * One role: type a name, press Enter. What the role does and must not do shows while it is being
 * handed out. Clearing the name gives the duty back to the commander.
 */
export function RoleField({ role, console }: { readonly role: SingleRole; readonly console: Console }) {
  const id = useId();
  const holder = useStore(console.session.store, (state) => state.incident.holders[role]);
  const people = useStore(console.settings.store, (settings) => settings.people);
  const openId = useStore(console.session.store, (state) => state.openId);
  const form = useKeptForm(console.drafts, `role:${openId ?? ''}:${role}`, { name: holder?.person ?? '' });
  const { name } = form.values;
  const [problem, setProblem] = useState<string>();
  const [active, setActive] = useState(false);
  const changed = name.trim() !== (holder?.person ?? '');

  const assign = (): void => {
    if (!changed) return;
    const person = name.trim();
    const ran =
      person === '' && holder
        ? run(console, { type: 'release-role', role, person: holder.person })
        : run(console, { type: 'assign-role', role, person });
    setProblem(sentenceOf(ran));
    if (!ran.ok) return;
    form.clear();
    console.settings.meet(person);
    console.view.focusPad();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      assign();
    }
    if (event.key === 'Escape') form.clear();
  };

  return (
    <div className={styles['role']} data-held={holder !== undefined}>
      <label htmlFor={id} className={styles['label']}>
        {ROLE_RULES[role].name}
      </label>
      <input
        id={id}
        data-place={`role-${role}`}
        className={styles['input']}
        // A field can't mark what hides in it; a name that rests there is shown marked.
        value={active || changed ? name : visibleLine(name)}
        placeholder="Assign…"
        list={`${id}-people`}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-rule`}
        onFocus={() => setActive(true)}
        onBlur={() => setActive(false)}
        onChange={(event) => form.set('name', event.target.value)}
        onKeyDown={onKeyDown}
      />
      <datalist id={`${id}-people`}>
        {people.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
      {!changed && <span className={styles['since']}>{sinceText(role, holder, shownZone(console))}</span>}
      {changed && (
        <Button onMouseDown={(event) => event.preventDefault()} onClick={assign}>
          {name.trim() === '' ? 'Release' : 'Assign'}
        </Button>
      )}
      <p id={`${id}-rule`} className={active ? styles['rule'] : 'visually-hidden'}>
        {ROLE_RULES[role].does} <strong>Must not:</strong> {ROLE_RULES[role].mustNot}
      </p>
      {problem !== undefined && (
        <p className={styles['problem']} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function sinceText(role: SingleRole, holder: Tenure | undefined, timeZone: string): string {
  if (holder) return `since ${clockText(holder.since, timeZone).slice(0, 5)}`;
  return role === 'commander' ? 'nobody yet' : 'held by IC';
}
