import { useStore } from 'zustand';
import type { Stamp } from '../../domain/ids';
import type { EpochMs } from '../../domain/time';
import { entryOf, type Entry, type EntryKind } from '../../domain/timeline';
import { shownAuthor } from '../../exports/authorName';
import { visibleLine } from '../../exports/visibleText';
import { formatLocal } from '../../language/formatLocal';
import type { Console } from '../../store/console';
import { shownZone } from '../../store/zone';
import { Dialog } from '../../ui/Dialog';
import styles from './EntryDialogs.module.css';
import { EntryText } from './EntryText';
import { KIND_LOOKS } from './kindGlyphs';

interface Form {
  /** Counts from 0, the oldest. */
  readonly n: number;
  readonly kind: EntryKind;
  readonly at: EpochMs;
  readonly text: string;
  /** When and by whom it came to read so. */
  readonly since: EpochMs;
  readonly by: string;
}

/** Everything an entry ever said: text, time and kind, who made it so, and when. The newest form first. */
export function HistoryDialog({ console, entry: id }: { readonly console: Console; readonly entry: Stamp }) {
  const entry = useStore(console.session.store, (state) => entryOf(state.incident.timeline, id));
  const timeZone = shownZone(console);
  if (!entry) return null;
  const forms = formsOf(entry).toReversed();
  return (
    <Dialog title="History of the entry" onClose={console.view.closeDialog} wide>
      {standing(entry, timeZone).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ol className={styles['forms']} aria-label="Forms of the entry">
        {forms.map((form, i) => (
          <li key={form.n} className={styles['form']}>
            <p className={styles['facts']}>
              {i === 0 ? 'Now' : 'Before'}: {KIND_LOOKS[form.kind].word}, happened{' '}
              {formatLocal(form.at, timeZone)}
              <br />
              {i === forms.length - 1 ? 'written' : 'changed'} {formatLocal(form.since, timeZone)} by{' '}
              {shownAuthor(form.by)}
            </p>
            <EntryText entry={form} timeZone={timeZone} />
          </li>
        ))}
      </ol>
      {forms.length === 1 && <p className={styles['dim']}>It was never changed.</p>}
    </Dialog>
  );
}

/** Oldest first. A revision says who ended a form; that is who began the next one. */
function formsOf(entry: Entry): readonly Form[] {
  const kinds: EntryKind[] = [];
  let kind = entry.kind;
  for (const one of entry.revisions.toReversed()) {
    kind = one.kind ?? kind;
    kinds.unshift(kind);
  }
  const texts = [...entry.revisions, entry];
  return texts.map(({ text, at }, i) => {
    const before = entry.revisions[i - 1];
    return {
      n: i,
      text,
      at,
      kind: kinds[i] ?? entry.kind,
      since: before?.replacedAt ?? entry.recordedAt,
      by: before?.replacedBy ?? entry.by,
    };
  });
}

function standing({ pinned, merged, retracted, redacted }: Entry, timeZone: string): readonly string[] {
  const said = (what: string, at: EpochMs | undefined, by: string | undefined): string => {
    const when = at === undefined ? '' : ` ${formatLocal(at, timeZone)}`;
    return `${what}${when}${by === undefined ? '' : ` by ${shownAuthor(by)}`}.`;
  };
  const why = (reason: string | undefined): string => (reason === undefined ? '' : ` ${visibleLine(reason)}`);
  return [
    ...(pinned ? [said('Pinned', pinned.at, pinned.by)] : []),
    ...(merged ? [said('Merged into another note', merged.at, merged.by)] : []),
    ...(retracted ? [said('Retracted', retracted.at, retracted.by) + why(retracted.reason)] : []),
    ...(redacted ? [said('Redacted', redacted.at, redacted.by) + why(redacted.reason)] : []),
  ];
}
