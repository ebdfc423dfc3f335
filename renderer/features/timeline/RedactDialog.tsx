import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import { shownAuthor } from '../../exports/authorName';
import { clockText } from '../../language/formatLocal';
import { sentenceOf, type Console } from '../../store/console';
import { formKeyOf } from '../../store/formKeys';
import { meantBy, redactEntry } from '../../store/redacting';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import { TextField } from '../../ui/Field';
import { useKeptForm } from '../../ui/useKeptForm';
import { EntryText } from './EntryText';
import styles from './Timeline.module.css';

/** Erasing is for ever: says what goes, what stays and what is out of reach before it is done. */
export function RedactDialog({ console, entry: id }: { readonly console: Console; readonly entry: Stamp }) {
  const field = useRef<HTMLInputElement>(null);
  const key = formKeyOf(console, { name: 'redact', entry: id }) ?? '';
  const form = useKeptForm(console.drafts, key, { reason: '' });
  const [problem, setProblem] = useState<string>();
  const timeline = useStore(console.session.store, (state) => state.incident.timeline);
  const meant = meantBy({ timeline }, id).filter((one) => !one.redacted);
  const timeZone = shownZone(console);
  const discard = (): void => {
    form.clear();
    console.view.closeDialog();
  };
  const erase = (): void => {
    // A second Enter meant for the menu would erase for good; the button itself is never pressed by chance.
    if (form.values.reason.trim() === '' && document.activeElement === field.current) {
      return setProblem('Give a reason. To erase without one, press the button “Erase the text” itself.');
    }
    const ran = redactEntry(console, id, form.values.reason);
    setProblem(sentenceOf(ran));
    if (ran.ok) form.clear();
  };
  return (
    <Dialog
      title="Redact entry"
      submit="Erase the text"
      onSubmit={erase}
      onClose={console.view.closeDialog}
      onCancel={discard}
      initialFocus={field}
    >
      {meant.map((entry) => (
        <blockquote key={entry.id} className={styles['toRedact']}>
          {clockText(entry.at, timeZone)} {shownAuthor(entry.by)}:{' '}
          <EntryText entry={entry} timeZone={timeZone} />
        </blockquote>
      ))}
      {meant.length > 1 && (
        <p>
          <strong>All {meant.length} lines above are erased:</strong> they were merged with it or split from
          it, and may say the same words.
        </p>
      )}
      <p>
        Erases {meant.length > 1 ? 'these texts' : 'this text'}
        {meant.some((entry) => entry.attachments) ? ', the images' : ''} and the earlier forms from the log,
        the journal, the backups and unsent text that repeats it. The line stays, with its time and author,
        and says who redacted it. <strong>This can’t be undone.</strong>
      </p>
      <p className={styles['dim']}>
        Files exported before, copies elsewhere and what was sent are out of reach: change the password or key
        all the same. Other lines that repeat it are redacted one by one.
      </p>
      <TextField
        ref={field}
        label="Reason (without the text itself)"
        placeholder="a password was pasted"
        value={form.values.reason}
        problem={problem}
        onChange={(event) => {
          setProblem(undefined);
          form.set('reason', event.target.value);
        }}
      />
    </Dialog>
  );
}
