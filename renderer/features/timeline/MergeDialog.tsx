import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isNote } from '../../domain/decideEntries';
import type { Stamp } from '../../domain/ids';
import { itemAt } from '../../domain/sortedSequence';
import { entryOf, isStanding, placeOf, type Entry, type Timeline } from '../../domain/timeline';
import { shownAuthor } from '../../exports/authorName';
import { excerpt } from '../../exports/excerpt';
import { visibleLine } from '../../exports/visibleText';
import { clockText } from '../../language/formatLocal';
import { run, sentenceOf, type Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import styles from './EntryDialogs.module.css';

/** Offered on each side; whoever means one further away edits the text. */
const MOST_ON_A_SIDE = 10;
const LONGEST = 120;

/** Two notes that say one thing become one. The one that happened first says both; the other is kept, marked. */
export function MergeDialog({ console, entry: id }: { readonly console: Console; readonly entry: Stamp }) {
  const timeline = useStore(console.session.store, (state) => state.incident.timeline);
  const name = useId();
  const chosenRef = useRef<HTMLInputElement>(null);
  const [choice, setChoice] = useState<Stamp>();
  const [problem, setProblem] = useState<string>();
  const entry = entryOf(timeline, id);
  const near = entry ? nearBy(timeline, entry) : [];
  const other = choice ?? near.findLast((one) => entry && one.at <= entry.at)?.id ?? near[0]?.id;
  const timeZone = shownZone(console);
  const merge = (): void => {
    if (other === undefined) return;
    const ran = run(console, { type: 'merge-entries', entry: id, other });
    setProblem(sentenceOf(ran));
    if (ran.ok) console.view.closeDialog();
  };
  return (
    <Dialog
      title="Merge with another note"
      {...(near.length > 0 ? { submit: 'Merge' } : {})}
      onSubmit={merge}
      onClose={console.view.closeDialog}
      initialFocus={chosenRef}
      wide
    >
      {near.length === 0 && <p>There is no other note to merge it with.</p>}
      <fieldset className={styles['choices']}>
        <legend className={styles['dim']}>
          The note that happened first keeps both texts. Nothing is lost: its history and the other note stay.
        </legend>
        {near.map((one) => (
          <label key={one.id} className={styles['choice']}>
            <input
              type="radio"
              name={name}
              ref={one.id === other ? chosenRef : undefined}
              checked={one.id === other}
              onChange={() => setChoice(one.id)}
            />
            <time>{clockText(one.at, timeZone)}</time>
            <span className={styles['dim']}>{shownAuthor(one.by)}</span>
            <span>{visibleLine(excerpt(one.text, LONGEST)) || 'Images alone'}</span>
          </label>
        ))}
      </fieldset>
      {problem !== undefined && <p role="alert">{problem}</p>}
    </Dialog>
  );
}

/** The notes around it that stand, in the order they happened. */
function nearBy(timeline: Timeline, entry: Entry): readonly Entry[] {
  const { byTime } = timeline;
  const at = placeOf(byTime, entry) ?? 0;
  const found: Entry[] = [];
  const look = (step: 1 | -1): void => {
    let taken = 0;
    for (let i = at + step; taken < MOST_ON_A_SIDE; i += step) {
      const one = itemAt(byTime, i);
      if (!one) return;
      if (!isNote(one) || !isStanding(one) || one.redacted) continue;
      taken += 1;
      if (step === 1) found.push(one);
      else found.unshift(one);
    }
  };
  look(-1);
  look(1);
  return found;
}
