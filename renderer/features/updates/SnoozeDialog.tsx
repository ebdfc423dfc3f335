import { useRef, useState } from 'react';
import { SNOOZE_MINUTES } from '../../domain/updateClock';
import { run, sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Updates.module.css';

/** Puts the alarm off, or stops the clock; either wants a reason and is logged. */
export function SnoozeDialog({ console }: { readonly console: Console }) {
  const reasonRef = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'snooze' }) ?? '';
  const form = useKeptForm(console.drafts, key, { minutes: String(SNOOZE_MINUTES[0] ?? 5), reason: '' });
  const { reason } = form.values;
  const chosen = Number(form.values.minutes);
  const [problem, setProblem] = useState<string>();
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const send = (command: Parameters<typeof run>[1]): void => {
    const ran = run(console, command);
    setProblem(sentenceOf(ran));
    if (ran.ok) discard();
    else reasonRef.current?.focus();
  };
  return (
    <Dialog
      title="Snooze the update"
      submit="Snooze"
      onSubmit={() => send({ type: 'snooze-update', minutes: chosen, reason })}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={reasonRef}
    >
      <fieldset className={styles['choices']}>
        <legend className={styles['legend']}>For how long</legend>
        {SNOOZE_MINUTES.map((one) => (
          <label key={one} className={styles['choice']} data-chosen={one === chosen}>
            <input
              type="radio"
              name="snooze-minutes"
              checked={one === chosen}
              onChange={() => form.set('minutes', String(one))}
            />
            {one} min
          </label>
        ))}
      </fieldset>
      <TextField
        ref={reasonRef}
        label="Reason"
        placeholder="waiting for the rollback to finish"
        value={reason}
        problem={problem}
        onChange={(event) => form.set('reason', event.target.value)}
      />
      <div className={styles['pause']}>
        <Button onClick={() => send({ type: 'pause-updates', reason })}>Pause instead</Button>
        <span>Stops the clock until somebody resumes it.</span>
      </div>
    </Dialog>
  );
}
