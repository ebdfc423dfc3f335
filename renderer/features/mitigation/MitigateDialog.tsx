import { useRef, useState } from 'react';
import { MITIGATION_NAMES } from '../../domain/describe';
import type { MitigationAction } from '../../domain/events';
import { REFUSAL_SENTENCES, type Refusal } from '../../domain/refusals';
import { minutes } from '../../domain/time';
import { run, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import styles from './Mitigation.module.css';

/** Three questions only: what, who, check back when. */
export function MitigateDialog({
  console,
  action,
}: {
  readonly console: Console;
  readonly action: MitigationAction;
}) {
  const whatRef = useRef<HTMLInputElement>(null);
  const { people, userName } = console.settings.store.getState();
  const key = formKeyOf(console, { name: 'mitigate', action }) ?? '';
  const form = useKeptForm(console.drafts, key, { what: '', owner: userName, risk: '', checkBack: '5' });
  const { what, owner, risk, checkBack } = form.values;
  const checkBackRef = useRef<HTMLInputElement>(null);
  const ownerRef = useRef<HTMLInputElement>(null);
  const [refusal, setRefusal] = useState<Refusal>();
  const sentence = refusal && REFUSAL_SENTENCES[refusal];
  const wrongCheckBack = refusal === 'check-back-out-of-range';
  const wrongOwner = refusal === 'name-too-long';

  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };

  const start = (): void => {
    const ran = run(console, {
      type: 'attempt-mitigation',
      action,
      what,
      owner,
      risk,
      checkBackIn: minutes(Number(checkBack.trim().replace(/ *m(in)?$/, '') || Number.NaN)),
    });
    if (!ran.ok) {
      setRefusal(ran.refusal);
      const { refusal: why } = ran;
      const field =
        why === 'name-too-long' ? ownerRef : why === 'check-back-out-of-range' ? checkBackRef : whatRef;
      return field.current?.focus();
    }
    console.settings.meet(owner);
    discard();
  };

  return (
    <Dialog
      title={MITIGATION_NAMES[action]}
      submit="Start"
      onSubmit={start}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={whatRef}
    >
      <TextField
        ref={whatRef}
        label="What"
        placeholder="web to 2026.11.22.4"
        value={what}
        problem={wrongCheckBack || wrongOwner ? undefined : sentence}
        onChange={(event) => form.set('what', event.target.value)}
      />
      <div className={styles['pair']}>
        <TextField
          label="Who does it"
          ref={ownerRef}
          value={owner}
          problem={wrongOwner ? sentence : undefined}
          suggestions={people}
          onChange={(event) => form.set('owner', event.target.value)}
        />
        <TextField
          ref={checkBackRef}
          label="Check back in (minutes)"
          inputMode="numeric"
          value={checkBack}
          problem={wrongCheckBack ? sentence : undefined}
          onChange={(event) => form.set('checkBack', event.target.value)}
        />
      </div>
      <TextField
        label="Risk"
        placeholder="optional"
        value={risk}
        onChange={(event) => form.set('risk', event.target.value)}
      />
    </Dialog>
  );
}
