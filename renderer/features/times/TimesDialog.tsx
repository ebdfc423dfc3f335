import { useRef, useState } from 'react';
import type { Incident } from '../../domain/incident';
import { STAMP_LABELS, STAMP_NAMES, type StampName } from '../../domain/lifecycle';
import type { EpochMs } from '../../domain/time';
import { formatLocal } from '../../language/formatLocal';
import { readTime } from '../../language/readTime';
import { TIME_SENTENCES } from '../../language/timeProblems';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Times.module.css';

/** What stands in each field; '' = not known yet. */
type Typed = { readonly [S in StampName]: string };

/** Every stamp can be set, mended or cleared; the old value and the reason stay in the log. */
export function TimesDialog({ console }: { readonly console: Console }) {
  const { incident } = console.session.store.getState();
  const timeZone = shownZone(console);
  const first = useRef<HTMLInputElement>(null);
  const reasonRef = useRef<HTMLInputElement>(null);
  const [before] = useState(() => asTyped(incident, timeZone));
  const key = formKeyOf(console, { name: 'times' }) ?? '';
  const form = useKeptForm(console.drafts, key, { ...before, reason: '' });
  const typed = form.values;
  const [problem, setProblem] = useState<string>();

  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };

  const read = (stamp: StampName): { at?: EpochMs | null; problem?: string; echo?: string } => {
    const text = typed[stamp].trim();
    if (text === before[stamp]) return {};
    if (text === '') return { at: null, echo: 'will be cleared' };
    const result = readTime(text, { now: console.ports.now(), timeZone });
    if (!result.ok) return { problem: TIME_SENTENCES[result.problem] };
    return { at: result.at, echo: `= ${formatLocal(result.at, timeZone)}` };
  };

  const save = (): void => {
    const stamps: { [S in StampName]?: EpochMs | null } = {};
    for (const stamp of STAMP_NAMES) {
      const { at, problem: unreadable } = read(stamp);
      if (unreadable !== undefined) return setProblem(undefined);
      if (at !== undefined) stamps[stamp] = at;
    }
    const ran = run(console, { type: 'set-stamps', stamps, reason: typed.reason });
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
    else reasonRef.current?.focus();
  };

  return (
    <Dialog
      title="Times"
      submit="Save times"
      onSubmit={save}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={first}
      wide
    >
      <p className={styles['intro']}>
        When it really happened, in {timeZone}: 14:32, -7m, or a full date and time. An empty field means
        nobody knows yet.
        {!incident.isResolved && ' Setting Resolved does not resolve the incident: the Resolve button does.'}
      </p>
      <div className={styles['fields']}>
        {STAMP_NAMES.map((stamp, i) => {
          const { problem: unreadable, echo } = read(stamp);
          return (
            <TextField
              key={stamp}
              {...(i === 0 ? { ref: first } : {})}
              label={STAMP_LABELS[stamp]}
              value={typed[stamp]}
              problem={unreadable}
              hint={echo}
              onChange={(event) => form.set(stamp, event.target.value)}
            />
          );
        })}
      </div>
      <TextField
        ref={reasonRef}
        label="Reason"
        placeholder="from the dashboard"
        value={typed.reason}
        problem={problem}
        onChange={(event) => form.set('reason', event.target.value)}
      />
    </Dialog>
  );
}

function asTyped(incident: Incident, timeZone: string): Typed {
  const show = (stamp: StampName): string => {
    const at = incident.stamps[stamp]?.at;
    return at === undefined ? '' : formatLocal(at, timeZone);
  };
  return Object.fromEntries(STAMP_NAMES.map((stamp) => [stamp, show(stamp)])) as Typed;
}
